import type { z } from 'zod'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

/** What one agency sends another. The receiver makes its own copy; nothing is shared by reference. */
export interface Envelope<Payload = unknown> {
  readonly id: Id
  readonly fromTenantId: Id
  readonly toTenantId: Id
  readonly kind: string
  readonly payload: Payload
  readonly files: readonly EnvelopeFile[]
}

/** A file's bytes on their way from the sender's store to the receiver's. */
export interface EnvelopeFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface EnvelopeHandler {
  readonly kind: string
  /** In the sender's transaction: reads the files that travel along. */
  load(tx: TxCtx, fileIds: readonly Id[]): Promise<readonly EnvelopeFile[]>
  /** In the receiver's transaction, once only. */
  receive(tx: TxCtx, envelope: Envelope): Promise<void>
  /** In the sender's transaction, after the receiver's commit; may run again after a crash. */
  acknowledge(tx: TxCtx, envelope: Omit<Envelope, 'files'>): Promise<void>
}

interface HandlerSpec<P> {
  readonly kind: string
  readonly schema: z.ZodType<P>
  load?(tx: TxCtx, fileIds: readonly Id[]): Promise<readonly EnvelopeFile[]>
  receive(tx: TxCtx, envelope: Envelope<P>): Promise<void>
  acknowledge?(tx: TxCtx, envelope: Omit<Envelope<P>, 'files'>): Promise<void>
}

/** Declares what a kind of envelope carries and what its two ends do with it. */
export function defineEnvelopeHandler<P>(spec: HandlerSpec<P>): EnvelopeHandler {
  return {
    kind: spec.kind,
    load: async (tx, fileIds) => (await spec.load?.(tx, fileIds)) ?? [],
    receive: (tx, envelope) => spec.receive(tx, { ...envelope, payload: spec.schema.parse(envelope.payload) }),
    acknowledge: async (tx, envelope) => {
      await spec.acknowledge?.(tx, { ...envelope, payload: spec.schema.parse(envelope.payload) })
    },
  }
}
