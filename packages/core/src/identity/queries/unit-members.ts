import type { z } from 'zod'
import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { type Member, membersOf, unitById } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { membersInput } from '../schemas.ts'

/** Who held a post in a unit at an instant, the head first. @throws NotFoundError when the unit did not stand then */
export async function unitMembers(ctx: Ctx, raw: z.input<typeof membersInput>): Promise<Member[]> {
  authorise(can(ctx.actor, 'organisation.read'))
  const { unitId, at } = parse(membersInput, raw)
  return withTenant(ctx, async (tx) => {
    if ((await unitById(tx, unitId, at)) === null) throw new NotFoundError('identity.unit-not-found')
    return membersOf(tx, unitId, at)
  })
}
