import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { workByHash } from '../../release.ts'
import { answered, openCard, recordAct, staleCard } from '../act.ts'
import { saveHeader } from '../card.store.ts'
import { difference } from '../change.store.ts'
import { requirePeople } from '../checks.ts'
import { checkFields } from '../domain/card-fields.ts'
import { type EditTaskCardInput, editTaskCardInput, type TaskActOutput } from '../schemas.ts'

/**
 * Changes the 표제부: name, goal, background, members, the release's fields. The person in charge changes by handing over.
 * @throws NotFoundError, ForbiddenError, ConflictError `task.changed-meanwhile`, `task.closed`; ValidationError for members or fields
 */
export async function editTaskCard(ctx: Ctx, raw: EditTaskCardInput): Promise<TaskActOutput> {
  const { reason, ...input } = parse(editTaskCardInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'edit', input)
    const [{ work }] = await Promise.all([workByHash(tx, card.releaseHash), requirePeople(tx, input.memberIds)])
    const { name, goal, background } = input
    const fields = checkFields(work.task.fields, input.fields)
    const memberIds = [...new Set(input.memberIds)].filter((personId) => personId !== card.ownerId)
    const after = { name, goal, background, fields, memberIds }
    if (!(await saveHeader(tx, card, { ...card, ...after }))) throw await staleCard(tx, card.id, 'header')
    const changed = difference({ ...card }, after)
    await recordAct(tx, { verb: 'edit', taskCardId: card.id, area: 'header', action: 'edited', ...changed, reason })
    return answered(card, 'header')
  })
}
