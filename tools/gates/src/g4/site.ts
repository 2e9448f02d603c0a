import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@harmony/api/config'
import { provision } from '@harmony/api/provision'
import { createDemoAccounts } from '@harmony/core/identity'
import type { Ctx } from '@harmony/core/kernel'
import { ensureDatabase, migrate, openDatabase, roleUrl, systemCtx } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'
import postgres from 'postgres'
import { family, freePort, type Kept, keep, until } from './processes.ts'

const SECRET = 'gate-4-secret-of-at-least-32-characters'
export const PASSWORD = 'gate four citadel'
export const OFFICERS = [1, 2, 3, 4].map((n) => `officer${n}@gate.demo`)
export const CITIZENS = [1, 2, 3, 4].map((n) => `citizen${n}@gate.demo`)

/** The whole product on one machine: Postgres, api and worker as processes of their own. */
export interface Site {
  readonly base: string
  readonly postgres: Kept
  readonly api: Kept
  readonly worker: Kept
  /** The superuser's eye on the database; comes back after a kill. */
  readonly admin: postgres.Sql
  /** Works in 강남구 as the system, in the worker's role. */
  inTenant<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Starts the product with an agency, four officers of one division and four citizens. Durable: fsync is on. */
export async function openSite(): Promise<Site> {
  const dir = await mkdtemp(join(tmpdir(), 'harmony-g4-'))
  const [pgPort, apiPort] = [await freePort(), await freePort()]
  let server: { pid: number; url: string } | undefined
  const database = keep('./pg-keeper.ts', {
    args: [join(dir, 'pg'), String(pgPort)],
    onMessage: (message) => {
      server = message as { pid: number; url: string }
    },
    below: () => (server === undefined ? [] : family(server.pid)),
  })
  const { url } = await until(60_000, async () => server ?? Promise.reject(new Error('no postgres yet')))
  await ensureDatabase(url, 'harmony')
  const adminUrl = url.replace(/\/postgres$/, '/harmony')
  await migrate(adminUrl, SECRET)
  const env = {
    DATABASE_URL: adminUrl,
    HARMONY_SECRET: SECRET,
    HARMONY_DEMO: '1',
    FILES_DIR: join(dir, 'files'),
    LOG_LEVEL: 'silent',
    PORT: String(apiPort),
    HOST: '127.0.0.1',
    REDIS_URL: '',
    SMTP_URL: '',
  }
  await provision(readConfig(env))
  const workerUrl = roleUrl(adminUrl, SECRET, 'harmony_worker')
  const inTenant: Site['inTenant'] = async (work) => {
    const db = await openDatabase({ url: workerUrl, role: 'worker', poolSize: 1 })
    try {
      const tenant = await getTenantBySlug(db, 'gangnam')
      if (tenant === undefined) throw new Error('the agency is missing')
      return await work(systemCtx(db, tenant, 'gate'))
    } finally {
      await db.close()
    }
  }
  await inTenant((ctx) => {
    const officers = OFFICERS.map((email, i) => ({ kind: 'officer' as const, email, personCode: `cleaning-${i + 1}` }))
    const citizens = CITIZENS.map((email, i) => ({ kind: 'citizen' as const, email, name: `시민${i + 1}` }))
    return createDemoAccounts(ctx, [...officers, ...citizens], PASSWORD, { demoAccounts: true })
  })
  const api = keep('../../../../apps/api/src/server.ts', { env })
  const worker = keep('../../../../apps/api/src/worker.ts', { env })
  const base = `http://127.0.0.1:${apiPort}`
  await until(30_000, async () => {
    if (!(await fetch(`${base}/readyz`)).ok) throw new Error('not ready')
  })
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined, connect_timeout: 2 })
  return {
    base,
    postgres: database,
    api,
    worker,
    admin,
    inTenant,
    async close() {
      await Promise.all([api.stop(), worker.stop(), admin.end({ timeout: 1 })])
      await database.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
