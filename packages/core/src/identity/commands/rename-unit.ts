import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { renameUnitInput } from '../schemas.ts'
import { lockOrganisation } from '../units.store.ts'
import { nextVersion } from './next-version.ts'

/** Gives a unit another name from a date on; the past keeps the old one. @throws as `nextVersion` */
export async function renameUnit(ctx: Ctx, raw: z.input<typeof renameUnitInput>): Promise<{ done: true }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const input = parse(renameUnitInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    await nextVersion(tx, input.unitId, input.validFrom ?? tx.clock.now(), 'unit.rename', { name: input.name })
    return { done: true }
  })
}
