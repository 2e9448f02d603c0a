import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import { jobRun, type RunState } from './job-run.tables.ts'

/** A job as screens see it. */
export type JobRun = typeof jobRun.$inferSelect

const OPEN: RunState[] = ['requested', 'running', 'retrying']
const now = sql`clock_timestamp()`

/** Writes the wish for a job; null when one with the key is already known. */
export async function insertRun(
  tx: TxCtx,
  run: { name: string; ids: Record<string, string>; dedupeKey: string; requestedBy: Id | null },
): Promise<Id | null> {
  const [row] = await tx.sql
    .insert(jobRun)
    .values({ tenantId: tx.tenantId, id: newId(), ...run })
    .onConflictDoNothing()
    .returning({ id: jobRun.id })
  return row?.id ?? null
}

/** The run, or undefined when this tenant has none with the id. */
export async function findRun(tx: TxCtx, id: Id): Promise<JobRun | undefined> {
  const [row] = await tx.sql.select().from(jobRun).where(mine(tx, id))
  return row
}

/** The tenant's newest runs, newest first. */
export async function newestRuns(tx: TxCtx, limit: number): Promise<JobRun[]> {
  return tx.sql.select().from(jobRun).where(eq(jobRun.tenantId, tx.tenantId)).orderBy(desc(jobRun.id)).limit(limit)
}

/** Counts a start and marks the run as running; undefined when it has ended or was cancelled meanwhile. */
export async function startRun(tx: TxCtx, id: Id): Promise<JobRun | undefined> {
  const [row] = await tx.sql
    .update(jobRun)
    .set({
      state: 'running',
      attempts: sql`${jobRun.attempts} + 1`,
      startedAt: sql`coalesce(${jobRun.startedAt}, clock_timestamp())`,
      touchedAt: now,
    })
    .where(and(mine(tx, id), inArray(jobRun.state, OPEN)))
    .returning()
  return row
}

/** Mirrors progress and shows that the run is alive; says whether someone asked to cancel it. */
export async function touchRun(tx: TxCtx, id: Id, progress?: { done: number; total: number | null }): Promise<boolean> {
  const [row] = await tx.sql
    .update(jobRun)
    .set({
      touchedAt: now,
      ...(progress === undefined ? {} : { progressDone: progress.done, progressTotal: progress.total }),
    })
    .where(and(mine(tx, id), inArray(jobRun.state, OPEN)))
    .returning({ cancelRequestedAt: jobRun.cancelRequestedAt })
  return row === undefined || row.cancelRequestedAt !== null
}

/** Ends the run, or marks it for another try. */
export async function closeRun(
  tx: TxCtx,
  id: Id,
  end: {
    state: 'succeeded' | 'failed' | 'cancelled' | 'retrying'
    errorCode?: string
    result?: Record<string, number>
  },
): Promise<void> {
  await tx.sql
    .update(jobRun)
    .set({
      state: end.state,
      errorCode: end.errorCode ?? null,
      result: end.result ?? null,
      touchedAt: now,
      ...(end.state === 'retrying' ? {} : { finishedAt: now }),
    })
    .where(and(mine(tx, id), inArray(jobRun.state, OPEN)))
}

/** Asks a run to stop: one that has not begun is cancelled at once. Undefined when it is not open. */
export async function askToCancel(tx: TxCtx, id: Id): Promise<RunState | undefined> {
  const [row] = await tx.sql
    .update(jobRun)
    .set({
      cancelRequestedAt: now,
      state: sql`case when ${jobRun.state} = 'running' then 'running' else 'cancelled' end`,
      finishedAt: sql`case when ${jobRun.state} = 'running' then null else clock_timestamp() end`,
    })
    .where(and(mine(tx, id), inArray(jobRun.state, OPEN)))
    .returning({ state: jobRun.state })
  return row?.state
}

/** Puts a run that failed or was cancelled back to its beginning; false when it is open or succeeded. */
export async function reopenRun(tx: TxCtx, id: Id): Promise<boolean> {
  const rows = await tx.sql
    .update(jobRun)
    .set({
      state: 'requested',
      attempts: 0,
      progressDone: 0,
      errorCode: null,
      finishedAt: null,
      cancelRequestedAt: null,
      touchedAt: now,
    })
    .where(and(mine(tx, id), inArray(jobRun.state, ['failed', 'cancelled'])))
    .returning({ id: jobRun.id })
  return rows.length > 0
}

/** Open runs that nobody has touched for so long: their worker or their place in the queue is gone. */
export async function staleRuns(tx: TxCtx, olderThanMs: number): Promise<{ id: Id; name: string }[]> {
  return tx.sql
    .select({ id: jobRun.id, name: jobRun.name })
    .from(jobRun)
    .where(
      and(
        eq(jobRun.tenantId, tx.tenantId),
        inArray(jobRun.state, OPEN),
        lt(jobRun.touchedAt, sql`clock_timestamp() - make_interval(secs => ${olderThanMs / 1000})`),
      ),
    )
    .limit(500)
}

function mine(tx: TxCtx, id: Id) {
  return and(eq(jobRun.tenantId, tx.tenantId), eq(jobRun.id, id))
}
