import { customerEnvelopeHandlers, customerMailSubscribers, customerSchedules, timersJob } from '@harmony/core/customer'
import { cleanUpJob, identitySchedules } from '@harmony/core/identity'
import { performanceSchedules, performanceSubscribers, settleOverdueJob, verifyScores } from '@harmony/core/performance'
import {
  defineJob,
  type EnvelopeHandler,
  fileJobs,
  fileSchedules,
  type JobDefinition,
  requestJob,
  type Schedule,
  type Subscriber,
} from '@harmony/core/platform'
import { dispatchEnvelopeHandlers, documentJobs, documentSchedules, workSubscribers } from '@harmony/core/work'
import { z } from 'zod'

/** Rebuilds the agency's open scores from evidence and compares them with what is shown. */
const verifyJob = defineJob({
  name: 'performance.verify-scores',
  schema: z.object({}),
  lane: 'long',
  attempts: 3,
  async run(ctx) {
    const { periods } = await verifyScores(ctx, {})
    return { periods: periods.length, differing: periods.filter((period) => !period.equal).length }
  },
})

/** What the modules bring to the worker. */
export const workerParts: {
  readonly subscribers: readonly Subscriber[]
  readonly envelopeHandlers: readonly EnvelopeHandler[]
  readonly jobs: readonly JobDefinition[]
  readonly schedules: readonly Schedule[]
} = {
  subscribers: [...performanceSubscribers, ...customerMailSubscribers, ...workSubscribers],
  envelopeHandlers: [...customerEnvelopeHandlers, ...dispatchEnvelopeHandlers],
  jobs: [verifyJob, settleOverdueJob, timersJob, cleanUpJob, ...fileJobs, ...documentJobs],
  schedules: [
    { name: 'nightly-verify', cron: '20 3 * * *', plan: (tx, key) => requestJob(tx, verifyJob, {}, key) },
    ...performanceSchedules,
    ...fileSchedules,
    ...documentSchedules,
    ...customerSchedules,
    ...identitySchedules,
  ],
}
