import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { answered, openCard, recordAct, staleCard } from '../act.ts'
import { saveHeader } from '../card.store.ts'
import { requirePlacement } from '../checks.ts'
import { type HandOverTaskInput, handOverTaskInput, type TaskActOutput } from '../schemas.ts'

/**
 * 인계인수: another person takes charge of the card, in its unit or in another one. The history keeps who had it when.
 * @throws NotFoundError, ForbiddenError, ConflictError `task.same-owner`, `task.changed-meanwhile`; ValidationError
 * `task.person-not-in-unit`
 */
export async function handOverTask(ctx: Ctx, raw: HandOverTaskInput): Promise<TaskActOutput> {
  const input = parse(handOverTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'hand-over', input)
    const { ownerId, unitId = card.unitId, reason } = input
    if (ownerId === card.ownerId && unitId === card.unitId) throw new ConflictError('task.same-owner')
    await requirePlacement(tx, unitId, ownerId)
    const memberIds = card.memberIds.filter((personId) => personId !== ownerId)
    if (!(await saveHeader(tx, card, { ...card, ownerId, unitId, memberIds }))) {
      throw await staleCard(tx, card.id, 'header')
    }
    const before = { ownerId: card.ownerId, unitId: card.unitId }
    const change = { before, after: { ownerId, unitId }, reason }
    await recordAct(tx, { verb: 'hand-over', taskCardId: card.id, area: 'header', action: 'handed-over', ...change })
    return answered(card, 'header')
  })
}
