import type { Ctx } from '../../kernel/index.ts'
import { inSavepoint, type TxCtx, withTenant } from '../db/with-tenant.ts'
import type { RecordedEvent } from './event.ts'
import { claimEvents, failEvent, finishEvents, lockTenantOutbox, markConsumed } from './outbox.store.ts'
import type { Subscriber } from './subscriber.ts'

const BATCH = 500
const MAX_ATTEMPTS = 8

/**
 * Hands one batch of the tenant's pending events to their subscribers, in one transaction.
 * A consumer takes its part of the batch at once; when that fails, event by event, so one bad event stops no other.
 * @returns how many events were claimed; 0 when there are none or another worker is at it
 */
export async function drainOutbox(ctx: Ctx, subscribers: readonly Subscriber[]): Promise<number> {
  return withTenant(ctx, async (tx) => {
    const [locked, events] = await Promise.all([lockTenantOutbox(tx), claimEvents(tx, BATCH)])
    if (!locked || events.length === 0) return 0
    const failures = new Map<string, string>()
    for (const subscriber of subscribers) {
      const mine = events.filter((event) => subscriber.types.includes(event.type))
      if (mine.length > 0) await deliver(tx, subscriber, mine, failures)
    }
    await finishEvents(
      tx,
      events.filter((event) => !failures.has(event.id)).map((event) => event.id),
    )
    for (const [id, error] of failures) await failEvent(tx, id, error, MAX_ATTEMPTS)
    return events.length
  })
}

async function deliver(
  tx: TxCtx,
  subscriber: Subscriber,
  events: readonly RecordedEvent[],
  failures: Map<string, string>,
): Promise<void> {
  const attempt = (part: readonly RecordedEvent[]) =>
    inSavepoint(tx, async (inner) => {
      const fresh = await markConsumed(
        inner,
        subscriber.consumer,
        part.map((event) => event.id),
      )
      const unseen = part.filter((event) => fresh.has(event.id))
      if (unseen.length > 0) await subscriber.handle(inner, unseen)
    })
  try {
    await attempt(events)
  } catch (batchError) {
    if (events.length === 1 && events[0] !== undefined) {
      failures.set(events[0].id, describe(subscriber, batchError))
      return
    }
    for (const event of events) {
      await attempt([event]).catch((error: unknown) => failures.set(event.id, describe(subscriber, error)))
    }
  }
}

function describe(subscriber: Subscriber, error: unknown): string {
  return `${subscriber.consumer}: ${error instanceof Error ? error.message : String(error)}`
}
