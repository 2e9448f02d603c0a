import type { Id, TenantDatabase } from '../../kernel/index.ts'
import { type TxCtx, withTenant } from '../db/with-tenant.ts'
import { defineSubscriber, type Subscriber } from '../outbox/subscriber.ts'
import { systemCtx } from '../worker-ctx.ts'
import type { JobDefinition } from './define-job.ts'
import { type Delivery, type JobQueue, LANES } from './job-queue.ts'
import { jobRequested } from './request-job.ts'
import { runJob, runKey } from './run-job.ts'
import { enqueueSafely, type SweepOptions, sweepJobs } from './sweep-jobs.ts'

/** The agencies as the worker knows them; tenancy hands it in. */
export interface TenantDirectory {
  byId(id: Id): Promise<{ id: Id; slug: string } | undefined>
  all(): Promise<readonly { id: Id; slug: string }[]>
}

/** Work due by the clock, once for each agency. `plan` calls `requestJob` with the key it is given. */
export interface Schedule {
  readonly name: string
  /** In the time of Seoul. */
  readonly cron: string
  plan(tx: TxCtx, key: string): Promise<unknown>
}

export interface JobSystemOptions {
  readonly db: TenantDatabase
  readonly queue: JobQueue
  readonly jobs: readonly JobDefinition[]
  readonly schedules?: readonly Schedule[]
  readonly tenants: TenantDirectory
  readonly concurrency?: { quick: number; long: number }
  readonly onError?: (error: unknown, what: string) => void
}

export interface JobSystem {
  /** Consumers that queue what was asked for; they belong to the worker's outbox loop. */
  readonly subscribers: readonly Subscriber[]
  /** Starts doing jobs and keeping schedules. */
  start(): Promise<void>
  /** Puts what nobody works on back into the queue. @returns how many */
  sweep(olderThanMs: number): Promise<number>
}

const TICK = 'schedule.tick'

/** Joins the queue, the kinds of jobs and the tenants' tables. */
export function jobSystem(options: JobSystemOptions): JobSystem {
  const jobs = new Map(options.jobs.map((job) => [job.name, job]))
  const schedules = new Map((options.schedules ?? []).map((schedule) => [schedule.name, schedule]))
  const onError = options.onError ?? (() => undefined)
  const sweepOptions: SweepOptions = { db: options.db, queue: options.queue, jobs, tenants: options.tenants, onError }

  const handle = async (delivery: Delivery): Promise<void> => {
    const { message } = delivery
    if (message.job === TICK) return tick(delivery)
    const job = jobs.get(message.job)
    const tenant = message.tenantId === null ? undefined : await options.tenants.byId(message.tenantId)
    if (job === undefined || tenant === undefined) {
      onError(new Error('unknown job or tenant'), message.job)
      return
    }
    try {
      await runJob(systemCtx(options.db, tenant, job.name), job, delivery)
    } catch (error) {
      onError(error, job.name)
      throw error
    }
  }

  const tick = async (delivery: Delivery): Promise<void> => {
    const schedule = schedules.get(delivery.message.ids.schedule ?? '')
    if (schedule === undefined) return
    const key = `${schedule.name}-${delivery.dueAt.toISOString().slice(0, 16)}`
    for (const tenant of await options.tenants.all()) {
      await withTenant(systemCtx(options.db, tenant, TICK), (tx) => schedule.plan(tx, key))
    }
  }

  return {
    subscribers: [
      defineSubscriber({
        consumer: 'platform.jobs',
        on: [jobRequested],
        async handleBatch(tx, events) {
          const wishes = events.flatMap(({ payload }) => {
            const job = jobs.get(payload.name)
            return job === undefined ? [] : [{ job, dedupe: runKey(payload.runId), ids: { runId: payload.runId } }]
          })
          await enqueueSafely(sweepOptions, tx.tenantId, wishes)
        },
      }),
    ],
    async start() {
      for (const schedule of schedules.values()) {
        const message = { job: TICK, tenantId: null, ids: { schedule: schedule.name } }
        await options.queue.schedule(schedule.name, schedule.cron, message)
      }
      for (const known of await options.queue.schedules()) {
        if (!schedules.has(known.key)) await options.queue.unschedule(known.key)
      }
      const concurrency = options.concurrency ?? { quick: 4, long: 1 }
      for (const lane of LANES) await options.queue.work(lane, handle, { concurrency: concurrency[lane] })
    },
    sweep: (olderThanMs) => sweepJobs(sweepOptions, olderThanMs),
  }
}
