import { sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { UnitTaskAttributes } from './schemas.ts'

/** A unit task's information as stored, with its version and who changed it last. */
export interface StoredAttributes extends UnitTaskAttributes {
  readonly id: Id
  readonly code: string
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: Date
}

interface AttributeRow extends Record<string, unknown> {
  id: Id
  code: string
  unit_ids: Id[]
  core_area: string
  purpose: string
  description: string
  service_keys: string[]
  laws: UnitTaskAttributes['laws']
  regulations: UnitTaskAttributes['regulations']
  budgets: UnitTaskAttributes['budgets']
  organisations: UnitTaskAttributes['organisations']
  version: number
  changed_by: string | null
  changed_at: Date | string
}

/** A unit task's information; undefined when missing or another agency's. */
export async function attributesOf(tx: TxCtx, id: Id): Promise<StoredAttributes | undefined> {
  const [row] = await tx.sql.execute<AttributeRow>(sql`
    select t.id, t.code, t.unit_ids, t.core_area, t.purpose, t.description, t.service_keys, t.laws, t.regulations,
      t.budgets, t.organisations, t.version, p.name as changed_by, t.changed_at
    from public.unit_task t
    left join public.person p on p.tenant_id = t.tenant_id and p.id = t.changed_by
    where t.tenant_id = ${tx.tenantId} and t.id = ${id}::uuid`)
  if (row === undefined) return undefined
  return {
    id: row.id,
    code: row.code,
    unitIds: row.unit_ids,
    coreArea: row.core_area,
    purpose: row.purpose,
    description: row.description,
    serviceKeys: row.service_keys,
    laws: row.laws,
    regulations: row.regulations,
    budgets: row.budgets,
    organisations: row.organisations,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
  }
}

export interface AttributeChange {
  readonly before: Partial<UnitTaskAttributes>
  readonly after: Partial<UnitTaskAttributes>
  readonly reason: string
}

/** Writes changed information with its history; false when somebody else changed the task since `version`. */
export async function saveAttributes(tx: TxCtx, next: StoredAttributes, change: AttributeChange): Promise<boolean> {
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  const at = tx.clock.now().toISOString()
  const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`
  const texts = (value: readonly string[]) => sql`array(select jsonb_array_elements_text(${json(value)}))`
  const rows = await tx.sql.execute(sql`
    with changed as (
      update public.unit_task set unit_ids = ${texts(next.unitIds)}::uuid[], core_area = ${next.coreArea},
        purpose = ${next.purpose}, description = ${next.description}, service_keys = ${texts(next.serviceKeys)},
        laws = ${json(next.laws)}, regulations = ${json(next.regulations)}, budgets = ${json(next.budgets)},
        organisations = ${json(next.organisations)}, changed_by = ${by}::uuid, changed_at = ${at}::timestamptz,
        version = version + 1
      where tenant_id = ${tx.tenantId} and id = ${next.id}::uuid and version = ${next.version}
      returning id, version)
    insert into public.unit_task_change
      (tenant_id, id, unit_task_id, version, changed_by, changed_at, reason, before, after)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, changed.id, changed.version, ${by}::uuid, ${at}::timestamptz,
      ${change.reason}, ${json(change.before)}, ${json(change.after)} from changed returning id`)
  return rows.length > 0
}

/** The performing units a new version of the tree names, with the task's history. */
export async function reassignUnits(
  tx: TxCtx,
  { unitTaskId, unitIds, reason }: { unitTaskId: Id; unitIds: readonly Id[]; reason: string },
): Promise<void> {
  const stored = await attributesOf(tx, unitTaskId)
  if (stored === undefined || [...stored.unitIds].sort().join() === [...unitIds].sort().join()) return
  const next = { ...stored, unitIds: [...unitIds] }
  await saveAttributes(tx, next, { before: { unitIds: stored.unitIds }, after: { unitIds: next.unitIds }, reason })
}

interface ChangeRow extends Record<string, unknown> {
  id: Id
  version: number
  changed_by: string | null
  changed_at: Date | string
  reason: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** A unit task's changes, newest first. */
export async function changesOf(tx: TxCtx, unitTaskId: Id) {
  const rows = await tx.sql.execute<ChangeRow>(sql`
    select c.id, c.version, p.name as changed_by, c.changed_at, c.reason, c.before, c.after
    from public.unit_task_change c
    left join public.person p on p.tenant_id = c.tenant_id and p.id = c.changed_by
    where c.tenant_id = ${tx.tenantId} and c.unit_task_id = ${unitTaskId}::uuid order by c.version desc`)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at).toISOString(),
    reason: row.reason,
    before: row.before,
    after: row.after,
  }))
}
