import type { JobQueue } from './job-queue.ts'
import type { JobQueueOptions } from './open-job-queue.ts'

/** Opens the job queue. BullMQ is loaded here only: processes without jobs do not pay for it. */
export async function connectJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { openJobQueue } = await import('./open-job-queue.ts')
  return openJobQueue(options)
}

/** Brings the job queue's schema up to date; see `migrateJobQueue`. */
export async function migrateJobs(adminUrl: string): Promise<number> {
  const { migrateJobQueue } = await import('./migrate-job-queue.ts')
  return migrateJobQueue(adminUrl)
}
