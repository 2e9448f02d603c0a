import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { initialsOf, isInitials, plainText } from './domain/search.ts'
import { currentSequence } from './function.store.ts'

/** 단위과제 as other modules see it. */
export interface UnitTask {
  readonly id: Id
  readonly code: string
  /** The name of the version that stands; of an ended task the last it had. */
  readonly name: string
  /** Names from 정책분야 to 소기능. */
  readonly path: readonly string[]
  /** 수행주체. */
  readonly unitIds: readonly Id[]
  /** False when the standing version has it no more: what hangs on it stays, nothing new may. */
  readonly active: boolean
}

interface TaskRow extends Record<string, unknown> {
  id: Id
  code: string
  name: string
  path: string[]
  unit_ids: Id[]
  active: boolean
}

/** Unit tasks with their last placement at the act's time and the five names above it. */
function tasks(tx: TxCtx) {
  const above = [5, 4, 3, 2, 1].map((depth) => {
    const [child, parent] = [sql.raw(`p${depth + 1}`), sql.raw(`p${depth}`)]
    return sql`left join public.function_placement ${parent} on ${parent}.tenant_id = t.tenant_id and ${parent}.node_id = ${child}.parent_id
      and ${parent}.from_version <= p6.seen and (${parent}.to_version is null or ${parent}.to_version > p6.seen)`
  })
  return sql`
    select t.id, t.code, p6.name, t.unit_ids, p6.active, p6.words,
      array_remove(array[p1.name, p2.name, p3.name, p4.name, p5.name], null) as path
    from (select ${currentSequence(tx)} as sequence) now
    cross join public.unit_task t
    join lateral (
      select p.name, p.words, p.parent_id, (p.to_version is null or p.to_version > now.sequence) as active,
        least(now.sequence, coalesce(p.to_version - 1, now.sequence)) as seen
      from public.function_placement p
      where p.tenant_id = t.tenant_id and p.node_id = t.id and p.from_version <= now.sequence
      order by p.from_version desc limit 1) p6 on true
    ${sql.join(above, sql` `)}
    where t.tenant_id = ${tx.tenantId}`
}

/** Unit tasks by id, in the order asked for; unknown and another agency's ids are left out. */
export async function unitTasksByIds(tx: TxCtx, ids: readonly Id[]): Promise<UnitTask[]> {
  if (ids.length === 0) return []
  const wanted = `{${ids.join(',')}}`
  const rows = await tx.sql.execute<TaskRow>(sql`${tasks(tx)} and t.id = any(${wanted}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, toTask(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One unit task. @throws NotFoundError `brm.unit-task-not-found` */
export async function unitTaskById(tx: TxCtx, id: Id): Promise<UnitTask> {
  const [task] = await unitTasksByIds(tx, [id])
  if (task === undefined) throw new NotFoundError('brm.unit-task-not-found')
  return task
}

/** Unit tasks by code; unknown codes are left out. */
export async function unitTasksByCodes(tx: TxCtx, codes: readonly string[]): Promise<UnitTask[]> {
  if (codes.length === 0) return []
  const rows = await tx.sql.execute<TaskRow>(sql`
    ${tasks(tx)} and t.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb))`)
  const byCode = new Map(rows.map((row) => [row.code, toTask(row)]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** Unit tasks that stand and are tied to a service of the agency's petitions. */
export async function unitTasksOfService(tx: TxCtx, serviceKey: string): Promise<UnitTask[]> {
  const rows = await tx.sql.execute<TaskRow>(sql`
    ${tasks(tx)} and t.service_keys @> array[${serviceKey}::text] and p6.active order by t.code`)
  return rows.map(toTask)
}

/**
 * Unit tasks that stand, found by name, code or 초성, of one unit or of all; by name.
 * @returns the first `limit` of them and how many there are
 */
export async function findUnitTasks(
  tx: TxCtx,
  search: { query: string; unitId?: Id | undefined; limit: number },
): Promise<{ rows: UnitTask[]; total: number }> {
  const plain = plainText(isInitials(search.query) ? initialsOf(search.query) : search.query)
  const like = `%${plain.replace(/[\\%_]/g, '\\$&')}%`
  const words = plain === '' ? sql`` : sql`and p6.words like ${like}`
  const unit = search.unitId === undefined ? sql`` : sql`and t.unit_ids @> array[${search.unitId}::uuid]`
  const rows = await tx.sql.execute<TaskRow & { total: number }>(sql`
    select found.*, count(*) over ()::int as total from (${tasks(tx)} and p6.active ${unit} ${words}) found
    order by found.name, found.code limit ${search.limit}`)
  return { rows: rows.map(toTask), total: rows[0]?.total ?? 0 }
}

function toTask(row: TaskRow): UnitTask {
  return { id: row.id, code: row.code, name: row.name, path: row.path, unitIds: row.unit_ids, active: row.active }
}
