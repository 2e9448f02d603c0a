import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { FunctionLevel } from './domain/levels.ts'
import { currentSequence } from './function.store.ts'

/** The nodes above a unit task, 정책분야 first, as its last version has them. */
export async function ancestorsOfTask(tx: TxCtx, unitTaskId: Id) {
  const rows = await tx.sql.execute<{ id: Id; code: string; level: FunctionLevel; name: string }>(sql`
    with recursive last as (
      select p.parent_id, least(s.now, coalesce(p.to_version - 1, s.now)) as seen
      from public.function_placement p cross join (select ${currentSequence(tx)} as now) s
      where p.tenant_id = ${tx.tenantId} and p.node_id = ${unitTaskId}::uuid and p.from_version <= s.now
      order by p.from_version desc limit 1
    ), up as (
      select p.node_id, p.parent_id, p.name, last.seen, 1 as depth
      from last join public.function_placement p on p.tenant_id = ${tx.tenantId} and p.node_id = last.parent_id
        and p.from_version <= last.seen and (p.to_version is null or p.to_version > last.seen)
      union all
      select p.node_id, p.parent_id, p.name, up.seen, up.depth + 1
      from up join public.function_placement p on p.tenant_id = ${tx.tenantId} and p.node_id = up.parent_id
        and p.from_version <= up.seen and (p.to_version is null or p.to_version > up.seen)
      where up.depth < 6
    )
    select n.id, n.code, n.level, up.name from up
    join public.function_node n on n.tenant_id = ${tx.tenantId} and n.id = up.node_id order by up.depth desc`)
  return rows.map(({ id, code, level, name }) => ({ id, code, level, name }))
}

interface PlacementRow extends Record<string, unknown> {
  label: string
  year: number
  valid_from: Date | string
  name: string
  path: string[] | null
  ended: boolean
}

/** How a unit task was called and where it hung through the versions that changed it, newest first. */
export async function placementsOf(tx: TxCtx, unitTaskId: Id) {
  const rows = await tx.sql.execute<PlacementRow>(sql`
    with recursive own as (
      select p.id, p.name, p.parent_id, p.from_version, p.to_version from public.function_placement p
      where p.tenant_id = ${tx.tenantId} and p.node_id = ${unitTaskId}::uuid
    ), up as (
      select own.id, own.from_version as seen, p.parent_id, array[p.name] as path
      from own join public.function_placement p on p.tenant_id = ${tx.tenantId} and p.node_id = own.parent_id
        and p.from_version <= own.from_version and (p.to_version is null or p.to_version > own.from_version)
      union all
      select up.id, up.seen, p.parent_id, p.name || up.path
      from up join public.function_placement p on p.tenant_id = ${tx.tenantId} and p.node_id = up.parent_id
        and p.from_version <= up.seen and (p.to_version is null or p.to_version > up.seen)
    )
    select v.label, v.year, v.valid_from, own.name, up.path,
      own.to_version is not null and not exists (select from own later where later.from_version >= own.to_version) as ended
    from own
    join public.function_version v on v.tenant_id = ${tx.tenantId} and v.sequence = own.from_version
    left join up on up.id = own.id and up.parent_id is null
    order by own.from_version desc`)
  return rows.map((row) => ({
    label: row.label,
    year: row.year,
    validFrom: new Date(row.valid_from).toISOString(),
    name: row.name,
    path: row.path ?? [],
    ended: row.ended,
  }))
}
