import { type Ctx, type Id, ValidationError } from '../../../kernel/index.ts'
import { authorise, claimRequest, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { currentWork, workByHash } from '../../release.ts'
import { unitLineFor } from '../act.ts'
import { requireUnitTask } from '../checks.ts'
import { findManagedTask } from '../managed.store.ts'
import { openTaskCard } from '../open-card.ts'
import { canTask } from '../policy.ts'
import { type CreateTaskCardInput, type CreateTaskCardOutput, createTaskCardInput } from '../schemas.ts'

/**
 * Opens a card of a unit task, or a further card of a managed task under the release of its year (R8, R13).
 * @throws ForbiddenError for who is neither of the unit nor of its line; NotFoundError `task.managed-not-found`;
 * ValidationError for what is missing or unknown
 */
export async function createTaskCard(ctx: Ctx, raw: CreateTaskCardInput): Promise<CreateTaskCardOutput> {
  const { idempotencyKey, ...input } = parse(createTaskCardInput, raw)
  return withTenant(ctx, async (tx) => {
    const procedure = 'task.create'
    const claim = await claimRequest<CreateTaskCardOutput>(tx, { procedure, key: idempotencyKey, body: input })
    if (claim.replayed) return claim.response
    const unitLine = await unitLineFor(tx, input.unitId)
    authorise(canTask(tx.actor, 'create', { unitLine, ownerId: null, memberIds: [] }))
    const hangsOn = await placeOf(tx, input)
    const release = hangsOn.hash === undefined ? await currentWork(tx) : await workByHash(tx, hangsOn.hash)
    const { year, unitTaskId, qualityManaged } = hangsOn
    const { unitTaskId: _unitTask, year: _year, ...rest } = input
    const taskCardId = await openTaskCard(tx, { ...rest, year, unitTaskId, qualityManaged }, release)
    await claim.settle({ taskCardId })
    return { taskCardId }
  })
}

interface Place {
  readonly year: number
  readonly unitTaskId: Id
  readonly qualityManaged: boolean
  readonly hash?: string
}

async function placeOf(
  tx: TxCtx,
  input: { managedTaskId: Id | null; unitTaskId?: Id | undefined; year?: number | undefined },
): Promise<Place> {
  if (input.managedTaskId !== null) {
    const { year, unitTaskId, qualityManaged, releaseHash } = await findManagedTask(tx, input.managedTaskId)
    return { year, unitTaskId, qualityManaged, hash: releaseHash }
  }
  const { unitTaskId, year } = input
  if (unitTaskId === undefined) throw new ValidationError('task.unit-task-needed', { field: 'unitTaskId' })
  if (year === undefined) throw new ValidationError('task.year-needed', { field: 'year' })
  await requireUnitTask(tx, unitTaskId)
  return { year, unitTaskId, qualityManaged: false }
}
