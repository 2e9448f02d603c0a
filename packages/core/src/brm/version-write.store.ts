import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { FunctionChange, Summary } from './domain/diff.ts'
import type { FunctionLevel } from './domain/levels.ts'

/** One import at a time in an agency; waits for one that is running. */
export async function lockFunctions(tx: TxCtx): Promise<void> {
  await tx.sql.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`brm:${tx.tenantId}`}, 0))`)
}

export interface NewVersion {
  readonly id: Id
  readonly sequence: number
  readonly label: string
  readonly year: number
  readonly validFrom: Date
  readonly source: string
  readonly reason: string
  readonly summary: Summary
  readonly changes: readonly FunctionChange[]
}

/** Writes the version itself. */
export async function insertVersion(tx: TxCtx, version: NewVersion): Promise<void> {
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  await tx.sql.execute(sql`
    insert into public.function_version
      (tenant_id, id, sequence, label, year, valid_from, source, reason, imported_by, imported_at, summary, changes)
    values (${tx.tenantId}, ${version.id}, ${version.sequence}, ${version.label}, ${version.year},
      ${version.validFrom.toISOString()}::timestamptz, ${version.source}, ${version.reason}, ${by}::uuid,
      ${tx.clock.now().toISOString()}::timestamptz, ${JSON.stringify(version.summary)}::text::jsonb,
      ${JSON.stringify(version.changes)}::text::jsonb)`)
}

/** Writes nodes never seen before. */
export async function insertNodes(
  tx: TxCtx,
  nodes: readonly { id: Id; code: string; level: FunctionLevel }[],
): Promise<void> {
  if (nodes.length === 0) return
  await tx.sql.execute(sql`
    insert into public.function_node (tenant_id, id, code, level)
    select ${tx.tenantId}::uuid, x.id, x.code, x.level
    from jsonb_to_recordset(${JSON.stringify(nodes)}::text::jsonb) as x(id uuid, code text, level text)`)
}

export interface NewPlacement {
  readonly id: Id
  readonly node_id: Id
  readonly parent_id: Id | null
  readonly name: string
  readonly words: string
  readonly sort: number
}

/** Ends the placements of nodes that the version changes or leaves out. */
export async function closePlacements(tx: TxCtx, nodeIds: readonly Id[], sequence: number): Promise<void> {
  if (nodeIds.length === 0) return
  await tx.sql.execute(sql`
    update public.function_placement set to_version = ${sequence}
    where tenant_id = ${tx.tenantId} and to_version is null and node_id = any(${`{${nodeIds.join(',')}}`}::uuid[])`)
}

/** Writes how nodes are called and where they hang from the version on. */
export async function insertPlacements(
  tx: TxCtx,
  placements: readonly NewPlacement[],
  sequence: number,
): Promise<void> {
  if (placements.length === 0) return
  await tx.sql.execute(sql`
    insert into public.function_placement (tenant_id, id, node_id, parent_id, name, words, sort, from_version)
    select ${tx.tenantId}::uuid, x.id, x.node_id, x.parent_id, x.name, x.words, x.sort, ${sequence}
    from jsonb_to_recordset(${JSON.stringify(placements)}::text::jsonb)
      as x(id uuid, node_id uuid, parent_id uuid, name text, words text, sort integer)`)
}

export interface NewUnitTask {
  readonly id: Id
  readonly code: string
  readonly unit_ids: readonly Id[]
  readonly core_area: string
  readonly purpose: string
  readonly description: string
  readonly service_keys: readonly string[]
  readonly laws: unknown
  readonly regulations: unknown
  readonly budgets: unknown
  readonly organisations: unknown
}

/** Writes unit tasks never seen before with what the file says of them. */
export async function insertUnitTasks(tx: TxCtx, tasks: readonly NewUnitTask[]): Promise<void> {
  if (tasks.length === 0) return
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  await tx.sql.execute(sql`
    insert into public.unit_task (tenant_id, id, code, unit_ids, core_area, purpose, description, service_keys, laws,
      regulations, budgets, organisations, changed_by, changed_at)
    select ${tx.tenantId}::uuid, x.id, x.code, x.unit_ids, x.core_area, x.purpose, x.description, x.service_keys, x.laws,
      x.regulations, x.budgets, x.organisations, ${by}::uuid, ${tx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(tasks)}::text::jsonb) as x(id uuid, code text, unit_ids uuid[], core_area text,
      purpose text, description text, service_keys text[], laws jsonb, regulations jsonb, budgets jsonb, organisations jsonb)`)
}

/** The units' codes by id and ids by code, of any time. */
export async function unitCodes(tx: TxCtx): Promise<{ idOf: Map<string, Id>; codeOf: Map<Id, string> }> {
  const rows = await tx.sql.execute<{ id: Id; code: string }>(
    sql`select id, code from public.unit where tenant_id = ${tx.tenantId}`,
  )
  return {
    idOf: new Map(rows.map((row) => [row.code, row.id])),
    codeOf: new Map(rows.map((row) => [row.id, row.code])),
  }
}
