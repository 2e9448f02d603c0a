import { type Ctx, newId } from '../../../kernel/index.ts'
import { audit, authorise, claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { currentWork } from '../../release.ts'
import { unitLineFor } from '../act.ts'
import { requireObjective, requirePlacement, requireUnitTask } from '../checks.ts'
import { insertManagedTask } from '../managed.store.ts'
import { openTaskCard } from '../open-card.ts'
import { canTask } from '../policy.ts'
import { type CreateManagedTaskInput, type CreateManagedTaskOutput, createManagedTaskInput } from '../schemas.ts'

/**
 * A head of the line or the performance manager makes a 관리과제 with its first card; further cards join by
 * `createTaskCard`. It may serve an objective of the agency's release (R33).
 * @returns the ids of both
 * @throws ForbiddenError; ValidationError for an unknown unit task, unit, person, objective or field
 */
export async function createManagedTask(ctx: Ctx, raw: CreateManagedTaskInput): Promise<CreateManagedTaskOutput> {
  const { idempotencyKey, ...input } = parse(createManagedTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const procedure = 'task.create-managed'
    const claim = await claimRequest<CreateManagedTaskOutput>(tx, { procedure, key: idempotencyKey, body: input })
    if (claim.replayed) return claim.response
    const unitLine = await unitLineFor(tx, input.unitId)
    authorise(canTask(tx.actor, 'create-managed', { unitLine, ownerId: null, memberIds: [] }))
    const { hash, work } = await currentWork(tx)
    requireObjective(await releaseByHash(tx, hash), input.objectiveKey)
    await Promise.all([requireUnitTask(tx, input.unitTaskId), requirePlacement(tx, input.unitId, input.ownerId)])
    const managedTaskId = newId()
    const { name, year, unitTaskId, unitId, objectiveKey, annualReport, qualityManaged } = input
    const managed = { name, year, unitTaskId, unitId, objectiveKey, annualReport, qualityManaged }
    await insertManagedTask(tx, { id: managedTaskId, ...managed, releaseHash: hash })
    await audit(tx, {
      action: 'managed-task.create',
      subjectType: 'managed-task',
      subjectId: managedTaskId,
      after: managed,
    })
    const { ownerId, memberIds, goal, background, fields } = input
    const card = { name, year, unitTaskId, unitId, ownerId, memberIds, goal, background, fields, managedTaskId }
    const taskCardId = await openTaskCard(tx, { ...card, qualityManaged }, { hash, work })
    const output = { managedTaskId, taskCardId }
    await claim.settle(output)
    return output
  })
}
