import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, sendEnvelope, type TxCtx, withTenant } from '../../../platform/index.ts'
import { getTenantBySlug } from '../../../tenancy/index.ts'
import { actorAs } from '../../document/index.ts'
import { openDispatch, recordDispatchAct } from '../act.ts'
import type { StoredDispatch } from '../dispatch.store.ts'
import { dispatchWithdrawn } from '../events.ts'
import { DISPATCH_RECALL } from '../letters.ts'
import { recallHere } from '../recall.ts'
import { markRecalled, receiversOf } from '../receiver.store.ts'
import { type DispatchActOutput, type WithdrawDispatchInput, withdrawDispatchInput } from '../types.ts'

/**
 * Takes a dispatch back after it left. Every receiver keeps its copy with the mark, reason and time; where nobody works on
 * it yet it is not acted on any more.
 * @throws ForbiddenError but for the drafter and the head; ConflictError
 */
export async function withdrawDispatch(ctx: Ctx, raw: WithdrawDispatchInput): Promise<DispatchActOutput> {
  const { idempotencyKey, ...input } = parse(withdrawDispatchInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DispatchActOutput>(tx, {
      procedure: 'dispatch.withdraw',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const dispatch = await openDispatch(tx, 'withdraw', input)
    const { reason } = input
    await recallEverywhere(tx, dispatch, reason)
    const withdrawn = { reason, by: (await actorAs(tx))?.name ?? '—', at: tx.clock.now().toISOString() }
    const { id: dispatchId, documentId, unitId } = dispatch
    const output = await recordDispatchAct(tx, dispatch, {
      verb: 'withdraw',
      change: { state: 'withdrawn', withdrawn },
      reason,
      event: dispatchWithdrawn.of({ dispatchId, documentId, unitId }),
    })
    await claim.settle(output)
    return output
  })
}

async function recallEverywhere(tx: TxCtx, dispatch: StoredDispatch, reason: string): Promise<void> {
  await markRecalled(tx, dispatch.id)
  for (const one of await receiversOf(tx, [dispatch.id])) {
    if (one.state === 'refused') continue
    if (one.kind === 'unit') {
      await recallHere(tx, { tenantId: tx.tenantId, receiverId: one.id, reason })
      continue
    }
    const agency = await getTenantBySlug(tx.db, one.agency ?? '')
    await sendEnvelope(tx, {
      toTenantId: agency?.id ?? '',
      kind: DISPATCH_RECALL,
      payload: { dispatchId: dispatch.id, receiverId: one.id, reason, origin: tx.origin },
    })
  }
}
