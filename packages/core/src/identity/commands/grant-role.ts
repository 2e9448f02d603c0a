import type { z } from 'zod'
import {
  ConflictError,
  type Ctx,
  ForbiddenError,
  type Id,
  NotFoundError,
  newId,
  ValidationError,
} from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { refuseGrant } from '../domain/roles.ts'
import { personById, unitById } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { insertGrant, roleGrantsFrom } from '../posts.store.ts'
import { grantRoleInput } from '../schemas.ts'
import { kindOfAgency, lockOrganisation } from '../units.store.ts'
import { endSessionsForRights } from './end-sessions.ts'

/**
 * Grants a role for a time, in the whole agency or while the person has a post in one unit.
 * @throws ForbiddenError when the rules of separation refuse it (R58: own roles, incompatible pairs, bureau roles)
 * @throws ConflictError when the person holds it already
 */
export async function grantRole(ctx: Ctx, raw: z.input<typeof grantRoleInput>): Promise<{ id: Id }> {
  authorise(can(ctx.actor, 'roles.manage'))
  const input = parse(grantRoleInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const { personId, role, unitId = null, reason } = input
    const validFrom = input.validFrom ?? tx.clock.now()
    const validTo = input.validTo ?? null
    if (validTo !== null && validTo <= validFrom) throw new ValidationError('identity.date-order', { field: 'validTo' })
    if ((await personById(tx, personId)) === null) throw new NotFoundError('identity.person-not-found')
    if (unitId !== null && (await unitById(tx, unitId, validFrom)) === null)
      throw new NotFoundError('identity.unit-not-found')
    const held = (await roleGrantsFrom(tx, validFrom, personId)).filter(
      (grant) => validTo === null || grant.validFrom < validTo,
    )
    const refusal = refuseGrant({
      role,
      personId,
      byPersonId: tx.actor.kind === 'officer' ? tx.actor.personId : null,
      held: held.map((grant) => grant.role),
      tenantKind: await kindOfAgency(tx),
      endsAt: validTo,
    })
    if (refusal !== null) throw new ForbiddenError(refusal.code, { params: refusal.params })
    if (held.some((grant) => grant.role === role && grant.unitId === unitId))
      throw new ConflictError('identity.role-exists')
    const id = newId()
    await insertGrant(tx, { id, personId, role, unitId, validFrom, validTo })
    await audit(tx, {
      action: 'role.grant',
      subjectType: 'person',
      subjectId: personId,
      after: { grantId: id, role, unitId, validFrom, validTo },
      reason,
    })
    await endSessionsForRights(tx, personId)
    return { id }
  })
}
