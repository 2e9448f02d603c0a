import type { IQueueBackend, Job } from 'bullmq'
import { newId } from '../../kernel/index.ts'
import type { AddOptions, Delivery, JobMessage, JobQueue, Lane } from './job-queue.ts'
import type { BullBackend } from './open-job-queue.ts'

type Closable = { close(force?: boolean): Promise<void> }

/** A `JobQueue` over BullMQ; the backend decides where it lives. */
export function bullJobQueue<B extends IQueueBackend, C>(bull: BullBackend<B, C>): JobQueue {
  const open = (lane: Lane) => {
    const queue = new bull.classes.Queue<JobMessage, void, string>(queueName(lane), { connection: bull.connection })
    queue.on('error', bull.onError)
    return queue
  }
  const queues = new Map<Lane, ReturnType<typeof open>>()
  const queueOf = (lane: Lane) => {
    const known = queues.get(lane)
    if (known !== undefined) return known
    const queue = open(lane)
    queues.set(lane, queue)
    return queue
  }
  const workers: (Closable & { cancelAllJobs(reason?: string): void })[] = []

  return {
    backend: bull.backend,

    async add(lane, message, options) {
      await queueOf(lane).add(message.job, message, bullOptions(options))
    },

    async work(lane, handle, { concurrency }) {
      const worker = new bull.classes.Worker<JobMessage, void, string>(
        queueName(lane),
        (job, _token, signal) => handle(delivery(job, signal ?? new AbortController().signal)),
        {
          connection: bull.connection,
          concurrency,
          lockDuration: bull.lockMs,
          stalledInterval: bull.lockMs,
          maxStalledCount: 1_000, // a crash is not the job's fault; its own attempts are counted apart
        },
      )
      worker.on('error', bull.onError)
      workers.push(worker)
      await worker.waitUntilReady()
    },

    async schedule(key, cron, message) {
      await queueOf('quick').upsertJobScheduler(
        key,
        { pattern: cron, tz: 'Asia/Seoul' },
        { name: message.job, data: message, opts: { removeOnComplete: true, removeOnFail: true } },
      )
    },

    async schedules() {
      const known = await queueOf('quick').getJobSchedulers()
      return known.map((schedule) => ({ key: schedule.key, next: new Date(schedule.next ?? 0) }))
    },

    async unschedule(key) {
      await queueOf('quick').removeJobScheduler(key)
    },

    async depth(lane) {
      const counts = await queueOf(lane).getJobCounts('waiting', 'prioritized', 'active', 'delayed')
      return {
        waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
      }
    },

    async close(drainMs = 15_000) {
      const drained = await within(drainMs, Promise.all(workers.map((worker) => worker.close())))
      if (!drained) {
        for (const worker of workers) worker.cancelAllJobs('draining')
        await within(2_000, Promise.all(workers.map((worker) => worker.close(true))))
      }
      // A job that ignores its signal keeps its connection; it must not keep the process.
      await within(1_000, Promise.all([...queues.values()].map((queue) => queue.close())).then(bull.release))
    },
  }
}

/** The name of a lane's queue; also what operators see in BullMQ's tables or keys. */
export function queueName(lane: Lane): string {
  return `harmony-${lane}`
}

function bullOptions(options: AddOptions) {
  return {
    // An id of our own: BullMQ would make a sequence for its own ids, and the worker may create nothing.
    jobId: newId(),
    attempts: options.attempts,
    backoff: { type: 'exponential', delay: options.backoffMs },
    deduplication: { id: options.dedupe },
    removeOnComplete: true,
    // A failed job left behind would swallow the next with its id; what failed is told by job_run.
    removeOnFail: true,
    ...(options.delayMs === undefined ? {} : { delay: options.delayMs }),
  }
}

function delivery(job: Job<JobMessage>, signal: AbortSignal): Delivery {
  return {
    message: job.data,
    attempt: job.attemptsMade + 1,
    attempts: job.opts.attempts ?? 1,
    dueAt: new Date(job.opts.prevMillis ?? job.timestamp),
    signal,
  }
}

/** Waits for the work, at most so many milliseconds. @returns whether it ended in time. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false)
  })
  const ended = await Promise.race([work.then(() => true as const), late])
  clearTimeout(timer)
  return ended
}
