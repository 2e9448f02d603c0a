import { ConflictError, type Ctx, canonicalJson, NotFoundError, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { attributesOf, type StoredAttributes, saveAttributes } from '../attributes.store.ts'
import { unitTaskChanged } from '../events.ts'
import { canEditUnitTask } from '../policy.ts'
import { type UnitTaskAttributes, type UpdateUnitTaskInput, updateUnitTaskInput } from '../schemas.ts'
import { serviceKeysOf } from '../services-of-release.ts'
import { unitTaskById } from '../unit-task.store.ts'
import { unitCodes } from '../version-write.store.ts'

/**
 * Edits 속성정보 and 유관정보 of a unit task (R3), by the tenant administrator or the head of a performing unit; who,
 * when, why and what was there before stay.
 * @throws NotFoundError `brm.unit-task-not-found`; ForbiddenError; ConflictError `brm.unit-task-changed`,
 *   `brm.unit-task-ended`; ValidationError `brm.unknown-unit`, `brm.unknown-service`, `brm.nothing-changed`
 */
export async function updateUnitTask(
  ctx: Ctx,
  raw: UpdateUnitTaskInput,
): Promise<{ unitTaskId: string; version: number }> {
  const { unitTaskId, version, reason, ...wanted } = parse(updateUnitTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const stored = await attributesOf(tx, unitTaskId)
    if (stored === undefined) throw new NotFoundError('brm.unit-task-not-found')
    authorise(canEditUnitTask(tx.actor, stored))
    if (!(await unitTaskById(tx, unitTaskId)).active) throw new ConflictError('brm.unit-task-ended')
    if (version !== stored.version) throw changedMeanwhile(stored)
    const { before, after } = differences(stored, wanted)
    if (Object.keys(after).length === 0) throw new ValidationError('brm.nothing-changed')
    await requireKnown(tx, after)
    const next = { ...stored, ...after }
    if (!(await saveAttributes(tx, next, { before, after, reason }))) {
      throw changedMeanwhile((await attributesOf(tx, unitTaskId)) ?? stored)
    }
    await audit(tx, {
      action: 'unit-task.update',
      subjectType: 'unit-task',
      subjectId: unitTaskId,
      before,
      after,
      reason,
    })
    await emit(tx, unitTaskChanged.of({ unitTaskId, version: version + 1 }))
    return { unitTaskId, version: version + 1 }
  })
}

function changedMeanwhile(stored: StoredAttributes): ConflictError {
  const params = { who: stored.changedBy ?? '—', at: stored.changedAt.toISOString() }
  return new ConflictError('brm.unit-task-changed', { params })
}

type Wanted = { readonly [K in keyof UnitTaskAttributes]?: UnitTaskAttributes[K] | undefined }

/** The fields that really differ, as they were and as they will be. */
function differences(stored: StoredAttributes, wanted: Wanted) {
  const changed = (Object.keys(wanted) as (keyof UnitTaskAttributes)[]).filter(
    (key) => wanted[key] !== undefined && canonicalJson(wanted[key]) !== canonicalJson(stored[key]),
  )
  const pick = (from: Wanted): Partial<UnitTaskAttributes> => Object.fromEntries(changed.map((key) => [key, from[key]]))
  return { before: pick(stored), after: pick(wanted) }
}

async function requireKnown(tx: TxCtx, { unitIds, serviceKeys }: Partial<UnitTaskAttributes>): Promise<void> {
  if (unitIds !== undefined) {
    const { codeOf } = await unitCodes(tx)
    if (unitIds.some((id) => !codeOf.has(id))) throw new ValidationError('brm.unknown-unit', { field: 'unitIds' })
  }
  if (serviceKeys !== undefined) {
    const known = await serviceKeysOf(tx)
    const service = serviceKeys.find((key) => !known.has(key))
    if (service !== undefined)
      throw new ValidationError('brm.unknown-service', { field: 'serviceKeys', params: { service } })
  }
}
