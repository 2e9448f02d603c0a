import {
  type BackendClasses,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type PgPool,
  withBackend,
} from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { bullJobQueue } from './bull-job-queue.ts'
import type { JobQueue } from './job-queue.ts'

export interface JobQueueOptions {
  /** The worker's Postgres address; used when there is no Redis. */
  readonly databaseUrl: string
  readonly redisUrl?: string | undefined
  /** Called for connection errors that the queue survives. */
  readonly onError?: (error: Error) => void
  /** After how long without a sign of life a job is given to another worker. */
  readonly lockMs?: number
}

/** The schema that BullMQ's Postgres backend lives in; only the worker role may use it. */
export const QUEUE_SCHEMA = 'bullmq'

/**
 * Opens the job queue: on Redis when `redisUrl` is given, on Postgres otherwise. Connects lazily.
 */
export function openJobQueue(options: JobQueueOptions): JobQueue {
  return options.redisUrl === undefined ? onPostgres(options) : onRedis(options, options.redisUrl)
}

function onPostgres(options: JobQueueOptions): JobQueue {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 10,
    keepAlive: true,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'harmony-jobs',
  })
  pool.on('error', (error) => options.onError?.(error))
  return bullJobQueue({
    ...settings(options),
    backend: 'postgres',
    classes: withBackend(createPostgresBackend),
    connection: pool as unknown as PgPool,
    release: () => pool.end(),
  })
}

function onRedis(options: JobQueueOptions, redisUrl: string): JobQueue {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: true, lazyConnect: true })
  connection.on('error', (error) => options.onError?.(error))
  return bullJobQueue({
    ...settings(options),
    backend: 'redis',
    classes: withBackend(createRedisBackend),
    connection,
    release: async () => {
      connection.disconnect()
    },
  })
}

function settings(options: JobQueueOptions) {
  return { onError: options.onError ?? (() => undefined), lockMs: options.lockMs ?? 30_000 }
}

/** What `bullJobQueue` needs to know of a backend. */
export interface BullBackend<B extends IQueueBackend, C> {
  readonly backend: 'postgres' | 'redis'
  readonly classes: BackendClasses<B, C>
  readonly connection: C
  readonly release: () => Promise<void>
  readonly onError: (error: Error) => void
  readonly lockMs: number
}
