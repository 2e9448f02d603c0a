import { z } from 'zod'
import { defineJob, requestJob, type Schedule } from '../platform/index.ts'
import { deleteExpired, outside } from './auth.store.ts'

/** Removes ended sessions, late registrations and try counts nobody waits for. */
export const cleanUpJob = defineJob({
  name: 'identity.clean-up',
  schema: z.object({}),
  attempts: 3,
  run: async (ctx) => ({ removed: await deleteExpired(outside(ctx.db)) }),
})

/** Hourly. Sessions belong to no agency, so the bureau's schedule does it for all. */
export const identitySchedules: readonly Schedule[] = [
  {
    name: 'identity-clean-up',
    cron: '40 * * * *',
    plan: async (tx, key) => (tx.tenantSlug === 'bureau' ? requestJob(tx, cleanUpJob, {}, key) : null),
  },
]
