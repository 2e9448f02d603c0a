import type { z } from 'zod'
import { type Ctx, ForbiddenError, NotFoundError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { closeGrant, grantById } from '../posts.store.ts'
import { revokeRoleInput } from '../schemas.ts'
import { lockOrganisation } from '../units.store.ts'
import { endSessionsForRights } from './end-sessions.ts'

/**
 * Takes a granted role away now; history keeps it.
 * @throws NotFoundError when it is unknown or has ended, ForbiddenError for one's own roles
 */
export async function revokeRole(ctx: Ctx, raw: z.input<typeof revokeRoleInput>): Promise<{ done: true }> {
  authorise(can(ctx.actor, 'roles.manage'))
  const input = parse(revokeRoleInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const now = tx.clock.now()
    const grant = await grantById(tx, input.grantId)
    if (grant === null || (grant.validTo !== null && grant.validTo <= now))
      throw new NotFoundError('identity.role-not-found')
    if (tx.actor.kind === 'officer' && tx.actor.personId === grant.personId)
      throw new ForbiddenError('identity.role-own')
    await closeGrant(tx, grant.id, now)
    await audit(tx, {
      action: 'role.revoke',
      subjectType: 'person',
      subjectId: grant.personId,
      before: { grantId: grant.id, role: grant.role, unitId: grant.unitId },
      reason: input.reason,
    })
    await endSessionsForRights(tx, grant.personId)
    return { done: true }
  })
}
