import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import { tellSender } from '../tell-sender.ts'
import { type CloseReceptionInput, closeReceptionInput, type ReceptionActOutput } from '../types.ts'

/** The person in charge has done what it asked for. */
export async function closeReception(ctx: Ctx, raw: CloseReceptionInput): Promise<ReceptionActOutput> {
  const { idempotencyKey, ...input } = parse(closeReceptionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ReceptionActOutput>(tx, {
      procedure: 'dispatch.close',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const reception = await openReception(tx, 'close', input)
    await tellSender(tx, reception, { state: 'closed', receptionNumber: reception.number })
    const closingNote = input.note === '' ? null : input.note
    const output = await recordReceptionAct(tx, reception, {
      verb: 'close',
      change: { state: 'closed', outcome: 'handled', closingNote, closedAt: tx.clock.now() },
      reason: input.note,
    })
    await claim.settle(output)
    return output
  })
}
