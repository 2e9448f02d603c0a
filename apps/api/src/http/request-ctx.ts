import { actorForSession, type SignedIn } from '@harmony/core/identity'
import { type Ctx, NotFoundError, newId, systemClock } from '@harmony/core/kernel'
import type { Database } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** As the table of agencies checks it. */
const SLUG = /^[a-z][a-z0-9-]{1,39}$/

/** A request's ctx and, when someone is signed in, their session. */
export interface RequestCtx {
  readonly harmony: Ctx
  readonly session: SignedIn | null
}

/**
 * Makes the use-cases' ctx of a request: the agency from the path, the actor from the session among its memberships.
 * `demo` admits the demo's accounts: true on the embedded database only.
 * @throws NotFoundError `agency.unknown` when the path names no active agency
 */
export async function requestCtx(
  db: Database,
  request: { slug: string; token: string | null; source: string | null; demo: boolean; requestId?: string },
): Promise<RequestCtx> {
  const tenant = SLUG.test(request.slug) ? await getTenantBySlug(db, request.slug) : undefined
  if (tenant === undefined || tenant.status !== 'active') throw new NotFoundError('agency.unknown')
  const rule = { demoAccounts: request.demo }
  const session = request.token === null ? null : await actorForSession(db, request.token, tenant.id, rule)
  const harmony: Ctx = {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    actor: session?.actor ?? { kind: 'guest' },
    clock: systemClock,
    origin: 'interactive',
    requestId: request.requestId ?? newId(),
    source: request.source,
    db,
  }
  return { harmony, session }
}

/** The caller's address: the socket's, or behind a trusted proxy the one it saw (the last; earlier ones are hearsay). */
export function callerAddress(c: Context, trustProxy: boolean): string | null {
  if (trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded) return forwarded
  }
  return getConnInfo(c).remote.address ?? null
}
