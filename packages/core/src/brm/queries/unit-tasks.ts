import { headOf, listUnits } from '../../identity/index.ts'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { attributesOf, changesOf } from '../attributes.store.ts'
import { ancestorsOfTask, placementsOf } from '../placement.store.ts'
import { canEditUnitTask, canReadFunctions } from '../policy.ts'
import {
  type SearchUnitTasksInput,
  type SearchUnitTasksOutput,
  searchUnitTasksInput,
  type UnitTaskHistoryOutput,
  type UnitTaskOutput,
  unitTaskInput,
} from '../schemas.ts'
import { findUnitTasks, type UnitTask, unitTaskById } from '../unit-task.store.ts'

/** Unit tasks that stand, by name, code or 초성, of all units or one; by name. */
export async function searchUnitTasks(ctx: Ctx, raw: SearchUnitTasksInput): Promise<SearchUnitTasksOutput> {
  const input = parse(searchUnitTasksInput, raw)
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const { rows, total } = await findUnitTasks(tx, input)
    return { rows: rows.map(viewOf), total }
  })
}

/** A unit task as the work manual shows it (R3). @throws NotFoundError `brm.unit-task-not-found` */
export async function getUnitTask(ctx: Ctx, raw: { unitTaskId: Id }): Promise<UnitTaskOutput> {
  const { unitTaskId } = parse(unitTaskInput, raw)
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const [task, attributes, units, placements, ancestors] = await Promise.all([
      unitTaskById(tx, unitTaskId),
      attributesOf(tx, unitTaskId),
      listUnits(tx),
      placementsOf(tx, unitTaskId),
      ancestorsOfTask(tx, unitTaskId),
    ])
    if (attributes === undefined) throw new NotFoundError('brm.unit-task-not-found')
    const performing = task.unitIds.flatMap((id) => units.find((unit) => unit.id === id) ?? [])
    const heads = await Promise.all(performing.map((unit) => headOf(tx, unit.id)))
    const { changedAt, ...rest } = attributes
    return {
      ...rest,
      ...viewOf(task),
      ancestors,
      units: performing.map(({ id, code, name }, i) => {
        const head = heads[i]
        return { id, code, name, head: head ? { name: head.name, title: head.title, phone: head.phone } : null }
      }),
      placements,
      changedAt: changedAt.toISOString(),
      mayEdit: task.active && canEditUnitTask(tx.actor, task),
    }
  })
}

/** Every change of a unit task's information, newest first. @throws NotFoundError `brm.unit-task-not-found` */
export async function getUnitTaskHistory(ctx: Ctx, raw: { unitTaskId: Id }): Promise<UnitTaskHistoryOutput> {
  const { unitTaskId } = parse(unitTaskInput, raw)
  authorise(canReadFunctions(ctx.actor))
  return withTenant(ctx, async (tx) => {
    await unitTaskById(tx, unitTaskId)
    return { rows: await changesOf(tx, unitTaskId) }
  })
}

function viewOf({ id, code, name, path, unitIds, active }: UnitTask) {
  return { id, code, name, path: [...path], unitIds: [...unitIds], active }
}
