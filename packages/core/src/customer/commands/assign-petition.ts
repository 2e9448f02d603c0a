import { type Ctx, ValidationError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { petitionAssigned } from '../events.ts'
import { type ActOutput, type AssignPetitionInput, assignPetitionInput } from '../schemas.ts'
import { isMember } from '../staff.store.ts'

/**
 * The head gives a petition to a person of the owning unit, or back to the unit's queue (`personId` null).
 * @throws ValidationError `petition.person-not-in-unit`; ForbiddenError; ConflictError
 */
export async function assignPetition(ctx: Ctx, raw: AssignPetitionInput): Promise<ActOutput> {
  const input = parse(assignPetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'assign', input)
    const { personId, reason } = input
    if (personId !== null && !(await isMember(tx, personId, petition.unitId, now))) {
      throw new ValidationError('petition.person-not-in-unit', { field: 'personId' })
    }
    return recordAct(tx, petition, {
      verb: 'assign',
      change: { personId },
      steps: [{ kind: personId === null ? 'returned-to-queue' : 'assigned', reason }],
      events: [petitionAssigned.of({ petitionId: petition.id, unitId: petition.unitId, personId })],
      reason,
    })
  })
}
