import type { Ctx, Role } from '@harmony/core/kernel'
import { ForbiddenError, UnauthenticatedError } from '@harmony/core/kernel'
import { initTRPC } from '@trpc/server'
import type { ApiContext } from './context.ts'
import { formatError, toTransport } from './error-map.ts'

/** Who may call a procedure at all; the use-case's policy decides about the record. */
export type Permission = 'guest' | 'citizen' | 'officer' | 'member' | readonly Role[]

interface Meta {
  readonly permission: Permission
}

const t = initTRPC
  .context<ApiContext>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => ({ ...shape, ...formatError(error, ctx?.requestId) }),
    sse: {
      maxDurationMs: 30 * 60_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
  })

export const router = t.router
export const createCaller = t.createCallerFactory

const base = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw toTransport(result.error)
  return result
})

/** Anyone, in the agency the path names. */
export const guest = base.meta({ permission: 'guest' })

/** A signed-in citizen of the agency. */
export const citizen = base.meta({ permission: 'citizen' }).use(({ ctx, next }) => {
  return next({ ctx: { harmony: requireKind(ctx.harmony, 'citizen') } })
})

/** A signed-in officer of the agency. */
export const officer = base.meta({ permission: 'officer' }).use(({ ctx, next }) => {
  return next({ ctx: { harmony: requireKind(ctx.harmony, 'officer') } })
})

/** A signed-in officer or citizen of the agency. */
export const member = base.meta({ permission: 'member' }).use(({ ctx, next }) => {
  if (ctx.harmony.actor.kind === 'guest') throw new UnauthenticatedError()
  return next()
})

/** An officer with at least one of the roles. */
export function officerWith(...roles: readonly [Role, ...Role[]]) {
  return base.meta({ permission: roles }).use(({ ctx, next }) => {
    const harmony = requireKind(ctx.harmony, 'officer')
    if (harmony.actor.kind !== 'officer' || !harmony.actor.roles.some((role) => roles.includes(role))) {
      throw new ForbiddenError()
    }
    return next({ ctx: { harmony } })
  })
}

function requireKind(ctx: Ctx, kind: 'citizen' | 'officer'): Ctx {
  if (ctx.actor.kind === 'guest') throw new UnauthenticatedError()
  if (ctx.actor.kind !== kind) throw new ForbiddenError()
  return ctx
}
