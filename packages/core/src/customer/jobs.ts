import { z } from 'zod'
import { defineJob, requestJob, type Schedule } from '../platform/index.ts'
import { fireTimers } from './commands/fire-timers.ts'
import { petitionsWithDueTimers } from './petition.store.ts'

/** Lets due timers of processes go off. */
export const timersJob = defineJob({
  name: 'customer.fire-timers',
  schema: z.object({}),
  attempts: 3,
  run: (ctx) => fireTimers(ctx),
})

/** Every five minutes, where a timer is due. */
export const customerSchedules: readonly Schedule[] = [
  {
    name: 'customer-timers',
    cron: '*/5 * * * *',
    plan: async (tx, key) => {
      const due = await petitionsWithDueTimers(tx, tx.clock.now(), 1)
      return due.length === 0 ? null : requestJob(tx, timersJob, {}, key)
    },
  },
]
