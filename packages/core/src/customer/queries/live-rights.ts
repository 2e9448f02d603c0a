import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import { subjectOf } from '../act.ts'
import { findPetition } from '../petition.store.ts'
import { can } from '../policy.ts'
import { unitLine } from '../staff.store.ts'

/** Whether the actor may follow a petition and its talk live: whoever may read it; one that is missing nobody may. */
export async function mayFollowPetition(ctx: Ctx, petitionId: Id): Promise<boolean> {
  return withTenant(ctx, async (tx) => {
    try {
      const petition = await findPetition(tx, petitionId)
      return can(tx.actor, 'read', await subjectOf(tx, petition))
    } catch (error) {
      if (error instanceof NotFoundError) return false
      throw error
    }
  })
}

/** Whether the actor may follow a unit's queue live: its members, the heads above it, and the roles of oversight. */
export async function mayFollowQueue(ctx: Ctx, unitId: Id): Promise<boolean> {
  if (ctx.actor.kind !== 'officer') return false
  return withTenant(ctx, async (tx) => {
    const line = await unitLine(tx, unitId, tx.clock.now())
    return can(tx.actor, 'read', { accountId: null, unitId, unitLine: [unitId, ...line], personId: null })
  })
}
