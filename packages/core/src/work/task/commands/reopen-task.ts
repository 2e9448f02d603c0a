import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { answered, openCard, recordAct, staleCard } from '../act.ts'
import { saveHeader } from '../card.store.ts'
import { type ReopenTaskInput, reopenTaskInput, type TaskActOutput } from '../schemas.ts'

/**
 * Opens a closed card again, with a reason.
 * @throws NotFoundError, ForbiddenError, ConflictError `task.not-closed`, `task.changed-meanwhile`
 */
export async function reopenTask(ctx: Ctx, raw: ReopenTaskInput): Promise<TaskActOutput> {
  const input = parse(reopenTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'reopen', input)
    const after = { status: 'active' as const, closedOn: null, closeReason: null }
    if (!(await saveHeader(tx, card, { ...card, ...after }))) throw await staleCard(tx, card.id, 'header')
    const change = {
      before: { status: 'closed', closedOn: card.closedOn },
      after: { status: 'active' },
      reason: input.reason,
    }
    await recordAct(tx, { verb: 'reopen', taskCardId: card.id, area: 'header', action: 'reopened', ...change })
    return answered(card, 'header')
  })
}
