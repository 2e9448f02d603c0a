import postgres from 'postgres'
import type { TenantDatabase } from '../../kernel/index.ts'
import { type Announcer, openAnnouncer } from './announcer.ts'
import { observedPool, type PoolObserver } from './observed-pool.ts'
import { openPool, type SlotPool } from './pool.ts'

/** A runtime role's way to the database. Tenant tables are reached through `withTenant` only. */
export interface Database extends TenantDatabase {
  readonly role: 'app' | 'worker'
  readonly pool: SlotPool
  readonly announcer: Announcer
  /** For shared and auth schemas only: no tenant is set, so tenant tables show no rows. */
  readonly shared: postgres.Sql
  readonly url: string
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly role: 'app' | 'worker'
  readonly poolSize?: number
  readonly waitMs?: number
  /** How long to wait for a server that is starting or recovering; 0 fails at once. */
  readonly patienceMs?: number
  /** Told of each transaction's times, for metrics. */
  readonly observe?: PoolObserver
}

/**
 * Opens the database for a runtime role and refuses a role that could walk through the tenant wall.
 * @throws Error when the role is superuser, has BYPASSRLS, or owns a table (architecture: tenant wall, point 1)
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const shared = postgres(options.url, {
    max: 2,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: `harmony-${options.role}-shared`, statement_timeout: 5_000, TimeZone: 'UTC' },
  })
  await whenUp(() => refuseStrongRole(shared), options.patienceMs ?? 0)
  const plain = openPool({
    url: options.url,
    size: options.poolSize ?? 8,
    waitMs: options.waitMs ?? 3_000,
    statementTimeoutMs: options.role === 'worker' ? 60_000 : 5_000,
    name: `harmony-${options.role}`,
  })
  const pool = options.observe === undefined ? plain : observedPool(plain, options.observe)
  const announcer = openAnnouncer(options.url)
  return {
    role: options.role,
    url: options.url,
    pool,
    announcer,
    shared,
    async close() {
      await announcer.close()
      await pool.close()
      await shared.end({ timeout: 2 })
    },
  }
}

const NOT_UP = new Set([
  '57P03',
  '57P01',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
])

async function whenUp(ask: () => Promise<void>, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
      if (!NOT_UP.has(code) || Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function refuseStrongRole(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ strong: boolean; owned: number }[]>`
    select (r.rolsuper or r.rolbypassrls) as strong,
           (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`
  if (row === undefined || row.strong || row.owned > 0) {
    throw new Error('refusing to run: the database role is superuser, has BYPASSRLS or owns tables')
  }
}

/** Narrows a ctx's database to the full handle; the kernel knows only its role. */
export function databaseOf(holder: { readonly db: TenantDatabase }): Database {
  return holder.db as Database
}
