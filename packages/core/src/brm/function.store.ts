import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { FunctionLevel } from './domain/levels.ts'
import type { FunctionNode } from './domain/tree.ts'
import type { FunctionVersionView } from './schemas.ts'

/** The sequence of the version that stands at the act's time, as SQL; 0 when there is none. */
export function currentSequence(tx: TxCtx) {
  return sql`(select coalesce(max(v.sequence), 0) from public.function_version v
    where v.tenant_id = ${tx.tenantId} and v.valid_from <= ${tx.clock.now().toISOString()}::timestamptz)`
}

interface VersionRow extends Record<string, unknown> {
  id: Id
  sequence: number
  label: string
  year: number
  valid_from: Date | string
  source: string
  reason: string
  imported_by: string | null
  imported_at: Date | string
  summary: FunctionVersionView['summary']
}

/** All versions of the agency's tree, newest first. */
export async function listVersions(tx: TxCtx): Promise<FunctionVersionView[]> {
  const rows = await tx.sql.execute<VersionRow>(sql`
    select v.id, v.sequence, v.label, v.year, v.valid_from, v.source, v.reason, p.name as imported_by, v.imported_at, v.summary
    from public.function_version v
    left join public.person p on p.tenant_id = v.tenant_id and p.id = v.imported_by
    where v.tenant_id = ${tx.tenantId} order by v.sequence desc`)
  const now = tx.clock.now()
  const current = rows.find((row) => new Date(row.valid_from) <= now)?.sequence
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    label: row.label,
    year: row.year,
    validFrom: new Date(row.valid_from).toISOString(),
    source: row.source,
    reason: row.reason,
    importedBy: row.imported_by,
    importedAt: new Date(row.imported_at).toISOString(),
    summary: row.summary,
    current: row.sequence === current,
  }))
}

/** What a version changed; undefined when there is no such version. */
export async function changesOfVersion(tx: TxCtx, versionId: Id): Promise<unknown[] | undefined> {
  const [row] = await tx.sql.execute<{ changes: unknown[] }>(sql`
    select changes from public.function_version where tenant_id = ${tx.tenantId} and id = ${versionId}::uuid`)
  return row?.changes
}

interface NodeRow extends Record<string, unknown> {
  id: Id
  code: string
  level: FunctionLevel
  name: string
  parent_id: Id | null
  sort: number
  unit_ids: Id[] | null
}

/** A node as one version has it, with the units that do a unit task. */
export interface PlacedNode extends FunctionNode {
  readonly unitIds: readonly Id[]
}

/** The nodes that stand in a version, in no order. */
export async function nodesOfVersion(tx: TxCtx, sequence: number): Promise<PlacedNode[]> {
  const rows = await tx.sql.execute<NodeRow>(sql`
    select n.id, n.code, n.level, p.name, p.parent_id, p.sort, t.unit_ids
    from public.function_placement p
    join public.function_node n on n.tenant_id = p.tenant_id and n.id = p.node_id
    left join public.unit_task t on t.tenant_id = n.tenant_id and t.id = n.id
    where p.tenant_id = ${tx.tenantId} and p.from_version <= ${sequence}
      and (p.to_version is null or p.to_version > ${sequence})`)
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    level: row.level,
    name: row.name,
    parentId: row.parent_id,
    sort: row.sort,
    unitIds: row.unit_ids ?? [],
  }))
}

/** Every code the agency ever used, with its node's id and level. */
export async function knownNodes(tx: TxCtx): Promise<Map<string, { id: Id; level: FunctionLevel }>> {
  const rows = await tx.sql.execute<{ id: Id; code: string; level: FunctionLevel }>(
    sql`select id, code, level from public.function_node where tenant_id = ${tx.tenantId}`,
  )
  return new Map(rows.map((row) => [row.code, { id: row.id, level: row.level }]))
}

/** Whether the agency has any version of the tree. */
export async function hasVersion(tx: TxCtx): Promise<boolean> {
  const rows = await tx.sql.execute(sql`select 1 from public.function_version where tenant_id = ${tx.tenantId} limit 1`)
  return rows.length > 0
}
