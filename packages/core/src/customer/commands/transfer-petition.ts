import { type Ctx, ValidationError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { petitionAssigned, petitionTransferred } from '../events.ts'
import { type ActOutput, type TransferPetitionInput, transferPetitionInput } from '../schemas.ts'
import { placementOf } from '../staff.store.ts'

/**
 * Hands a petition to another unit of the agency, with the reason. The clock goes on: a wrong first assignment is the
 * agency's own time (시행령 제13조제2항). The new unit's freest handler gets it.
 * @throws ValidationError `petition.unit-unknown`, `petition.same-unit`; ForbiddenError; ConflictError
 */
export async function transferPetition(ctx: Ctx, raw: TransferPetitionInput): Promise<ActOutput> {
  const input = parse(transferPetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'transfer', input)
    if (input.unitId === petition.unitId) throw new ValidationError('petition.same-unit', { field: 'unitId' })
    const goal = await placementOf(tx, input.unitId, now)
    if (goal === undefined)
      throw new ValidationError('petition.unit-unknown', { field: 'unitId', params: { unit: input.unitId } })
    const { unitId, personId } = goal
    const fromUnitId = petition.unitId
    const wasDuty = petition.dutyUnitId === fromUnitId
    return recordAct(tx, petition, {
      verb: 'transfer',
      change: {
        unitId,
        personId,
        dutyUnitId: wasDuty ? unitId : petition.dutyUnitId,
        tasks: petition.tasks.map((task) => (task.unitId === fromUnitId ? { ...task, unitId } : task)),
        status: 'open',
        supplementUntil: null,
      },
      steps: [
        { kind: 'transferred', reason: input.reason, personId: null },
        ...(personId === null ? [] : [{ kind: 'assigned' }]),
      ],
      events: [
        petitionTransferred.of({ petitionId: petition.id, fromUnitId, toUnitId: unitId, toTenantId: null }),
        petitionAssigned.of({ petitionId: petition.id, unitId, personId }),
      ],
      reason: input.reason,
    })
  })
}
