import { z } from 'zod'
import { defineJob, requestJob, type Schedule } from '../platform/index.ts'
import { overduePromises } from '../work/index.ts'
import { settleOverdue } from './commands/settle-overdue.ts'
import { dayOf } from './domain/period.ts'

/** Counts what was due by yesterday and is not done. */
export const settleOverdueJob = defineJob({
  name: 'performance.settle-overdue',
  schema: z.object({}),
  attempts: 3,
  run: (ctx) => settleOverdue(ctx),
})

/** A little after midnight, where something is overdue. */
export const performanceSchedules: readonly Schedule[] = [
  {
    name: 'settle-overdue',
    cron: '10 0 * * *',
    plan: async (tx, key) => {
      const first = await overduePromises(tx, { before: dayOf(tx.clock.now()), after: null, limit: 1 })
      return first.length === 0 ? null : requestJob(tx, settleOverdueJob, {}, key)
    },
  },
]
