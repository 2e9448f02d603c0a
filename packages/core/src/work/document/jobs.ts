import { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { defineJob, requestJob, type Schedule, touch, withTenant } from '../../platform/index.ts'
import { overdueExists, takeOverdue } from './directive.store.ts'
import { seoulDay } from './domain/day.ts'

/**
 * Tells the people of directives whose day has passed, each once: their open pages read again and show them as late.
 * @returns how many have become overdue
 */
export async function tellOverdue(ctx: Ctx): Promise<{ told: number }> {
  return withTenant(ctx, async (tx) => {
    const late = await takeOverdue(tx, seoulDay(tx.clock.now()))
    const people = new Set(late.flatMap((one) => [one.personId, one.giverId]))
    touch(tx, ...[...people].map((personId) => `inbox:${personId}`), ...late.map((one) => `document:${one.documentId}`))
    return { told: late.length }
  })
}

const overdueJob = defineJob({
  name: 'work.tell-overdue',
  schema: z.object({}),
  attempts: 3,
  run: (ctx) => tellOverdue(ctx),
})

/** The worker's jobs about documents. */
export const documentJobs = [overdueJob] as const

/** Soon after midnight, where a directive has become overdue. */
export const documentSchedules: readonly Schedule[] = [
  {
    name: 'overdue-directives',
    cron: '5 0 * * *',
    plan: async (tx, key) =>
      (await overdueExists(tx, seoulDay(tx.clock.now()))) ? requestJob(tx, overdueJob, {}, key) : null,
  },
]
