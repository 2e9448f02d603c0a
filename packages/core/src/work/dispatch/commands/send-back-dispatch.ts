import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { actorAs } from '../../document/index.ts'
import { openDispatch, recordDispatchAct } from '../act.ts'
import { type DispatchActOutput, type SendBackDispatchInput, sendBackDispatchInput } from '../types.ts'

/** The head does not release a dispatch but gives it back to the drafter, with the reason. */
export async function sendBackDispatch(ctx: Ctx, raw: SendBackDispatchInput): Promise<DispatchActOutput> {
  const input = parse(sendBackDispatchInput, raw)
  return withTenant(ctx, async (tx) => {
    const dispatch = await openDispatch(tx, 'send-back', input)
    const { reason } = input
    const sentBack = { reason, by: (await actorAs(tx))?.name ?? '—', at: tx.clock.now().toISOString() }
    return recordDispatchAct(tx, dispatch, { verb: 'send-back', change: { state: 'sent-back', sentBack }, reason })
  })
}
