import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { workByHash } from '../../release.ts'
import { unitLineFor } from '../act.ts'
import { difference, insertChange } from '../change.store.ts'
import { requireObjective } from '../checks.ts'
import { taskChanged } from '../events.ts'
import { findManagedTask, lastManagedChange, saveManagedTask } from '../managed.store.ts'
import { canTask } from '../policy.ts'
import { insertStages } from '../quality.store.ts'
import { type EditManagedTaskInput, type EditManagedTaskOutput, editManagedTaskInput } from '../schemas.ts'

/**
 * Changes what a managed task is: its name, objective, 연두업무보고과제, 품질관리과제. Made quality-managed, its cards get the
 * stages of the manual; taken out again, what was answered stays.
 * @throws NotFoundError `task.managed-not-found`; ForbiddenError; ConflictError `task.changed-meanwhile`
 */
export async function editManagedTask(ctx: Ctx, raw: EditManagedTaskInput): Promise<EditManagedTaskOutput> {
  const { managedTaskId, version, reason, ...input } = parse(editManagedTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const task = await findManagedTask(tx, managedTaskId)
    const unitLine = await unitLineFor(tx, task.unitId)
    authorise(canTask(tx.actor, 'edit-managed', { unitLine, ownerId: null, memberIds: [] }))
    requireObjective(await releaseByHash(tx, task.releaseHash), input.objectiveKey)
    const cardIds = await saveManagedTask(tx, { ...task, ...input, version })
    if (cardIds === undefined) {
      const last = await lastManagedChange(tx, managedTaskId)
      const params = { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() }
      throw new ConflictError('task.changed-meanwhile', { params })
    }
    if (input.qualityManaged && !task.qualityManaged) {
      const { work } = await workByHash(tx, task.releaseHash)
      await insertStages(
        tx,
        cardIds,
        work.qualityStages.map((stage) => stage.key),
      )
    }
    const { name, objectiveKey, annualReport, qualityManaged } = task
    const changed = difference({ name, objectiveKey, annualReport, qualityManaged }, input)
    const subject = { subjectType: 'managed-task', subjectId: managedTaskId }
    await audit(tx, { action: 'managed-task.edit', ...subject, ...changed, reason })
    for (const taskCardId of cardIds) {
      await insertChange(tx, { taskCardId, area: 'header', action: 'managed-task-edited', ...changed, reason })
      await emit(tx, taskChanged.of({ taskCardId }), { touches: [`task:${taskCardId}`] })
    }
    return { managedTaskId, version: version + 1 }
  })
}
