import { type Ctx, HarmonyError, type Id } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { touch } from '../outbox/event.ts'
import type { JobDefinition, JobHandle, JobResult } from './define-job.ts'
import type { Delivery } from './job-queue.ts'
import { closeRun, startRun, touchRun } from './job-run.store.ts'

const MIRROR_EVERY_MS = 250
/** Live topic of the list of jobs. */
export const JOBS_TOPIC = 'jobs'
const HEARTBEAT_MS = 2_000

/** Another try would end the same way. */
const FINAL_KINDS = new Set(['validation', 'forbidden', 'not-found', 'conflict', 'too-large'])

/**
 * Does one delivery of a job in its tenant. A tracked job's state goes to `job_run`; a run that has ended or was
 * cancelled is passed over, so a second delivery does nothing.
 * @throws what the job threw, when the queue should hand it over again
 */
export async function runJob(ctx: Ctx, job: JobDefinition, delivery: Delivery): Promise<void> {
  if (!job.tracked) {
    const handle: JobHandle = {
      progress: async () => undefined,
      signal: delivery.signal,
      cancelled: () => delivery.signal.aborted,
    }
    await job.run(ctx, job.schema.parse(delivery.message.ids), handle)
    return
  }
  const runId = delivery.message.ids.runId
  if (runId === undefined) throw new Error(`${job.name}: delivery without a run id`)
  const run = await withTenant(ctx, (tx) => startRun(tx, runId))
  if (run === undefined) return
  if (run.attempts > job.attempts) return end(ctx, runId, { state: 'failed', errorCode: 'job.gave-up' })
  const watch = watchRun(ctx, runId, delivery.signal)
  try {
    const result = await job.run(ctx, job.schema.parse(run.ids), watch.handle)
    await watch.stop()
    await end(
      ctx,
      runId,
      watch.handle.cancelled() ? { state: 'cancelled' } : { state: 'succeeded', ...withResult(result) },
    )
  } catch (error) {
    await watch.stop()
    await fail(ctx, runId, job, run.attempts, watch.handle.cancelled(), error)
  }
}

async function fail(ctx: Ctx, runId: Id, job: JobDefinition, attempts: number, cancelled: boolean, error: unknown) {
  if (cancelled) return end(ctx, runId, { state: 'cancelled' })
  const errorCode = error instanceof HarmonyError ? error.code : 'job.failed'
  const final = attempts >= job.attempts || (error instanceof HarmonyError && FINAL_KINDS.has(error.kind))
  await end(ctx, runId, { state: final ? 'failed' : 'retrying', errorCode })
  if (!final) throw error
}

function end(ctx: Ctx, runId: Id, how: Parameters<typeof closeRun>[2]): Promise<void> {
  return withTenant(ctx, (tx) => {
    touch(tx, JOBS_TOPIC)
    return closeRun(tx, runId, how)
  })
}

function withResult(result: JobResult | undefined) {
  return result === undefined ? {} : { result: { ...result } }
}

/** Keeps a running job's mirror alive and learns of a cancel, also between its own progress calls. */
function watchRun(ctx: Ctx, runId: Id, drain: AbortSignal) {
  const cancel = new AbortController()
  let latest: { done: number; total: number | null } | undefined
  let written = 0
  let writing: Promise<void> = Promise.resolve()
  const mirror = () => {
    written = Date.now()
    writing = writing
      .then(() =>
        withTenant(ctx, (tx) => {
          if (latest !== undefined) touch(tx, JOBS_TOPIC)
          return touchRun(tx, runId, latest)
        }),
      )
      .then((asked) => (asked ? cancel.abort() : undefined))
      .catch(() => undefined) // a missed mirror is made up by the next; the job's own work decides
    return writing
  }
  const beat = setInterval(mirror, HEARTBEAT_MS)
  const handle: JobHandle = {
    signal: AbortSignal.any([cancel.signal, drain]),
    cancelled: () => cancel.signal.aborted,
    async progress(done, total) {
      latest = { done, total: total ?? null }
      if (Date.now() - written >= MIRROR_EVERY_MS) await mirror()
    },
  }
  return {
    handle,
    /** Writes the last progress, and learns of a cancel that came at the very end. */
    async stop() {
      clearInterval(beat)
      await mirror()
    },
  }
}

/** The dedupe key of a run in the queue. */
export function runKey(runId: Id): string {
  return `run-${runId}`
}
