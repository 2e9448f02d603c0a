import type postgres from 'postgres'
import { expect, it } from 'vitest'
import { emptyDatabase, TEST_SECRET, TEST_TENANTS } from '../../../testing/index.ts'
import { migrate, migrationFiles } from './migrate.ts'

/** The state of a database some releases ago. */
const EARLIER = 6

/** An empty database of its own, dropped afterwards. */
async function withEmptyDatabase(work: (url: string, sql: postgres.Sql) => Promise<void>): Promise<void> {
  const empty = await emptyDatabase()
  try {
    await work(empty.url, empty.sql)
  } finally {
    await empty.drop()
  }
}

const tenant = TEST_TENANTS.mogaha

it('brings a filled database forward without losing a row, and does nothing the second time', async () => {
  await withEmptyDatabase(async (url, sql) => {
    const files = await migrationFiles()
    await migrate(url, TEST_SECRET, files.slice(0, EARLIER))
    await sql`insert into shared.tenant (id, slug, name, kind, code)
      values (${tenant.id}, ${tenant.slug}, ${sql.json(tenant.name)}, ${tenant.kind}, ${tenant.code})`
    await sql`insert into outbox (tenant_id, id, type, payload, origin, occurred_at)
      select ${tenant.id}, uuidv7(), 'test.happened', '{}', 'interactive', now() from generate_series(1, 5000)`
    await sql`insert into audit_event (tenant_id, id, action, actor_kind, subject_type, subject_id, request_id, occurred_at)
      select ${tenant.id}, uuidv7(), 'test.act', 'system', 'test', n::text, 'r', now() from generate_series(1, 5000) n`
    const later = files.slice(EARLIER).map((file) => file.name)
    expect(await migrate(url, TEST_SECRET)).toEqual(later)
    expect(
      await sql`select (select count(*)::int from outbox) as events, (select count(*)::int from audit_event) as acts`,
    ).toMatchObject([{ events: 5000, acts: 5000 }])
    expect(await migrate(url, TEST_SECRET)).toEqual([])
  })
})

it('refuses a migration that has changed since it was applied', async () => {
  await withEmptyDatabase(async (url) => {
    const [first] = await migrationFiles()
    if (first === undefined) throw new Error('there are no migrations')
    await migrate(url, TEST_SECRET, [first])
    const changed = { ...first, text: `${first.text}\n-- later thought` }
    await expect(migrate(url, TEST_SECRET, [changed])).rejects.toThrow(`migration ${first.name} has changed`)
  })
})

it('leaves nothing behind of a migration that fails half-way', async () => {
  await withEmptyDatabase(async (url, sql) => {
    const bad = { name: '0001_bad.sql', text: 'create table public.half (id int); select 1/0;' }
    await expect(migrate(url, TEST_SECRET, [bad])).rejects.toThrow('division by zero')
    expect(await sql`select to_regclass('public.half') as half`).toEqual([{ half: null }])
    expect(await sql`select count(*)::int as n from harmony_migration.applied`).toMatchObject([{ n: 0 }])
  })
})
