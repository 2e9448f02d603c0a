import type { z } from 'zod'
import { type Id, newId, type Origin } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

/** A fact that happened, named `<module>.<what-happened>`, with ids and figures only: never a person's words. */
export interface EventDefinition<Type extends string = string, Payload = unknown> {
  readonly type: Type
  readonly schema: z.ZodType<Payload>
  of(payload: Payload): DomainEvent<Type, Payload>
}

export interface DomainEvent<Type extends string = string, Payload = unknown> {
  readonly type: Type
  readonly payload: Payload
}

/** An event as a consumer receives it. */
export interface RecordedEvent<Payload = unknown> {
  readonly id: Id
  readonly type: string
  readonly payload: Payload
  readonly origin: Origin
  /** When the act happened. */
  readonly occurredAt: Date
  /** When the database learnt of it. */
  readonly recordedAt: Date
}

/** Declares an event type with its payload's schema; `of` checks the payload. */
export function defineEvent<Type extends string, Payload>(
  type: Type,
  schema: z.ZodType<Payload>,
): EventDefinition<Type, Payload> {
  return { type, schema, of: (payload) => ({ type, payload: schema.parse(payload) }) }
}

/**
 * Puts an event into the transaction's outbox.
 * `touches` are the live topics whose readers should read again (`petition:<id>`, `queue:<unitId>`, `scores`).
 */
export async function emit(
  tx: TxCtx,
  event: DomainEvent,
  options: { touches?: readonly string[] } = {},
): Promise<void> {
  tx.buffer.addEvent(
    {
      id: newId(),
      type: event.type,
      payload: event.payload,
      origin: tx.origin,
      occurred_at: tx.clock.now().toISOString(),
    },
    options.touches ?? [],
  )
}

/** Marks live topics as stale without an event. */
export function touch(tx: TxCtx, ...topics: string[]): void {
  tx.buffer.addTopics(topics)
}
