import { sharedTestServer } from '@harmony/embedded-postgres'
import postgres from 'postgres'
import { sha256 } from '../src/kernel/index.ts'
import { migrate, migrationFiles } from '../src/platform/index.ts'

export const TEST_SECRET = 'harmony-test-secret'

/** The agencies of every test database. */
export const TEST_TENANTS = {
  mogaha: {
    id: '01900000-0000-7000-8000-000000000001',
    slug: 'mogaha',
    kind: 'ministry',
    code: '1310000',
    name: { ko: '행정자치부', en: 'Ministry of Government Administration and Home Affairs' },
  },
  gangnam: {
    id: '01900000-0000-7000-8000-000000000002',
    slug: 'gangnam',
    kind: 'local-government',
    code: '1168000000',
    name: { ko: '서울특별시 강남구', en: 'Gangnam-gu, Seoul' },
  },
  bureau: {
    id: '01900000-0000-7000-8000-000000000003',
    slug: 'bureau',
    kind: 'bureau',
    code: 'bureau',
    name: { ko: '정부혁신 총괄국', en: 'Central Innovation Bureau' },
  },
} as const

export type TestSlug = keyof typeof TEST_TENANTS

const CLUSTER_LOCK = 7207402

/** The name of a migrated database to clone from, made once per state of the migrations. */
export async function ensureTemplate(): Promise<{ template: string; adminUrl: (database?: string) => string }> {
  const hash = sha256((await migrationFiles()).map((file) => file.text).join('\0')).slice(0, 12)
  const template = `harmony_template_${hash}`
  return withCluster(async (admin, adminUrl) => {
    const [found] = await admin`select 1 from pg_database where datname = ${template}`
    if (found === undefined) await build(admin, template, adminUrl)
    return { template, adminUrl }
  })
}

/** Works on the run's server as its administrator while no other test process changes its roles or templates. */
export async function withCluster<T>(
  work: (admin: postgres.Sql, adminUrl: (database?: string) => string) => Promise<T>,
): Promise<T> {
  const server = await sharedTestServer()
  const admin = postgres(server.superuserUrl('postgres'), { max: 1, onnotice: () => {} })
  try {
    await admin`select pg_advisory_lock(${CLUSTER_LOCK})`
    return await work(admin, server.superuserUrl)
  } finally {
    await admin.end({ timeout: 2 })
  }
}

async function build(admin: postgres.Sql, template: string, url: (database?: string) => string): Promise<void> {
  const draft = `${template}_draft`
  await admin.unsafe(`drop database if exists ${draft} with (force)`)
  await admin.unsafe(`create database ${draft}`)
  await migrate(url(draft), TEST_SECRET)
  const sql = postgres(url(draft), { max: 1, onnotice: () => {} })
  try {
    for (const tenant of Object.values(TEST_TENANTS)) {
      await sql`insert into shared.tenant (id, slug, name, kind, code)
        values (${tenant.id}, ${tenant.slug}, ${sql.json(tenant.name)}, ${tenant.kind}, ${tenant.code})`
    }
  } finally {
    await sql.end({ timeout: 2 })
  }
  await admin.unsafe(`alter database ${draft} rename to ${template}`)
}
