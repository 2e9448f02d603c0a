import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { actorAs } from '../../document/index.ts'
import { openDispatch, recordDispatchAct } from '../act.ts'
import { type CancelDispatchInput, cancelDispatchInput, type DispatchActOutput } from '../types.ts'

/** Gives a dispatch up before it left, with the reason; the document stays approved. */
export async function cancelDispatch(ctx: Ctx, raw: CancelDispatchInput): Promise<DispatchActOutput> {
  const input = parse(cancelDispatchInput, raw)
  return withTenant(ctx, async (tx) => {
    const dispatch = await openDispatch(tx, 'cancel', input)
    const { reason } = input
    const withdrawn = { reason, by: (await actorAs(tx))?.name ?? '—', at: tx.clock.now().toISOString() }
    return recordDispatchAct(tx, dispatch, { verb: 'cancel', change: { state: 'cancelled', withdrawn }, reason })
  })
}
