import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia'
import { type Actor, type Id, newId, sha256, type TenantDatabase } from '../kernel/index.ts'
import { type AuthCall, outside } from './auth.store.ts'
import { type AccountKind, SESSION_IDLE_SECONDS, slideTo } from './domain/limits.ts'
import { rolesOf } from './domain/roles.ts'
import {
  closeSession,
  closeSessions,
  extendSession,
  openSession,
  type SessionFacts,
  sessionFacts,
} from './sessions.store.ts'

// The only file that knows lucia (deprecated upstream; docs/adr says how to leave it). Lucia decides when a
// session ends and when it slides; the adapter hands it rows kept under SHA-256 of the token.

type Adapter = ConstructorParameters<typeof Lucia>[0]

/** Who holds a session, as every request needs it. */
export interface SignedIn {
  /** The rights in the tenant asked for; a guest where the account has no place. */
  readonly actor: Actor
  readonly account: { readonly id: Id; readonly kind: AccountKind; readonly name: string; readonly email: string }
  readonly agencies: SessionFacts['agencies']
  /** The session's public name, for `listMySessions`. */
  readonly handle: Id
  readonly expiresAt: Date
  /** True when the end has moved just now: send the cookie again. */
  readonly renewed: boolean
}

/** How a server treats demo accounts: they exist only where it runs its own embedded database. */
export interface DemoRule {
  readonly demoAccounts: boolean
}

/** What the browser is told. 160 bits of chance; only its SHA-256 is stored. */
export interface IssuedSession {
  readonly token: string
  readonly expiresAt: Date
}

/**
 * Who sends this token, with their rights in the tenant right now, in one round trip.
 * @param tenantId the agency the path names; null for pages before an agency is chosen
 * @returns null for a token that is unknown, ended, revoked, or a demo account's where there is no demo
 */
export async function actorForSession(
  db: TenantDatabase,
  token: string,
  tenantId: Id | null,
  rule: DemoRule = { demoAccounts: false },
): Promise<SignedIn | null> {
  if (!/^[a-z2-7]{32}$/.test(token)) return null
  const call = outside(db)
  const facts = await sessionFacts(call, sha256(token), tenantId)
  if (facts === null || (facts.account.demo && !rule.demoAccounts)) return null
  const { session } = await luciaFor(facts.account.kind, adapter(call, { facts })).validateSession(token)
  if (session === null) return null
  const { id, kind, name, email } = facts.account
  const expiresAt = slideTo(kind, new Date(facts.createdAt), session.expiresAt)
  return {
    actor: actorOf(facts),
    account: { id, kind, name, email },
    agencies: facts.agencies,
    handle: facts.handle,
    expiresAt,
    renewed: expiresAt.getTime() > new Date(facts.expiresAt).getTime(),
  }
}

/** Opens a session for an account whose password was right. */
export async function issueSession(
  call: AuthCall,
  account: { readonly id: Id; readonly kind: AccountKind },
  origin: { readonly tenantId: Id; readonly source: string | null; readonly userAgent: string | null },
): Promise<IssuedSession> {
  const lucia = luciaFor(account.kind, adapter(call, { origin }))
  const session = await lucia.createSession(account.id, {}, { sessionId: generateIdFromEntropySize(20) })
  return { token: session.id, expiresAt: session.expiresAt }
}

/** Ends the session of a token. */
export async function endSession(call: AuthCall, token: string): Promise<void> {
  await luciaFor('citizen', adapter(call, {})).invalidateSession(token)
}

/** Ends every session of an account. @returns how many there were */
export async function endAllSessions(call: AuthCall, accountId: Id): Promise<number> {
  return closeSessions(call, accountId)
}

function luciaFor(kind: AccountKind, over: Adapter): Lucia {
  return new Lucia(over, { sessionExpiresIn: new TimeSpan(SESSION_IDLE_SECONDS[kind], 's') })
}

interface AdapterScope {
  readonly facts?: SessionFacts
  readonly origin?: { readonly tenantId: Id; readonly source: string | null; readonly userAgent: string | null }
}

function adapter(call: AuthCall, scope: AdapterScope): Adapter {
  const { facts, origin } = scope
  return {
    async getSessionAndUser(token) {
      if (facts === undefined) return [null, null]
      const session = { id: token, userId: facts.account.id, expiresAt: new Date(facts.expiresAt), attributes: {} }
      return [session, { id: facts.account.id, attributes: {} }]
    },
    async setSession(session) {
      if (origin === undefined) throw new Error('a session needs its origin')
      const { tenantId, source, userAgent } = origin
      const id = sha256(session.id)
      await openSession(call, {
        id,
        handle: newId(),
        accountId: session.userId,
        tenantId,
        source,
        userAgent,
        expiresAt: session.expiresAt,
      })
    },
    async updateSessionExpiration(token, wanted) {
      if (facts === undefined) return
      const expiresAt = slideTo(facts.account.kind, new Date(facts.createdAt), wanted)
      // at its longest life already: nothing to write on every request
      if (expiresAt.getTime() > new Date(facts.expiresAt).getTime()) await extendSession(call, sha256(token), expiresAt)
    },
    deleteSession: (token) => closeSession(call, sha256(token)),
    async deleteUserSessions(accountId) {
      await closeSessions(call, accountId)
    },
    getUserSessions: async () => [],
    deleteExpiredSessions: async () => {},
  }
}

function actorOf(facts: SessionFacts): Actor {
  const { account, membership, person } = facts
  if (membership?.kind === 'citizen' && membership.customerId !== null) {
    return { kind: 'citizen', accountId: account.id, customerId: membership.customerId }
  }
  if (membership?.kind === 'officer' && membership.personId !== null && person !== null) {
    return {
      kind: 'officer',
      accountId: account.id,
      personId: membership.personId,
      roles: rolesOf(person.posts, person.grants),
      unitIds: [...new Set(person.posts.map((post) => post.unitId))],
      headOf: person.posts.filter((post) => post.isHead).map((post) => post.unitId),
    }
  }
  return { kind: 'guest' }
}
