import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { actorForSession } from '@harmony/core/identity'
import { type Ctx, newId, NotFoundError, systemClock } from '@harmony/core/kernel'
import type { Database } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'

/**
 * Makes the use-cases' ctx of a request: the agency from the path, the actor from the session among its memberships.
 * @throws NotFoundError `agency.unknown` when the path names no active agency
 */
export async function requestCtx(
  db: Database,
  request: { slug: string; token: string | null; source: string | null; requestId?: string },
): Promise<Ctx> {
  const tenant = await getTenantBySlug(db, request.slug)
  if (tenant === undefined || tenant.status !== 'active') throw new NotFoundError('agency.unknown')
  const actor = request.token === null ? undefined : await actorForSession(db, request.token, tenant.id)
  return {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    actor: actor ?? { kind: 'guest' },
    clock: systemClock,
    origin: 'interactive',
    requestId: request.requestId ?? newId(),
    source: request.source,
    db,
  }
}

/** The caller's address: the socket's, or the first of X-Forwarded-For behind a trusted proxy. */
export function callerAddress(c: Context, trustProxy: boolean): string | null {
  if (trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',')[0]?.trim()
    if (forwarded) return forwarded
  }
  return getConnInfo(c).remote.address ?? null
}
