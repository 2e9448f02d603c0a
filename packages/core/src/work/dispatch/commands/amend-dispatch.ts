import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { checkReceivers, headsOf, receiverViews } from '../../document/index.ts'
import { openDispatch, recordDispatchAct } from '../act.ts'
import { setReceivers } from '../receiver.store.ts'
import { type AmendDispatchInput, amendDispatchInput, type DispatchActOutput } from '../types.ts'

/**
 * Other receivers or 결재자표시 for a dispatch that was sent back; then it waits for its release again. The words were
 * approved and stay: changing them takes a new document.
 * @throws ValidationError naming `receivers`; ConflictError
 */
export async function amendDispatch(ctx: Ctx, raw: AmendDispatchInput): Promise<DispatchActOutput> {
  const input = parse(amendDispatchInput, raw)
  return withTenant(ctx, async (tx) => {
    const dispatch = await openDispatch(tx, 'amend', input)
    await checkReceivers(tx, input.receivers, 'receivers')
    await setReceivers(tx, dispatch.id, await receiverViews(tx, input.receivers))
    const head = (await headsOf(tx, [dispatch.unitId])).get(dispatch.unitId)
    return recordDispatchAct(tx, dispatch, {
      verb: 'amend',
      change: { state: 'waiting', sentBack: null, showApprovers: input.showApprovers },
      facts: { receivers: input.receivers.length },
      touches: head === undefined ? [] : [`inbox:${head.person.id}`],
    })
  })
}
