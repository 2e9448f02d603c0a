import { cancelJob, listJobs } from '@harmony/core/platform'
import { z } from 'zod'
import { officer, router } from '../trpc/init.ts'

const state = z.enum(['requested', 'running', 'retrying', 'succeeded', 'failed', 'cancelled'])
const job = z.object({
  id: z.string(),
  name: z.string(),
  state,
  progressDone: z.int(),
  progressTotal: z.int().nullable(),
  attempts: z.int(),
  requestedAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  errorCode: z.string().nullable(),
  result: z.record(z.string(), z.number()).nullable(),
})

/** Work that takes time: one's own, for a tenant admin the agency's. Follow `jobs` live. */
export const jobsRouter = router({
  list: officer.output(z.array(job)).query(({ ctx }) => listJobs(ctx.harmony)),
  cancel: officer
    .input(z.strictObject({ jobId: z.uuid() }))
    .output(z.object({ state }))
    .mutation(({ ctx, input }) => cancelJob(ctx.harmony, input.jobId)),
})
