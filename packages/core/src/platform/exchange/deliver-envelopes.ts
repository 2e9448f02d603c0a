import type { Ctx, Id } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import type { Envelope, EnvelopeHandler } from './envelope.ts'
import { markDelivered, markFailed, nextEnvelope, type OutgoingEnvelope, recordReceipt } from './exchange.store.ts'

/**
 * Carries the sender's waiting envelopes over to their receivers, one at a time: read in the sender's transaction,
 * copied in the receiver's (once, by envelope id), then acknowledged to the sender.
 * @param enter makes the worker's ctx of another tenant
 * @returns how many were tried
 */
export async function deliverEnvelopes(
  ctx: Ctx,
  enter: (tenantId: Id) => Promise<Ctx>,
  handlers: readonly EnvelopeHandler[],
): Promise<number> {
  let tried = 0
  for (;;) {
    const next = await withTenant(ctx, nextEnvelope)
    if (next === undefined) return tried
    tried += 1
    try {
      const handler = handlers.find((candidate) => candidate.kind === next.kind)
      if (handler === undefined) throw new Error(`no handler for envelopes of kind ${next.kind}`)
      // A file that is lost holds back its own envelope only, like any other failure.
      const files = await withTenant(ctx, (tx) => handler.load(tx, next.fileIds))
      await carry(ctx, enter, handler, { ...bare(next), files })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await withTenant(ctx, (tx) => markFailed(tx, next.id, reason))
    }
  }
}

async function carry(
  ctx: Ctx,
  enter: (tenantId: Id) => Promise<Ctx>,
  handler: EnvelopeHandler,
  envelope: Envelope,
): Promise<void> {
  await withTenant(await enter(envelope.toTenantId), async (tx) => {
    if (await recordReceipt(tx, envelope)) await handler.receive(tx, envelope)
  })
  await withTenant(ctx, async (tx) => {
    await handler.acknowledge(tx, envelope)
    await markDelivered(tx, envelope.id)
  })
}

function bare({ fileIds: _, ...rest }: OutgoingEnvelope): Omit<Envelope, 'files'> {
  return rest
}
