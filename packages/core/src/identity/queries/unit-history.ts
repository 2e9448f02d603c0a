import type { z } from 'zod'
import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { unitHistoryInput, type unitHistoryOutput } from '../schemas.ts'
import { versionsOf } from '../units.store.ts'

/** What a unit was called and where it stood, oldest first. @throws NotFoundError for an unknown unit */
export async function unitHistory(
  ctx: Ctx,
  raw: z.input<typeof unitHistoryInput>,
): Promise<z.output<typeof unitHistoryOutput>> {
  authorise(can(ctx.actor, 'organisation.read'))
  const { unitId } = parse(unitHistoryInput, raw)
  return withTenant(ctx, async (tx) => {
    const versions = await versionsOf(tx, unitId)
    if (versions.length === 0) throw new NotFoundError('identity.unit-not-found')
    return versions.map(({ name, parentId, validFrom, validTo }) => ({ name, parentId, validFrom, validTo }))
  })
}
