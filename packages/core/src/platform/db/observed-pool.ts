import type { Slot, SlotPool } from './pool.ts'

/** Told of each transaction: how long it waited for a connection and how long it held it, in seconds. */
export type PoolObserver = (transaction: { waitedSeconds: number; heldSeconds: number }) => void

/** The same pool, with its transactions timed. */
export function observedPool(pool: SlotPool, observe: PoolObserver): SlotPool {
  const taken = new WeakMap<Slot, { at: number; waitedSeconds: number }>()
  return {
    ...pool,
    async checkout() {
      const asked = performance.now()
      const slot = await pool.checkout()
      const at = performance.now()
      taken.set(slot, { at, waitedSeconds: (at - asked) / 1000 })
      return slot
    },
    giveBack(slot, healthy) {
      const lent = taken.get(slot)
      if (lent !== undefined)
        observe({ waitedSeconds: lent.waitedSeconds, heldSeconds: (performance.now() - lent.at) / 1000 })
      pool.giveBack(slot, healthy)
    },
  }
}
