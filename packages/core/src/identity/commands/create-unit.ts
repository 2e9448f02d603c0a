import type { z } from 'zod'
import { ConflictError, type Ctx, type Id, newId, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../platform/index.ts'
import { mayStandUnder } from '../domain/organisation.ts'
import { organisationChanged } from '../events.ts'
import { unitById } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { createUnitInput } from '../schemas.ts'
import { agencyExists, insertUnit, lockOrganisation, unitCodeExists } from '../units.store.ts'

/**
 * Adds a unit to the agency's organisation from a date on.
 * @throws ConflictError when the code, or the one place at the top, is taken
 * @throws ValidationError for a parent that does not stand then, or of the wrong kind
 */
export async function createUnit(ctx: Ctx, raw: z.input<typeof createUnitInput>): Promise<{ id: Id }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const input = parse(createUnitInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const { code, kind, name, parentId, sort } = input
    const validFrom = input.validFrom ?? tx.clock.now()
    if (await unitCodeExists(tx, code))
      throw new ConflictError('identity.unit-code-taken', { field: 'code', params: { code } })
    const parent = parentId === null ? null : await unitById(tx, parentId, validFrom)
    if (parentId !== null && parent === null)
      throw new ValidationError('identity.unit-not-found', { field: 'parentId' })
    if (!mayStandUnder(kind, parent?.kind ?? null)) {
      throw new ValidationError('identity.unit-parent', { field: 'parentId', params: { kind } })
    }
    if (kind === 'agency' && (await agencyExists(tx))) {
      throw new ConflictError('identity.agency-exists', { field: 'kind' })
    }
    const id = newId()
    await insertUnit(tx, code, { id: newId(), unitId: id, kind, name, parentId, sort, validFrom, validTo: null })
    await audit(tx, {
      action: 'unit.create',
      subjectType: 'unit',
      subjectId: id,
      after: { code, kind, name, parentId, validFrom },
    })
    await emit(tx, organisationChanged.of({ unitIds: [id] }))
    return { id }
  })
}
