import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { findPublicity, writePublicity } from '../publicity.store.ts'
import { staleRow } from '../row-act.ts'
import { type PublicityActOutput, type RemovePublicityInput, removePublicityInput } from '../schemas.ts'

/**
 * Takes a line out of 홍보관리, with the reason; the history keeps it.
 * @throws NotFoundError `task.publicity-not-found`; ForbiddenError; ConflictError `task.changed-meanwhile`, `task.closed`
 */
export async function removePublicity(ctx: Ctx, raw: RemovePublicityInput): Promise<PublicityActOutput> {
  const { publicityId, version, reason } = parse(removePublicityInput, raw)
  return withTenant(ctx, async (tx) => {
    const row = await findPublicity(tx, publicityId)
    const { taskCardId } = row
    await openCard(tx, 'edit-publicity', { taskCardId })
    if (version !== row.version || !(await writePublicity(tx, row, version, true))) {
      throw await staleRow(tx, 'task_publicity', publicityId)
    }
    const { title, channel, plannedDate, doneDate } = row
    const change = { subjectId: publicityId, before: { title, channel, plannedDate, doneDate }, reason }
    await recordAct(tx, {
      verb: 'remove-publicity',
      taskCardId,
      area: 'publicity',
      action: 'publicity-removed',
      ...change,
    })
    return { taskCardId, publicityId, version: version + 1 }
  })
}
