import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countRows, type TestDatabase, testDatabase } from '../../testing/index.ts'
import { withTenant } from '../platform/index.ts'
import { createOrganisation } from './index.ts'
import { orgOf } from './testing.ts'

const TABLES = ['unit', 'unit_version', 'person', 'post', 'role_grant']
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  await createOrganisation(t.ctx('mogaha'), orgOf('mogaha'))
})
afterAll(() => t.close())

describe('an agency’s people and organisation', () => {
  test.each(TABLES)('%s shows its rows to its own agency and none to another', async (table) => {
    expect(await countRows(t.ctx('mogaha'), `public.${table}`)).toBeGreaterThan(0)
    expect(await countRows(t.ctx('gangnam'), `public.${table}`)).toBe(0)
    expect(await countRows(t.workerCtx('gangnam'), `public.${table}`)).toBe(0)
  })

  test('a post cannot point at another agency’s person', async () => {
    const [foreign] = await t.admin`select id from public.person limit 1`
    const act = withTenant(t.ctx('gangnam'), (tx) =>
      tx.sql.execute(sql`
        insert into public.role_grant (tenant_id, id, person_id, role, valid_from)
        values (${t.gangnam.id}::uuid, uuidv7(), ${foreign?.id}::uuid, 'reviewer', now())`),
    )
    await expect(act).rejects.toThrow()
  })
})

describe('the schema before any tenant', () => {
  test.each(['account', 'session', 'membership', 'email_token', 'sign_in_attempt'])(
    'auth.%s is closed to app and worker',
    async (table) => {
      for (const db of [t.app, t.worker]) {
        await expect(db.shared.unsafe(`select * from auth.${table}`)).rejects.toThrow(/permission denied/)
        await expect(db.shared.unsafe(`delete from auth.${table}`)).rejects.toThrow(/permission denied/)
      }
    },
  )

  test('its functions have a fixed search path, and strangers may call none', async () => {
    const rows = await t.admin`
      select p.proname, p.prosecdef, p.proconfig::text as config, has_function_privilege('harmony_auditor', p.oid, 'execute') as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'auth'`
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) {
      expect(row).toMatchObject({ prosecdef: true, open: false })
      expect(row.config).toContain('search_path')
    }
  })

  test('the worker opens no session and reads no password', async () => {
    await expect(t.worker.shared`select auth.password_of(${t.mogaha.id}::uuid)`).rejects.toThrow(/permission denied/)
    await expect(t.worker.shared`select auth.session_facts('x', null)`).rejects.toThrow(/permission denied/)
  })
})
