import type { TxCtx } from '../db/with-tenant.ts'
import type { EventDefinition, RecordedEvent } from './event.ts'

/** A consumer of events. Its effects and the mark that it has seen an event commit together. */
export interface Subscriber {
  /** Stable name, as in `performance.evidence`: the key of once-only delivery. */
  readonly consumer: string
  readonly types: readonly string[]
  handle(tx: TxCtx, events: readonly RecordedEvent[]): Promise<void>
}

interface SingleSpec<P> {
  readonly consumer: string
  readonly on: readonly EventDefinition<string, P>[]
  handle(tx: TxCtx, event: RecordedEvent<P>): Promise<void>
  /** Once per batch after all its events, for work that is cheaper done together. */
  afterBatch?(tx: TxCtx, events: readonly RecordedEvent<P>[]): Promise<void>
}

interface BatchSpec<P> {
  readonly consumer: string
  readonly on: readonly EventDefinition<string, P>[]
  handleBatch(tx: TxCtx, events: readonly RecordedEvent<P>[]): Promise<void>
}

/** Declares a consumer of one or more event types; payloads are parsed by the event's schema before it sees them. */
export function defineSubscriber<P>(spec: SingleSpec<P> | BatchSpec<P>): Subscriber {
  const schemas = new Map(spec.on.map((definition) => [definition.type, definition.schema]))
  return {
    consumer: spec.consumer,
    types: [...schemas.keys()],
    async handle(tx, events) {
      const parsed = events.map((event) => {
        const schema = schemas.get(event.type)
        if (schema === undefined) throw new Error(`${spec.consumer} does not consume ${event.type}`)
        return { ...event, payload: schema.parse(event.payload) }
      })
      if ('handleBatch' in spec) return spec.handleBatch(tx, parsed)
      for (const event of parsed) await spec.handle(tx, event)
      await spec.afterBatch?.(tx, parsed)
    },
  }
}
