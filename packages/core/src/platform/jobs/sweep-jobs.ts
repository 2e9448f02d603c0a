import type { Id, TenantDatabase } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { systemCtx } from '../worker-ctx.ts'
import type { JobDefinition } from './define-job.ts'
import type { JobQueue } from './job-queue.ts'
import { staleRuns } from './job-run.store.ts'
import type { TenantDirectory } from './job-system.ts'
import { runKey } from './run-job.ts'
import { tenantsWithStaleJobs } from './stale-tenants.store.ts'

export interface SweepOptions {
  readonly db: TenantDatabase
  readonly queue: JobQueue
  readonly jobs: ReadonlyMap<string, JobDefinition>
  readonly tenants: TenantDirectory
  readonly onError: (error: unknown, what: string) => void
}

export interface QueueWish {
  readonly job: JobDefinition
  readonly dedupe: string
  readonly ids: Record<string, string>
}

/** How long a queue that does not answer may hold up the consumers of events. */
const QUEUE_PATIENCE_MS = 2_000

/**
 * Puts unfinished work that nobody has touched for so long back into the queue. What is still queued or running
 * keeps its place: the dedupe key lets no second one in.
 * @returns how many were offered to the queue
 */
export async function sweepJobs(options: SweepOptions, olderThanMs: number): Promise<number> {
  let offered = 0
  for (const tenantId of await tenantsWithStaleJobs(options.db, olderThanMs)) {
    const tenant = await options.tenants.byId(tenantId)
    if (tenant === undefined) continue
    const wishes = await withTenant(systemCtx(options.db, tenant, 'sweeper'), async (tx) => {
      const found: QueueWish[] = []
      for (const run of await staleRuns(tx, olderThanMs)) {
        const job = options.jobs.get(run.name)
        if (job !== undefined) found.push({ job, dedupe: runKey(run.id), ids: { runId: run.id } })
      }
      for (const job of options.jobs.values()) {
        for (const open of (await job.unfinished?.(tx, olderThanMs)) ?? []) found.push({ job, ...open })
      }
      return found
    })
    offered += wishes.length
    await enqueueSafely(options, tenantId, wishes)
  }
  return offered
}

/**
 * Queues the wishes; a queue that fails or does not answer is reported and left to the next sweep, so that an
 * outage of Redis never holds up events.
 */
export async function enqueueSafely(
  options: Pick<SweepOptions, 'queue' | 'onError'>,
  tenantId: Id,
  wishes: readonly QueueWish[],
) {
  const adding = Promise.all(
    wishes.map(({ job, dedupe, ids }) =>
      options.queue.add(
        job.lane,
        { job: job.name, tenantId, ids },
        { dedupe, attempts: job.attempts, backoffMs: job.backoffMs },
      ),
    ),
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the job queue does not answer')), QUEUE_PATIENCE_MS)
  })
  try {
    await Promise.race([adding, late])
  } catch (error) {
    options.onError(error, 'enqueue')
    adding.catch(() => undefined)
  } finally {
    clearTimeout(timer)
  }
}
