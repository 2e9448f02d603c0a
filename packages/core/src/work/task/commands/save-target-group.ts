import { type Ctx, NotFoundError, newId } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { difference } from '../change.store.ts'
import { staleRow } from '../row-act.ts'
import { type SaveTargetGroupInput, saveTargetGroupInput, type TargetGroupActOutput } from '../schemas.ts'
import { findTargetGroup, writeTargetGroup } from '../target-group.store.ts'

/**
 * A group of customers (대상군) that the task serves (R8).
 * @throws NotFoundError `task.not-found`, `task.group-not-found`; ForbiddenError; ConflictError `task.changed-meanwhile`, `task.closed`
 */
export async function saveTargetGroup(ctx: Ctx, raw: SaveTargetGroupInput): Promise<TargetGroupActOutput> {
  const { groupId, version, taskCardId, ...input } = parse(saveTargetGroupInput, raw)
  return withTenant(ctx, async (tx) => {
    await openCard(tx, 'edit-customers', { taskCardId })
    const old = groupId === undefined ? undefined : await findTargetGroup(tx, groupId)
    if (old !== undefined && old.taskCardId !== taskCardId) throw new NotFoundError('task.group-not-found')
    const group = { id: old?.id ?? newId(), taskCardId, ...input, version: old === undefined ? 0 : version }
    if ((old !== undefined && version !== old.version) || !(await writeTargetGroup(tx, group))) {
      throw await staleRow(tx, 'task_target_group', group.id)
    }
    const action = old === undefined ? 'group-added' : 'group-changed'
    const changed = old === undefined ? { after: { ...input } } : difference({ ...old }, { ...input })
    await recordAct(tx, { verb: 'save-group', taskCardId, area: 'customers', action, subjectId: group.id, ...changed })
    return { taskCardId, groupId: group.id, version: group.version + 1 }
  })
}
