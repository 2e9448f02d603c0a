import { type Id, newId } from '../../kernel/index.ts'
import { audit, emit, type TxCtx } from '../../platform/index.ts'
import { reassignUnits } from '../attributes.store.ts'
import type { PlannedNode } from '../domain/plan-version.ts'
import { initialsOf, plainText } from '../domain/search.ts'
import { functionVersionApplied } from '../events.ts'
import {
  closePlacements,
  insertNodes,
  insertPlacements,
  insertUnitTasks,
  insertVersion,
  type NewPlacement,
  type NewUnitTask,
} from '../version-write.store.ts'
import type { PlannedImport } from './plan-import.ts'

export interface VersionHead {
  readonly label: string
  readonly year: number
  readonly validFrom: Date
  readonly source: string
  readonly reason: string
}

/**
 * Writes a plan without rejections as the next version, in the caller's transaction: ids stay by code, what changed
 * gets a placement from this version on, new unit tasks get what the file says of them.
 */
export async function applyPlan(
  tx: TxCtx,
  plan: PlannedImport,
  head: VersionHead,
): Promise<{ id: Id; sequence: number }> {
  const { tree, known, standing, summary, changes } = plan
  const version = { id: newId(), sequence: (plan.base?.sequence ?? 0) + 1, ...head, summary, changes }
  const fresh = [...tree.nodes.values()].filter(({ code }) => !known.has(code))
  const freshIds = new Map(fresh.map(({ code }) => [code, newId()]))
  const idOf = (code: string): Id => known.get(code)?.id ?? freshIds.get(code) ?? ''

  const placed = [...tree.nodes.values()].filter((node) => differs(node, standing.get(node.code)))
  const ended = [...standing.values()].filter(({ code }) => !tree.nodes.has(code))
  const closed = [...ended, ...placed.flatMap(({ code }) => standing.get(code) ?? [])]
  const reassigned = changes.filter(({ kind }) => kind === 'reassigned' || kind === 'revived')

  await insertVersion(tx, version)
  await insertNodes(
    tx,
    fresh.map(({ code, level }) => ({ id: idOf(code), code, level })),
  )
  await closePlacements(
    tx,
    closed.map(({ id }) => id),
    version.sequence,
  )
  await insertPlacements(
    tx,
    placed.map((node) => placementOf(node, idOf)),
    version.sequence,
  )
  await insertUnitTasks(
    tx,
    fresh.filter(({ level }) => level === 'unit-task').map((node) => taskOf(plan, node, idOf)),
  )
  for (const { code, level } of reassigned) {
    if (level !== 'unit-task') continue
    await reassignUnits(tx, { unitTaskId: idOf(code), unitIds: unitIdsOf(plan, code), reason: head.reason })
  }
  await audit(tx, {
    action: 'brm.apply-version',
    subjectType: 'brm',
    subjectId: version.id,
    after: { sequence: version.sequence, label: head.label, source: head.source, ...summary },
    reason: head.reason,
  })
  await emit(tx, functionVersionApplied.of({ versionId: version.id, sequence: version.sequence }))
  return { id: version.id, sequence: version.sequence }
}

function differs(node: PlannedNode, before: PlannedNode | undefined): boolean {
  if (before === undefined) return true
  return before.name !== node.name || before.parentCode !== node.parentCode || before.sort !== node.sort
}

function placementOf(node: PlannedNode, idOf: (code: string) => Id): NewPlacement {
  const { name, code } = node
  return {
    id: newId(),
    node_id: idOf(code),
    parent_id: node.parentCode === null ? null : idOf(node.parentCode),
    name,
    words: [plainText(name), plainText(initialsOf(name)), plainText(code)].join(' '),
    sort: node.sort,
  }
}

function unitIdsOf(plan: PlannedImport, code: string): Id[] {
  return (plan.tree.drafts.get(code)?.unitCodes ?? []).flatMap((unit) => plan.unitIdOf.get(unit) ?? [])
}

function taskOf(plan: PlannedImport, { code }: PlannedNode, idOf: (code: string) => Id): NewUnitTask {
  const draft = plan.tree.drafts.get(code)
  return {
    id: idOf(code),
    code,
    unit_ids: unitIdsOf(plan, code),
    core_area: draft?.coreArea ?? '',
    purpose: draft?.purpose ?? '',
    description: draft?.description ?? '',
    service_keys: draft?.serviceKeys ?? [],
    laws: draft?.laws ?? [],
    regulations: draft?.regulations ?? [],
    budgets: draft?.budgets ?? [],
    organisations: draft?.organisations ?? [],
  }
}
