import { type Ctx, NotFoundError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { answered, openCard, recordAct, unitLineFor } from '../act.ts'
import { findPetition, placePetitions, saveTie } from '../petition.store.ts'
import { type TaskActOutput, type TiePetitionInput, tiePetitionInput } from '../schemas.ts'
import { serviceTitles } from '../subscribers.ts'

/**
 * Says that a petition of one's unit belongs to a card, beside what its service decides, or no longer (R9, 접수).
 * @throws NotFoundError `task.not-found`, `task.petition-not-found` also for a petition of units one is not in;
 * ForbiddenError; ConflictError `task.closed`
 */
export async function tiePetition(ctx: Ctx, raw: TiePetitionInput): Promise<TaskActOutput> {
  const { taskCardId, petitionId, tied } = parse(tiePetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'tie-petition', { taskCardId })
    const petition = await findPetition(tx, petitionId)
    const { actor } = tx
    if (actor.kind === 'officer') {
      const line = petition.unitId === null ? [] : await unitLineFor(tx, petition.unitId)
      const near = line.some((unitId) => actor.headOf.includes(unitId)) || actor.unitIds.includes(petition.unitId ?? '')
      if (!near) throw new NotFoundError('task.petition-not-found')
    }
    await saveTie(tx, petitionId, taskCardId, tied)
    await placePetitions(tx, [petitionId], await serviceTitles(tx))
    const action = tied ? 'petition-tied' : 'petition-untied'
    await recordAct(tx, {
      verb: 'tie-petition',
      taskCardId,
      area: 'customers',
      action,
      subjectId: petitionId,
      after: { tied },
    })
    return answered(card, 'none')
  })
}
