import { type Database, missingMigrations, workerStatus } from '@harmony/core/platform'
import { Hono } from 'hono'

/** An outbox older than this is told as late; the api still answers, so it stays ready. */
const LATE_SECONDS = 30
const CHECK_LIMIT_MS = 2_000

/** What a process is asked by its supervisor or load balancer. */
export interface Readiness {
  readonly ready: boolean
  readonly database: 'ok' | 'away'
  readonly migrations: 'ok' | 'behind' | 'unknown'
  readonly worker: 'ok' | 'late' | 'unknown'
  readonly outbox: { readonly pending: number; readonly dead: number; readonly oldestSeconds: number } | null
  readonly draining: boolean
}

/**
 * `/healthz`: the process lives. `/readyz`: it can serve: 200 when the database answers, has this build's
 * migrations, and the process is not draining; 503 otherwise. A late worker is told, but makes nothing unready.
 */
export function healthRoutes(db: Database, draining: () => boolean = () => false): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const readiness = await checkReadiness(db, draining())
    c.header('Cache-Control', 'no-store')
    if (!readiness.ready) c.header('Retry-After', '2')
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  return app
}

/** Asks the database, for at most two seconds. */
export async function checkReadiness(db: Database, draining: boolean): Promise<Readiness> {
  const found = await within(CHECK_LIMIT_MS, ask(db)).catch(() => undefined)
  if (found === undefined) {
    return { ready: false, database: 'away', migrations: 'unknown', worker: 'unknown', outbox: null, draining }
  }
  const { pending, dead, oldestSeconds } = found.status
  return {
    ready: found.missing.length === 0 && !draining,
    database: 'ok',
    migrations: found.missing.length === 0 ? 'ok' : 'behind',
    worker: oldestSeconds > LATE_SECONDS ? 'late' : 'ok',
    outbox: { pending, dead, oldestSeconds: Math.round(oldestSeconds * 10) / 10 },
    draining,
  }
}

async function ask(db: Database) {
  const missing = await missingMigrations(db)
  // A database that is behind may not have the worker's figures yet.
  const status = missing.length === 0 ? await workerStatus(db) : { pending: 0, dead: 0, oldestSeconds: 0 }
  return { missing, status }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
