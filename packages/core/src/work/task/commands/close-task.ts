import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { answered, openCard, recordAct, staleCard } from '../act.ts'
import { saveHeader } from '../card.store.ts'
import { type CloseTaskInput, closeTaskInput, type TaskActOutput } from '../schemas.ts'

/**
 * Closes a card with a reason: done, or given up. Phases left open stay open and count as late, for nothing is done by
 * closing.
 * @throws NotFoundError, ForbiddenError, ConflictError `task.closed`, `task.changed-meanwhile`
 */
export async function closeTask(ctx: Ctx, raw: CloseTaskInput): Promise<TaskActOutput> {
  const input = parse(closeTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card, today } = await openCard(tx, 'close', input)
    const { reason } = input
    const after = { status: 'closed' as const, closedOn: today, closeReason: reason }
    if (!(await saveHeader(tx, card, { ...card, ...after }))) throw await staleCard(tx, card.id, 'header')
    const change = { before: { status: 'active' }, after: { status: 'closed', closedOn: today }, reason }
    await recordAct(tx, { verb: 'close', taskCardId: card.id, area: 'header', action: 'closed', ...change })
    return answered(card, 'header')
  })
}
