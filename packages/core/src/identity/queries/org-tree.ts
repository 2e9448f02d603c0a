import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { inTreeOrder, type Unit } from '../domain/organisation.ts'
import { listUnits } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { orgTreeInput } from '../schemas.ts'

/** The agency's units as they stood at an instant (R57), each parent before its children. @throws ForbiddenError but for officers */
export async function orgTree(ctx: Ctx, raw: z.input<typeof orgTreeInput>): Promise<Unit[]> {
  authorise(can(ctx.actor, 'organisation.read'))
  const { at } = parse(orgTreeInput, raw)
  return withTenant(ctx, async (tx) => inTreeOrder(await listUnits(tx, at === undefined ? {} : { at })))
}
