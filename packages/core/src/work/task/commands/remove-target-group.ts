import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { staleRow } from '../row-act.ts'
import { type RemoveTargetGroupInput, removeTargetGroupInput, type TargetGroupActOutput } from '../schemas.ts'
import { findTargetGroup, writeTargetGroup } from '../target-group.store.ts'

/**
 * Takes a group of customers off a card, with the reason; the history keeps it.
 * @throws NotFoundError `task.group-not-found`; ForbiddenError; ConflictError `task.changed-meanwhile`, `task.closed`
 */
export async function removeTargetGroup(ctx: Ctx, raw: RemoveTargetGroupInput): Promise<TargetGroupActOutput> {
  const { groupId, version, reason } = parse(removeTargetGroupInput, raw)
  return withTenant(ctx, async (tx) => {
    const group = await findTargetGroup(tx, groupId)
    const { taskCardId, name, kind, size } = group
    await openCard(tx, 'edit-customers', { taskCardId })
    if (version !== group.version || !(await writeTargetGroup(tx, group, true))) {
      throw await staleRow(tx, 'task_target_group', groupId)
    }
    const change = { subjectId: groupId, before: { name, kind, size }, reason }
    await recordAct(tx, { verb: 'remove-group', taskCardId, area: 'customers', action: 'group-removed', ...change })
    return { taskCardId, groupId, version: version + 1 }
  })
}
