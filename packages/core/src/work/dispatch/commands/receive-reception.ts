import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { seoulDay, takeNumber } from '../../document/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import { receptionReceived } from '../events.ts'
import type { StoredReception } from '../reception.store.ts'
import { tellSender } from '../tell-sender.ts'
import { type ReceiveReceptionInput, type ReceptionActOutput, receiveReceptionInput } from '../types.ts'

/** 접수: what has arrived takes a number of the unit's register; the sender learns it. @throws ConflictError */
export async function receiveReception(ctx: Ctx, raw: ReceiveReceptionInput): Promise<ReceptionActOutput> {
  const { idempotencyKey, ...input } = parse(receiveReceptionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ReceptionActOutput>(tx, {
      procedure: 'dispatch.receive',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const reception = await openReception(tx, 'receive', input)
    const number = await receptionNumber(tx, reception)
    await tellSender(tx, reception, { state: 'received', receptionNumber: number })
    const output = await recordReceptionAct(tx, reception, {
      verb: 'receive',
      change: { state: 'received', number, receivedAt: tx.clock.now() },
      facts: { number },
      event: receptionReceived.of({ receptionId: reception.id, unitId: reception.unitId, personId: null }),
    })
    await claim.settle(output)
    return output
  })
}

/** 접수번호: the one it has, or the next of the unit's register of the year. */
export async function receptionNumber(tx: TxCtx, reception: StoredReception): Promise<string> {
  if (reception.number !== null) return reception.number
  const year = Number(seoulDay(tx.clock.now()).slice(0, 4))
  const entry = { unitId: reception.unitId, year, kind: 'reception' as const, subjectId: reception.id }
  return (await takeNumber(tx, entry)).number
}
