import { type SQL, sql } from 'drizzle-orm'
import type { Actor, Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Cursor } from './cursor.ts'

const listOf = (keys: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`

/** How many petitions of the services were answered, how many in time, and their mean of statutory days. */
export async function caseFigures(tx: TxCtx, serviceKeys: readonly string[]) {
  const [row] = await tx.sql.execute<{
    completed: number
    in_time: number
    mean_days: string | null
    open: number
  }>(sql`
    select count(*) filter (where p.status = 'completed')::int as completed,
      count(*) filter (where p.status = 'completed' and p.within_deadline)::int as in_time,
      round(avg(p.statutory_days) filter (where p.status = 'completed'), 1)::text as mean_days,
      count(*) filter (where p.closed_at is null)::int as open
    from public.petition p where p.tenant_id = ${tx.tenantId} and p.service_key in ${listOf(serviceKeys)}`)
  return {
    completed: row?.completed ?? 0,
    inTime: row?.in_time ?? 0,
    meanDays: row?.mean_days == null ? null : Number(row.mean_days),
    open: row?.open ?? 0,
  }
}

/** Petitions the officer may read: of the own units, of units below one headed, one's own; all for those who oversee. */
function readable(actor: Actor, oversees: boolean): SQL {
  if (actor.kind === 'system' || oversees) return sql`true`
  if (actor.kind !== 'officer') return sql`false`
  return sql`(p.person_id = ${actor.personId}::uuid or p.unit_id = any(${`{${actor.unitIds.join(',')}}`}::uuid[])
    or p.unit_id in (
      with recursive headed (id) as (
        select unnest(${`{${actor.headOf.join(',')}}`}::uuid[])
        union
        select v.unit_id from public.unit_version v join headed on v.parent_id = headed.id
        where v.tenant_id = p.tenant_id and v.valid_to is null
      ) select id from headed))`
}

interface CaseRow extends Record<string, unknown> {
  id: Id
  number: string
  title: string
  service_key: string
  release_hash: string
  unit_id: Id
  unit_name: LocalizedText | null
  person_name: string | null
  completed_at: string
  within_deadline: boolean
}

/** Answered petitions of the services that the actor may read, the last answered first. */
export async function answeredCases(
  tx: TxCtx,
  wanted: { serviceKeys: readonly string[]; oversees: boolean; after: Cursor | undefined; limit: number },
) {
  const { serviceKeys, oversees, after, limit } = wanted
  const rows = await tx.sql.execute<CaseRow>(sql`
    select p.id, p.number, p.title, p.service_key, p.release_hash, p.unit_id, w.name as person_name, p.completed_at,
      p.within_deadline,
      (select v.name from public.unit_version v where v.tenant_id = p.tenant_id and v.unit_id = p.unit_id
        order by v.valid_from desc limit 1) as unit_name
    from public.petition p
    left join public.person w on w.tenant_id = p.tenant_id and w.id = p.person_id
    where p.tenant_id = ${tx.tenantId} and p.status = 'completed' and p.service_key in ${listOf(serviceKeys)}
      and ${readable(tx.actor, oversees)}
      ${after === undefined ? sql`` : sql`and (p.completed_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by p.completed_at desc, p.id desc limit ${limit}`)
  return rows.map((row) => ({
    petitionId: row.id,
    number: row.number,
    title: row.title,
    serviceKey: row.service_key,
    releaseHash: row.release_hash,
    unit: { id: row.unit_id, name: row.unit_name ?? { ko: '—', en: '—' } },
    person: row.person_name,
    completedAt: new Date(row.completed_at),
    inTime: row.within_deadline,
  }))
}
