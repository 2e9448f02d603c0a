import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { parse, sendEnvelope, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { PETITION_TRANSFER_REFUSAL, type RefusalLetter } from '../exchange.ts'
import { type ActOutput, type RefuseTransferInput, refuseTransferInput } from '../schemas.ts'
import { settleTransfer } from '../transfer.store.ts'

/** Sends a petition that another agency handed over back to it, with the reason; this copy closes as returned. */
export async function refuseTransfer(ctx: Ctx, raw: RefuseTransferInput): Promise<ActOutput> {
  const input = parse(refuseTransferInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'refuse-transfer', input)
    const { fromTenantId, fromPetitionId } = petition
    if (fromTenantId === null || fromPetitionId === null) throw new ConflictError('petition.not-transferred-here')
    const { reason } = input
    const letter: RefusalLetter = { petitionId: fromPetitionId, reason, origin: tx.origin }
    await sendEnvelope(tx, { toTenantId: fromTenantId, kind: PETITION_TRANSFER_REFUSAL, payload: letter })
    await settleTransfer(tx, petition.id, fromTenantId, { status: 'refused', refusal: reason })
    return recordAct(tx, petition, {
      verb: 'refuse-transfer',
      change: { status: 'returned', outcome: 'returned', closedAt: now, supplementUntil: null, tasks: [], timers: [] },
      steps: [{ kind: 'transfer-returned', reason }],
      events: [],
      reason,
    })
  })
}
