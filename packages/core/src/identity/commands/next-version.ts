import { type Id, NotFoundError, newId, ValidationError } from '../../kernel/index.ts'
import { audit, emit, type TxCtx } from '../../platform/index.ts'
import { organisationChanged } from '../events.ts'
import { closeVersion, insertVersion, openVersion, type UnitVersion } from '../units.store.ts'

/**
 * Ends what holds of a unit now and lets the changed version follow it from `validFrom` on.
 * @throws NotFoundError when there is no such unit, or it has ended
 * @throws ValidationError when the date is not later than the present version's
 */
export async function nextVersion(
  tx: TxCtx,
  unitId: Id,
  validFrom: Date,
  action: string,
  change: Partial<Pick<UnitVersion, 'name' | 'parentId'>>,
): Promise<void> {
  const current = await openVersion(tx, unitId)
  if (current === null) throw new NotFoundError('identity.unit-not-found')
  if (validFrom <= current.validFrom) {
    throw new ValidationError('identity.date-too-early', {
      field: 'validFrom',
      params: { from: current.validFrom.toISOString() },
    })
  }
  await closeVersion(tx, current.id, validFrom)
  await insertVersion(tx, { ...current, ...change, id: newId(), validFrom, validTo: null })
  await audit(tx, {
    action,
    subjectType: 'unit',
    subjectId: unitId,
    before: { name: current.name, parentId: current.parentId },
    after: { ...change, validFrom },
  })
  await emit(tx, organisationChanged.of({ unitIds: [unitId] }))
}
