import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import { receptionRefused } from '../events.ts'
import { tellSender } from '../tell-sender.ts'
import { type ReceptionActOutput, type RefuseReceptionInput, refuseReceptionInput } from '../types.ts'

/** 반송: what is not for this agency or unit goes back to its sender with the reason; the copy stays as refused. */
export async function refuseReception(ctx: Ctx, raw: RefuseReceptionInput): Promise<ReceptionActOutput> {
  const { idempotencyKey, ...input } = parse(refuseReceptionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ReceptionActOutput>(tx, {
      procedure: 'dispatch.refuse',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const reception = await openReception(tx, 'refuse', input)
    const { reason } = input
    await tellSender(tx, reception, { state: 'refused', refusal: reason, receptionNumber: reception.number })
    const output = await recordReceptionAct(tx, reception, {
      verb: 'refuse',
      change: { state: 'refused', refusal: reason },
      reason,
      event: receptionRefused.of({ receptionId: reception.id, unitId: reception.unitId }),
    })
    await claim.settle(output)
    return output
  })
}
