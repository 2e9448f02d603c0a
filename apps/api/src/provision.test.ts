import { synthesiseRelease } from '@harmony/core/contract'
import { type Ctx, canonicalJson, newId, sha256 } from '@harmony/core/kernel'
import {
  auditTrail,
  type Database,
  migrate,
  migrationFiles,
  openDatabase,
  roleUrl,
  systemCtx,
  withTenant,
} from '@harmony/core/platform'
import { listReleases } from '@harmony/core/tenancy'
import { countRows, type EmptyDatabase, emptyDatabase, TEST_SECRET, TEST_TENANTS } from '@harmony/core/testing'
import { currentWork } from '@harmony/core/work'
import { tenants } from '@harmony/tenants'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { provision } from './provision.ts'

/** The last migration before documents and tasks. */
const BEFORE_WORK = '0014_search.sql'
let empty: EmptyDatabase
let db: Database

/** An installation from before documents and tasks: gangnam runs its older release, mogaha one of its own. */
beforeAll(async () => {
  empty = await emptyDatabase()
  const earlier = (await migrationFiles()).filter((file) => file.name <= BEFORE_WORK)
  await migrate(empty.url, TEST_SECRET, earlier)
  await fill('gangnam', 'gangnam')
  await fill('mogaha', 'a-model-of-its-own')
  await migrate(empty.url, TEST_SECRET)
  db = await openDatabase({ url: worker(), role: 'worker', poolSize: 2 })
}, 60_000)
afterAll(async () => {
  await db.close()
  await empty.drop()
})

async function fill(slug: 'gangnam' | 'mogaha', key: string) {
  const { id, name, kind, code } = TEST_TENANTS[slug]
  const canonical = await withoutWork(slug, key)
  const { sql } = empty
  await sql`insert into shared.tenant (id, slug, name, kind, code) values (${id}, ${slug}, ${sql.json(name)}, ${kind}, ${code})`
  await sql`select shared.publish_release(${sha256(canonical)}, ${key}, '2026.11.1', ${canonical})`
  await sql`insert into tenant_release (tenant_id, id, release_hash, active_from, decided_by, reason)
    values (${id}, ${newId()}, ${sha256(canonical)}, '2000-01-01', 'provision', '기관 개설')`
  await sql`insert into audit_event (tenant_id, id, action, actor_kind, subject_type, subject_id, request_id, occurred_at)
    select ${id}, uuidv7(), 'test.act', 'system', 'test', n::text, 'r', now() from generate_series(1, 1000) n`
}

async function withoutWork(slug: string, key: string): Promise<string> {
  const definition = tenants.find((one) => one.slug === slug)
  if (!definition) throw new Error(slug)
  const { canonical = '' } = await synthesiseRelease(definition.model)
  const { work: _, ...older } = JSON.parse(canonical)
  return canonicalJson({ ...older, key, version: '2026.11.1' })
}

const worker = () => roleUrl(empty.url, TEST_SECRET, 'harmony_worker')
const start = () =>
  provision(
    readConfig({ DATABASE_URL: empty.url, HARMONY_SECRET: TEST_SECRET.padEnd(32), WORKER_DATABASE_URL: worker() }),
  )
const enter = (slug: keyof typeof TEST_TENANTS): Ctx => systemCtx(db, TEST_TENANTS[slug], 'test')
const work = (slug: 'gangnam' | 'mogaha') => withTenant(enter(slug), currentWork)

describe('an installation from before documents and tasks', () => {
  test('says what its model lacks, until it is started again', async () => {
    await expect(work('gangnam')).rejects.toMatchObject({
      code: 'work.not-in-release',
      params: { key: 'gangnam', version: '2026.11.1' },
    })
  })

  test('goes over to the new release by a recorded decision, and keeps what it had', async () => {
    await start()
    expect((await work('gangnam')).work.documentKinds.length).toBeGreaterThanOrEqual(5)
    const [now, before, ...more] = (await listReleases(enter('gangnam'))).activations
    expect(more).toEqual([])
    expect(before).toMatchObject({ reason: '기관 개설' })
    expect(now).toMatchObject({
      decidedBy: 'provision',
      reason: expect.stringContaining('2026.11.1에 없는 부분(work)'),
    })
    const trail = await withTenant(enter('gangnam'), (tx) => auditTrail(tx, 'release', now?.hash ?? ''))
    expect(trail.find((row) => row.action === 'release.activate')).toMatchObject({
      reason: now?.reason,
      before: { hash: before?.hash },
    })
    expect(await countRows(enter('gangnam'), 'audit_event')).toBeGreaterThan(1000)
  })

  test('is left alone where the agency runs a model of its own', async () => {
    await expect(work('mogaha')).rejects.toMatchObject({ code: 'work.not-in-release' })
    expect((await listReleases(enter('mogaha'))).activations).toHaveLength(1)
  })

  test('decides nothing more at the next start', async () => {
    await start()
    expect((await listReleases(enter('gangnam'))).activations).toHaveLength(2)
  })
})
