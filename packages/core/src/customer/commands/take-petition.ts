import { ConflictError, type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { petitionAssigned } from '../events.ts'
import { lastChange } from '../petition.store.ts'
import { type ActOutput, type TakePetitionInput, takePetitionInput } from '../schemas.ts'

/**
 * A handler takes a petition that waits in the unit's queue.
 * @throws ConflictError `petition.already-taken` saying who took it and when; ForbiddenError outside the unit
 */
export async function takePetition(ctx: Ctx, raw: TakePetitionInput): Promise<ActOutput> {
  const input = parse(takePetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition } = await openFor(tx, 'take', { petitionId: input.petitionId })
    const taken = async () => {
      const last = await lastChange(tx, petition.id)
      const params = { who: last?.who ?? '—', at: (last?.at ?? petition.changedAt).toISOString() }
      return new ConflictError('petition.already-taken', { params })
    }
    if (petition.personId !== null) throw await taken()
    if (tx.actor.kind !== 'officer') throw new ForbiddenError()
    const { personId } = tx.actor
    const { unitId } = petition
    try {
      return await recordAct(tx, petition, {
        verb: 'take',
        change: { personId },
        steps: [{ kind: 'taken' }],
        events: [petitionAssigned.of({ petitionId: petition.id, unitId, personId })],
      })
    } catch (error) {
      if (error instanceof ConflictError && error.code === 'petition.changed-meanwhile') {
        const last = await lastChange(tx, petition.id)
        if (last?.personId != null) throw await taken()
      }
      throw error
    }
  })
}
