import { sql } from 'drizzle-orm'
import { ConflictError, type Id, type LocalizedText, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { unitNames } from './people.store.ts'
import { at, type Cursor } from './sql.store.ts'

export type RegisterKind = 'document' | 'dispatch' | 'reception'

/**
 * The next number of a unit's register of the year, `처리과명-일련번호`, taken for one record. The counter's row is held
 * until the transaction ends, so numbers have neither gaps nor doubles: call it last before writing.
 */
export async function takeNumber(
  tx: TxCtx,
  entry: { unitId: Id; year: number; kind: RegisterKind; subjectId: Id },
): Promise<{ serial: number; number: string }> {
  const names = await unitNames(tx, [entry.unitId])
  const name: LocalizedText | undefined = names.get(entry.unitId)
  const [row] = await tx.sql.execute<{ serial: number; number: string }>(sql`
    with n as (
      insert into public.document_register as r (tenant_id, unit_id, year, last)
      values (${tx.tenantId}::uuid, ${entry.unitId}::uuid, ${entry.year}::integer, 1)
      on conflict (tenant_id, unit_id, year) do update set last = r.last + 1 returning last
    )
    insert into public.register_entry (tenant_id, id, unit_id, year, serial, number, kind, subject_id, taken_at)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, ${entry.unitId}::uuid, ${entry.year}::integer, n.last,
      ${name?.ko ?? '—'}::text || '-' || n.last, ${entry.kind}::text, ${entry.subjectId}::uuid, ${at(tx.clock.now())}
    from n returning serial, number`)
  if (row === undefined) throw new ConflictError('document.number-lost')
  return row
}

/**
 * Lets a unit go on from the register it kept before.
 * @returns false when the unit has taken a number here that year already
 */
export async function continueFrom(
  tx: TxCtx,
  register: { unitId: Id; year: number; last: number; reason: string },
): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    insert into public.document_register (tenant_id, unit_id, year, last, continued_from, continued_reason)
    values (${tx.tenantId}::uuid, ${register.unitId}::uuid, ${register.year}::integer, ${register.last}::integer,
      ${register.last}::integer, ${register.reason}::text)
    on conflict (tenant_id, unit_id, year) do nothing returning year`)
  return rows.length === 1
}

/** The counter of a unit and year, with the years that have one. */
export async function registerOf(tx: TxCtx, unitId: Id, year: number) {
  const rows = await tx.sql.execute<{ year: number; last: number; continued_from: number | null }>(sql`
    select year, last, continued_from from public.document_register
    where tenant_id = ${tx.tenantId} and unit_id = ${unitId} order by year desc`)
  const own = rows.find((row) => row.year === year)
  return { last: own?.last ?? 0, continuedFrom: own?.continued_from ?? null, years: rows.map((row) => row.year) }
}

/** Numbers taken, the last first, with the titles of the documents the actor may know of. */
export async function registerEntries(
  tx: TxCtx,
  filter: { unitId: Id; year: number; after: Cursor | undefined; limit: number },
) {
  const rows = await tx.sql.execute<{
    id: Id
    serial: number
    number: string
    kind: RegisterKind
    subject_id: Id
    taken_at: string
    title: string | null
  }>(sql`
    select e.id, e.serial, e.number, e.kind, e.subject_id, e.taken_at,
      case when e.kind = 'document' then (select d.title from public.document d
        where d.tenant_id = e.tenant_id and d.id = e.subject_id and ${withinAudience(tx.actor, 'd')}) end as title
    from public.register_entry e
    where e.tenant_id = ${tx.tenantId} and e.unit_id = ${filter.unitId} and e.year = ${filter.year}
      ${filter.after === undefined ? sql`` : sql`and e.serial < ${Number(filter.after.key)}::integer`}
    order by e.serial desc limit ${filter.limit}`)
  return [...rows]
}
