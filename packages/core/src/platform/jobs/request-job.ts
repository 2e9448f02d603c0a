import { z } from 'zod'
import { ConflictError, type Ctx, type Id, NotFoundError, newId } from '../../kernel/index.ts'
import { audit } from '../audit/audit.ts'
import { authorise } from '../authorise.ts'
import { type TxCtx, withTenant } from '../db/with-tenant.ts'
import { defineEvent, emit, touch } from '../outbox/event.ts'
import { parse } from '../parse/parse.ts'
import type { JobDefinition } from './define-job.ts'
import { askToCancel, findRun, insertRun, type JobRun, newestRuns, reopenRun } from './job-run.store.ts'
import { JOBS_TOPIC } from './run-job.ts'

/** Someone or something wants a job done; the consumer of this event puts it into the queue. */
export const jobRequested = defineEvent('platform.job-requested', z.object({ runId: z.uuid(), name: z.string() }))

/**
 * Writes the wish for a tracked job in the caller's transaction; it is queued once that commits.
 * @param key the same wish twice is one run (as in `nightly-2026-11-22`); without it every call is a run of its own
 * @returns the run's id, or null when the key is already known
 */
export async function requestJob<T extends Record<string, string>>(
  tx: TxCtx,
  job: JobDefinition<T>,
  ids: T,
  key?: string,
): Promise<Id | null> {
  const requestedBy = 'accountId' in tx.actor ? tx.actor.accountId : null
  const valid = job.schema.parse(ids)
  const runId = await insertRun(tx, { name: job.name, ids: valid, dedupeKey: key ?? newId(), requestedBy })
  if (runId !== null) await emit(tx, jobRequested.of({ runId, name: job.name }), { touches: [JOBS_TOPIC] })
  return runId
}

/**
 * Stops a job: at once when it waits, at its next safe point when it runs.
 * @throws NotFoundError for a run of nobody or of another agency, ForbiddenError unless the asker is the one who
 * wanted it or a tenant admin, ConflictError when it has ended
 */
export async function cancelJob(ctx: Ctx, runId: Id): Promise<{ state: JobRun['state'] }> {
  return withTenant(ctx, async (tx) => {
    const run = await findRun(tx, runId)
    if (run === undefined) throw new NotFoundError()
    authorise(maySee(tx, run))
    const state = await askToCancel(tx, runId)
    if (state === undefined) throw new ConflictError('job.already-ended')
    await audit(tx, { action: 'job.cancel', subjectType: 'job', subjectId: runId })
    touch(tx, JOBS_TOPIC)
    return { state }
  })
}

const retryJobInput = z.strictObject({ jobId: z.uuid() })

/**
 * Runs a job again that failed or was cancelled, with the same ids, as a run that keeps its place in the list.
 * @throws NotFoundError, ForbiddenError as `cancelJob`; ConflictError `job.not-ended` for one that is open or succeeded
 */
export async function retryJob(ctx: Ctx, raw: z.input<typeof retryJobInput>): Promise<{ state: JobRun['state'] }> {
  const { jobId } = parse(retryJobInput, raw)
  return withTenant(ctx, async (tx) => {
    const run = await findRun(tx, jobId)
    if (run === undefined) throw new NotFoundError()
    authorise(maySee(tx, run))
    if (!(await reopenRun(tx, jobId))) throw new ConflictError('job.not-ended')
    await audit(tx, { action: 'job.retry', subjectType: 'job', subjectId: jobId, before: { state: run.state } })
    await emit(tx, jobRequested.of({ runId: jobId, name: run.name }), { touches: [JOBS_TOPIC] })
    return { state: 'requested' }
  })
}

/** The newest 100 jobs of the agency that the asker may see: their own, or all for a tenant admin. */
export async function listJobs(ctx: Ctx): Promise<JobRun[]> {
  return withTenant(ctx, async (tx) => (await newestRuns(tx, 100)).filter((run) => maySee(tx, run)))
}

function maySee({ actor }: TxCtx, run: JobRun): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  return actor.roles.includes('tenant-admin') || run.requestedBy === actor.accountId
}
