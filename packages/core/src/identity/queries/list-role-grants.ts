import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { roleGrantsFrom } from '../posts.store.ts'
import { roleGrantsInput, type roleGrantsOutput } from '../schemas.ts'

/** Roles granted now or from a later day on, of one person or all. @throws ForbiddenError but for tenant admins and auditors */
export async function listRoleGrants(
  ctx: Ctx,
  raw: z.input<typeof roleGrantsInput>,
): Promise<z.output<typeof roleGrantsOutput>> {
  authorise(can(ctx.actor, 'roles.read'))
  const { personId } = parse(roleGrantsInput, raw)
  return withTenant(ctx, async (tx) => {
    const grants = await roleGrantsFrom(tx, tx.clock.now(), personId ?? null)
    return grants.map(({ id, ...grant }) => ({ grantId: id, ...grant }))
  })
}
