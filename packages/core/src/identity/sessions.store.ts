import { sql } from 'drizzle-orm'
import type { Id, LocalizedText, Role } from '../kernel/index.ts'
import type { AuthCall } from './auth.store.ts'
import type { AccountKind } from './domain/limits.ts'
import type { UnitKind } from './domain/roles.ts'

/** What one round trip tells about a session; `id` arguments below are SHA-256 of the token, in hex. */
export interface SessionFacts {
  readonly handle: Id
  readonly expiresAt: string
  readonly createdAt: string
  readonly account: { id: Id; kind: AccountKind; name: string; email: string; demo: boolean }
  readonly membership: { kind: AccountKind; personId: Id | null; customerId: Id | null } | null
  readonly person: {
    name: string
    posts: { unitId: Id; unitKind: UnitKind; isHead: boolean }[]
    grants: { role: Role; unitId: Id | null }[]
  } | null
  readonly agencies: { tenantId: Id; slug: string; name: LocalizedText; kind: AccountKind }[]
}

/** The session, its account, agencies, and the person's posts and grants in the tenant asked for. */
export async function sessionFacts(call: AuthCall, id: string, tenantId: Id | null): Promise<SessionFacts | null> {
  return (await call(sql`select auth.session_facts(${id}::text, ${tenantId}::uuid) as value`)) as SessionFacts | null
}

/** Stores a new session. */
export async function openSession(
  call: AuthCall,
  row: {
    id: string
    handle: Id
    accountId: Id
    tenantId: Id
    source: string | null
    userAgent: string | null
    expiresAt: Date
  },
): Promise<void> {
  await call(sql`select auth.open_session(${row.id}::text, ${row.handle}::uuid, ${row.accountId}::uuid, ${row.tenantId}::uuid,
    ${row.source}::text, ${row.userAgent}::text, ${row.expiresAt.toISOString()}::timestamptz) as value`)
}

/** Moves a session's end. */
export async function extendSession(call: AuthCall, id: string, expiresAt: Date): Promise<void> {
  await call(sql`select auth.extend_session(${id}::text, ${expiresAt.toISOString()}::timestamptz) as value`)
}

/** Ends one session; nothing happens when it has ended already. */
export async function closeSession(call: AuthCall, id: string): Promise<void> {
  await call(sql`select auth.close_session(${id}::text) as value`)
}

/** Ends one of an account's sessions by its handle. @returns false when there is none */
export async function closeSessionByHandle(call: AuthCall, accountId: Id, handle: Id): Promise<boolean> {
  return (await call(sql`select auth.close_session_by_handle(${accountId}::uuid, ${handle}::uuid) as value`)) === true
}

/** Ends all sessions of an account. @returns how many */
export async function closeSessions(call: AuthCall, accountId: Id): Promise<number> {
  return Number(await call(sql`select auth.close_sessions(${accountId}::uuid) as value`))
}

/** Ends the sessions of people whose rights changed. @returns their accounts */
export async function closeSessionsOfPeople(call: AuthCall, tenantId: Id, people: readonly Id[]): Promise<Id[]> {
  const value = await call(sql`select coalesce(jsonb_agg(account), '[]') as value from auth.close_sessions_of_people(
    ${tenantId}::uuid, (select array_agg(p::uuid) from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb) as p)
  ) as account`)
  return value as Id[]
}

interface SessionRow {
  readonly handle: Id
  readonly createdAt: string
  readonly lastSeen: string
  readonly expiresAt: string
  readonly createdFrom: string | null
  readonly userAgent: string | null
}

/** The live sessions of an account, most recently used first. */
export async function listSessions(call: AuthCall, accountId: Id): Promise<SessionRow[]> {
  return (await call(sql`select auth.list_sessions(${accountId}::uuid) as value`)) as SessionRow[]
}
