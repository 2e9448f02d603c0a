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
    const next = await withTenant(ctx, async (tx) => {
      const outgoing = await nextEnvelope(tx)
      if (outgoing === undefined) return undefined
      const handler = handlers.find((candidate) => candidate.kind === outgoing.kind)
      const files = handler === undefined ? [] : await handler.load(tx, outgoing.fileIds)
      return { outgoing, handler, files }
    })
    if (next === undefined) return tried
    tried += 1
    try {
      if (next.handler === undefined) throw new Error(`no handler for envelopes of kind ${next.outgoing.kind}`)
      await carry(ctx, enter, next.handler, { ...bare(next.outgoing), files: next.files })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      await withTenant(ctx, (tx) => markFailed(tx, next.outgoing.id, reason))
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
