import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { type Actor, type Clock, type Ctx, type Id, newId, systemClock } from '../src/kernel/index.ts'
import {
  type AuditRecord,
  auditTrail,
  type Database,
  deliverEnvelopes,
  drainOutbox,
  type EnvelopeHandler,
  openDatabase,
  roleUrl,
  type Subscriber,
  systemCtx,
  type TxCtx,
  withTenant,
} from '../src/platform/index.ts'
import { ensureTemplate, TEST_SECRET, TEST_TENANTS, type TestSlug } from './template.ts'

export { type EmptyDatabase, emptyDatabase } from './empty.ts'
export { runModel, sampleWork } from './release.ts'
export { TEST_SECRET, TEST_TENANTS, type TestSlug, withCluster } from './template.ts'

export interface TestDatabase {
  readonly app: Database
  readonly worker: Database
  readonly adminUrl: string
  readonly mogaha: { readonly id: Id; readonly slug: string }
  readonly gangnam: { readonly id: Id; readonly slug: string }
  readonly bureau: { readonly id: Id; readonly slug: string }
  /** A ctx in the app's role; without an actor, a system actor named `test`. */
  ctx(slug: TestSlug, actor?: Actor, options?: { clock?: Clock; origin?: Ctx['origin'] }): Ctx
  workerCtx(slug: TestSlug): Ctx
  /** Runs consumers and exchange of all tenants until nothing waits. */
  drain(): Promise<void>
  expectAudit(ctx: Ctx, expected: { action: string; subjectType?: string; subjectId: string }): Promise<AuditRecord>
  /** Superuser SQL: to look behind the wall in assertions, never to set up what a command can do. */
  readonly admin: postgres.Sql
  close(): Promise<void>
}

export interface TestDatabaseOptions {
  readonly subscribers?: readonly Subscriber[]
  readonly envelopeHandlers?: readonly EnvelopeHandler[]
  readonly poolSize?: number
}

/** A fresh migrated database of its own, cloned from the run's template. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { template, adminUrl } = await ensureTemplate()
  const name = `harmony_test_${randomBytes(6).toString('hex')}`
  const root = postgres(adminUrl('postgres'), { max: 1, onnotice: () => {} })
  await root.unsafe(`create database ${name} template ${template}`)
  const url = adminUrl(name)
  const [app, worker] = await Promise.all([
    openDatabase({ url: roleUrl(url, TEST_SECRET, 'harmony_app'), role: 'app', poolSize: options.poolSize ?? 4 }),
    openDatabase({ url: roleUrl(url, TEST_SECRET, 'harmony_worker'), role: 'worker', poolSize: 2 }),
  ])
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  const tenants = Object.values(TEST_TENANTS)
  const workerCtx = (slug: TestSlug) => systemCtx(worker, TEST_TENANTS[slug], 'worker')
  const enter = async (tenantId: Id): Promise<Ctx> => {
    const tenant = tenants.find((candidate) => candidate.id === tenantId)
    if (tenant === undefined) throw new Error(`unknown tenant ${tenantId}`)
    return systemCtx(worker, tenant, 'exchange')
  }
  return {
    app,
    worker,
    admin,
    adminUrl: url,
    mogaha: TEST_TENANTS.mogaha,
    gangnam: TEST_TENANTS.gangnam,
    bureau: TEST_TENANTS.bureau,
    ctx: (slug, actor = { kind: 'system', name: 'test' }, extra = {}) => ({
      tenantId: TEST_TENANTS[slug].id,
      tenantSlug: slug,
      actor,
      clock: extra.clock ?? systemClock,
      origin: extra.origin ?? 'interactive',
      requestId: newId(),
      source: '127.0.0.1',
      db: app,
    }),
    workerCtx,
    async drain() {
      for (let busy = true; busy; ) {
        busy = false
        for (const tenant of tenants) {
          const ctx = systemCtx(worker, tenant, 'worker')
          if ((await deliverEnvelopes(ctx, enter, options.envelopeHandlers ?? [])) > 0) busy = true
          while ((await drainOutbox(ctx, options.subscribers ?? [])) > 0) busy = true
        }
      }
    },
    async expectAudit(ctx, expected) {
      const find = (tx: TxCtx) =>
        auditTrail(tx, expected.subjectType ?? expected.action.split('.')[0] ?? '', expected.subjectId)
      const trail = await withTenant(ctx, find)
      const row = trail.findLast((record) => record.action === expected.action)
      if (row === undefined) {
        const seen = trail.map((record) => record.action).join(', ') || 'nothing'
        throw new Error(`no audit row ${expected.action} for ${expected.subjectId}; there is ${seen}`)
      }
      return row
    },
    async close() {
      await Promise.all([app.close(), worker.close(), admin.end({ timeout: 2 })])
      await root.unsafe(`drop database ${name} with (force)`)
      await root.end({ timeout: 2 })
    },
  }
}

/** Counts rows of a tenant table as the ctx's tenant sees them. */
export async function countRows(ctx: Ctx, table: string): Promise<number> {
  return withTenant(ctx, async (tx) => {
    const [row] = await tx.sql.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)}`)
    return row?.n ?? 0
  })
}
