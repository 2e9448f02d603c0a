import type { Ctx } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { petitionWithdrawn } from '../events.ts'
import { type ActOutput, type WithdrawPetitionInput, withdrawPetitionInput } from '../schemas.ts'

/** The citizen takes a petition back before it is answered (민원처리법 §22); the agency closes it. */
export async function withdrawPetition(ctx: Ctx, raw: WithdrawPetitionInput): Promise<ActOutput> {
  const input = parse(withdrawPetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'withdraw', input)
    return recordAct(tx, petition, {
      verb: 'withdraw',
      change: {
        status: 'withdrawn',
        outcome: 'withdrawn',
        closedAt: now,
        supplementUntil: null,
        tasks: [],
        timers: [],
      },
      steps: [{ kind: 'withdrawn', reason: input.reason }],
      events: [petitionWithdrawn.of({ petitionId: petition.id, unitId: petition.unitId })],
      reason: input.reason,
    })
  })
}
