import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { Day } from './domain/day.ts'
import { actorPerson, ids, instant, json, personOf, uuids } from './sql-parts.store.ts'

export type PublicityChannel = 'press' | 'briefing' | 'broadcast' | 'web' | 'social' | 'publication' | 'event' | 'other'

/** A line of 홍보관리. */
export interface Publicity {
  readonly id: Id
  readonly taskCardId: Id
  readonly title: string
  readonly channel: PublicityChannel
  readonly target: string
  readonly plannedDate: Day
  readonly doneDate: Day | null
  readonly result: string
  readonly reach: number | null
  readonly fileIds: readonly Id[]
  readonly changedBy: { readonly id: Id; readonly name: string } | null
  readonly changedAt: string
  readonly version: number
}

export type PublicityState = Omit<Publicity, 'changedBy' | 'changedAt' | 'version'>

async function select(tx: TxCtx, column: 'id' | 'task_card_id', id: Id): Promise<Publicity[]> {
  const rows = await tx.sql.execute<
    Omit<Publicity, 'fileIds' | 'changedBy'> & { file_ids: unknown; changed_by: Id | null; changed_name: string | null }
  >(sql`
    select p.id, p.task_card_id as "taskCardId", p.title, p.channel, p.target, p.planned_date::text as "plannedDate",
      p.done_date::text as "doneDate", p.result, p.reach, to_jsonb(p.file_ids) as file_ids, p.changed_by, o.name as changed_name,
      p.changed_at as "changedAt", p.version
    from public.task_publicity p left join public.person o on o.tenant_id = p.tenant_id and o.id = p.changed_by
    where p.tenant_id = ${tx.tenantId} and not p.removed and p.${sql.raw(column)} = ${id} order by p.planned_date, p.id`)
  return rows.map(({ file_ids, changed_by, changed_name, changedAt, ...row }) => ({
    ...row,
    fileIds: ids(json(file_ids)),
    changedBy: personOf(changed_by, changed_name),
    changedAt: instant(changedAt),
  }))
}

/** The lines of a card, by planned day. */
export function publicityOf(tx: TxCtx, cardId: Id): Promise<Publicity[]> {
  return select(tx, 'task_card_id', cardId)
}

/** A line. @throws NotFoundError `task.publicity-not-found`, also for another agency's */
export async function findPublicity(tx: TxCtx, id: Id): Promise<Publicity> {
  const [row] = await select(tx, 'id', id)
  if (row === undefined) throw new NotFoundError('task.publicity-not-found')
  return row
}

/** Writes a line: a new one with version 0, else the one of that version. @returns false when it changed meanwhile */
export async function writePublicity(
  tx: TxCtx,
  row: PublicityState,
  version: number,
  removed = false,
): Promise<boolean> {
  const values = sql`${row.title}::text, ${row.channel}::text, ${row.target}::text, ${row.plannedDate}::date, ${row.doneDate}::date,
    ${row.result}::text, ${row.reach}::int, ${uuids(row.fileIds)}::text::uuid[], ${removed}::boolean, ${actorPerson(tx.actor)}::uuid,
    ${tx.clock.now().toISOString()}::timestamptz`
  const columns = sql`title, channel, target, planned_date, done_date, result, reach, file_ids, removed, changed_by, changed_at`
  const rows =
    version === 0
      ? await tx.sql.execute(sql`
          insert into public.task_publicity (tenant_id, id, task_card_id, ${columns})
          values (${tx.tenantId}, ${row.id}, ${row.taskCardId}, ${values}) returning id`)
      : await tx.sql.execute(sql`
          update public.task_publicity set (${columns}, version) = row(${values}, version + 1)
          where tenant_id = ${tx.tenantId} and id = ${row.id} and version = ${version} and not removed returning id`)
  return rows.length === 1
}

/** Whether a file hangs on a line of any card. */
export async function isPublicityFile(tx: TxCtx, fileId: Id): Promise<boolean> {
  const [row] = await tx.sql.execute<{ found: boolean }>(sql`
    select exists (select from public.task_publicity where tenant_id = ${tx.tenantId} and not removed
      and file_ids @> array[${fileId}::uuid]) as found`)
  return row?.found === true
}
