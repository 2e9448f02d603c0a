import type { Id } from '../../kernel/index.ts'

/** Two lanes, so a nightly rebuild never holds back a mail. */
export const LANES = ['quick', 'long'] as const
export type Lane = (typeof LANES)[number]

/** What travels through the queue: ids only, never personal data. */
export interface JobMessage {
  readonly job: string
  readonly tenantId: Id | null
  readonly ids: Readonly<Record<string, string>>
}

export interface AddOptions {
  /** While a job with this key waits or runs, another one is not added. No ':' (BullMQ refuses it). */
  readonly dedupe: string
  readonly attempts: number
  /** First wait before a retry in milliseconds; doubles with every further try. */
  readonly backoffMs: number
  readonly delayMs?: number
}

/** One hand-over of a message to a handler; the same message may come again after a crash. */
export interface Delivery {
  readonly message: JobMessage
  /** 1 for the first try. */
  readonly attempt: number
  readonly attempts: number
  /** When it was added, or for a schedule the tick it stands for. */
  readonly dueAt: Date
  /** Fires when the process drains. */
  readonly signal: AbortSignal
}

export interface QueueDepth {
  readonly waiting: number
  readonly active: number
  readonly delayed: number
}

/**
 * The transport of jobs. At least once: a handler that dies is handed the message again. The truth of a
 * job is in Postgres (`job_run`, `mail_outbox`), so a lost queue is refilled by the sweeper.
 */
export interface JobQueue {
  readonly backend: 'postgres' | 'redis'
  add(lane: Lane, message: JobMessage, options: AddOptions): Promise<void>
  /** Starts handling a lane; a rejected handler is retried until its attempts are used. */
  work(lane: Lane, handle: (delivery: Delivery) => Promise<void>, options: { concurrency: number }): Promise<void>
  /** Adds the message whenever the cron pattern (Asia/Seoul) is due; several workers make one tick. */
  schedule(key: string, cron: string, message: JobMessage): Promise<void>
  /** Schedules known to the queue with their next time. */
  schedules(): Promise<{ key: string; next: Date }[]>
  unschedule(key: string): Promise<void>
  depth(lane: Lane): Promise<QueueDepth>
  /** Takes no new jobs, waits for running ones (at most `drainMs`), then lets go. */
  close(drainMs?: number): Promise<void>
}
