import postgres from 'postgres'
import { UnavailableError } from '../../kernel/index.ts'

/**
 * One connection, lent to one transaction at a time. postgres.js may run a foreign query inside an open transaction
 * of a shared pool (porsager/postgres #1189, #1204), so every slot is a client of its own with `max: 1`.
 */
export interface Slot {
  readonly client: postgres.Sql
  /** Grows each time the server closes the connection, so a transaction notices that it lost its ground. */
  generation: number
  /** Called when the connection closes; set by the transaction that has the slot. */
  onLost: (() => void) | undefined
}

export interface SlotPool {
  checkout(): Promise<Slot>
  giveBack(slot: Slot, healthy: boolean): void
  waiting(): number
  inUse(): number
  close(): Promise<void>
}

export interface PoolOptions {
  readonly url: string
  readonly size: number
  /** Milliseconds to wait for a free connection before 503. */
  readonly waitMs: number
  readonly statementTimeoutMs: number
  readonly name: string
}

/** Opens a pool of single-connection clients; connections are made on first use. */
export function openPool(options: PoolOptions): SlotPool {
  const idle: Slot[] = []
  const waiters: { resolve: (slot: Slot) => void; timer: NodeJS.Timeout }[] = []
  let open = 0
  let closed = false
  const all = new Set<Slot>()

  const create = (): Slot => {
    const slot: Slot = { generation: 0, onLost: undefined, client: undefined as never }
    const client = postgres(options.url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      onnotice: () => {},
      onclose: () => {
        slot.generation += 1
        slot.onLost?.()
      },
      connection: {
        application_name: options.name,
        statement_timeout: options.statementTimeoutMs,
        lock_timeout: 2_000,
        idle_in_transaction_session_timeout: 10_000,
        TimeZone: 'UTC',
      },
    })
    Object.assign(slot, { client })
    all.add(slot)
    open += 1
    return slot
  }

  const hand = (slot: Slot) => {
    const next = waiters.shift()
    if (next === undefined) {
      idle.push(slot)
      return
    }
    clearTimeout(next.timer)
    next.resolve(slot)
  }

  return {
    async checkout() {
      if (closed) throw new UnavailableError('database.closing')
      const slot = idle.pop()
      if (slot !== undefined) return slot
      if (open < options.size) return create()
      return new Promise<Slot>((resolve, reject) => {
        const waiter = {
          resolve,
          timer: setTimeout(() => {
            waiters.splice(waiters.indexOf(waiter), 1)
            reject(new UnavailableError('database.busy'))
          }, options.waitMs),
        }
        waiters.push(waiter)
      })
    },
    giveBack(slot, healthy) {
      if (healthy && !closed) {
        hand(slot)
        return
      }
      all.delete(slot)
      open -= 1
      void slot.client.end({ timeout: 1 }).catch(() => {})
      if (waiters.length > 0 && !closed) hand(create())
    },
    waiting: () => waiters.length,
    inUse: () => open - idle.length,
    async close() {
      closed = true
      for (const slot of idle.splice(0)) {
        all.delete(slot)
        await slot.client.end({ timeout: 2 })
      }
      await Promise.all([...all].map((slot) => slot.client.end({ timeout: 5 })))
    },
  }
}
