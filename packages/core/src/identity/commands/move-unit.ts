import type { z } from 'zod'
import { type Ctx, NotFoundError, ValidationError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { mayStandUnder, wouldCycle } from '../domain/organisation.ts'
import { listUnits } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { moveUnitInput } from '../schemas.ts'
import { lockOrganisation } from '../units.store.ts'
import { nextVersion } from './next-version.ts'

/**
 * Puts a unit under another one from a date on; the past keeps the old place.
 * @throws NotFoundError for an unknown unit, ValidationError for a parent that cannot carry it or lies below it
 */
export async function moveUnit(ctx: Ctx, raw: z.input<typeof moveUnitInput>): Promise<{ done: true }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const input = parse(moveUnitInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const validFrom = input.validFrom ?? tx.clock.now()
    const units = await listUnits(tx, { at: validFrom })
    const unit = units.find((candidate) => candidate.id === input.unitId)
    const parent = units.find((candidate) => candidate.id === input.parentId)
    if (unit === undefined) throw new NotFoundError('identity.unit-not-found')
    if (parent === undefined) throw new ValidationError('identity.unit-not-found', { field: 'parentId' })
    if (wouldCycle(units, unit.id, parent.id)) throw new ValidationError('identity.unit-cycle', { field: 'parentId' })
    if (!mayStandUnder(unit.kind, parent.kind)) {
      throw new ValidationError('identity.unit-parent', { field: 'parentId', params: { kind: unit.kind } })
    }
    await nextVersion(tx, unit.id, validFrom, 'unit.move', { parentId: parent.id })
    return { done: true }
  })
}
