import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import type { Lane } from './job-queue.ts'

/** What a running job may tell and ask. */
export interface JobHandle {
  /** Mirrors the progress for screens (written at most four times a second) and notices a cancel. */
  progress(done: number, total?: number): Promise<void>
  /** Fires when someone cancels the job or the worker drains: stop at the next safe point. */
  readonly signal: AbortSignal
  cancelled(): boolean
}

/** Counts that a finished job leaves for screens. */
export type JobResult = Readonly<Record<string, number>>

export interface JobDefinition<T extends Record<string, string> = Record<string, string>> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly lane: Lane
  readonly attempts: number
  readonly backoffMs: number
  /** False when the module keeps the job's truth in a table of its own (as mail does). */
  readonly tracked: boolean
  run(ctx: Ctx, ids: T, handle: JobHandle): Promise<JobResult | undefined>
  /** For untracked jobs: what the sweeper is to put back into the queue, with its dedupe key. */
  readonly unfinished?: (tx: TxCtx, olderThanMs: number) => Promise<{ dedupe: string; ids: T }[]>
}

type JobOptions<T extends Record<string, string>> = Pick<JobDefinition<T>, 'name' | 'schema' | 'run'> &
  Partial<Pick<JobDefinition<T>, 'lane' | 'attempts' | 'backoffMs' | 'tracked' | 'unfinished'>>

/**
 * A kind of work that takes time, retries, a schedule, progress or a cancel. Its payload is ids only; it may be
 * run twice after a crash, so `run` must find out what is already done.
 */
export function defineJob<T extends Record<string, string>>(options: JobOptions<T>): JobDefinition<T> {
  if (!/^[a-z][a-z0-9.-]*$/.test(options.name)) throw new Error(`a job's name is lower-case with dots: ${options.name}`)
  return { lane: 'quick', attempts: 8, backoffMs: 1_000, tracked: true, ...options }
}
