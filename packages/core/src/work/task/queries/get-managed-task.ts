import { unitTasksByIds } from '../../../brm/index.ts'
import { type Ctx, NotFoundError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { asOfDay, unitScope } from '../as-of.ts'
import { objectiveView } from '../field-view.ts'
import { cardPage } from '../list.store.ts'
import { findManagedTask } from '../managed.store.ts'
import { managedTaskRows } from '../managed-view.store.ts'
import { namesOfUnits } from '../people.store.ts'
import {
  type ManagedTaskIdInput,
  type ManagedTasksInput,
  type ManagedTasksOutput,
  type ManagedTaskView,
  managedTaskIdInput,
  managedTasksInput,
} from '../schemas.ts'
import { containing } from '../sql-parts.store.ts'
import { requireOfficer } from './list-tasks.ts'

const MOST_CARDS = 500

/** A managed task with its cards as they stand today (R13). @throws NotFoundError `task.managed-not-found` */
export async function getManagedTask(ctx: Ctx, raw: ManagedTaskIdInput): Promise<ManagedTaskView> {
  const { managedTaskId } = parse(managedTaskIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new NotFoundError('task.managed-not-found')
  return withTenant(ctx, async (tx) => {
    const task = await findManagedTask(tx, managedTaskId)
    const asOf = await asOfDay(tx, undefined)
    const page = { sort: 'name' as const, descending: false, after: undefined, limit: MOST_CARDS }
    const [{ lines }, [unit], [unitTask], release] = await Promise.all([
      cardPage(tx, { asOf, managedTaskId }, page),
      namesOfUnits(tx, [task.unitId]),
      unitTasksByIds(tx, [task.unitTaskId]),
      releaseByHash(tx, task.releaseHash),
    ])
    const { id, name, year, annualReport, qualityManaged, version } = task
    const { code = '', name: unitTaskName = '—', path = [] } = unitTask ?? {}
    return {
      id,
      name,
      year,
      unit: unit ?? { id: task.unitId, name: { ko: '—', en: '—' } },
      unitTask: { id: task.unitTaskId, code, name: unitTaskName, path: [...path] },
      objective: objectiveView(release, task.objectiveKey),
      annualReport,
      qualityManaged,
      version,
      cards: lines.map((line) => ({
        id: line.id,
        name: line.name,
        unit: line.unit,
        owner: line.owner,
        status: line.status,
        progress: line.progress,
        plannedProgress: line.plannedProgress,
        manualProgress: line.manualProgress,
        delayed: line.delayed,
        behind: line.behind,
        watched: line.watched,
        daysLate: line.daysLate,
      })),
    }
  })
}

/** Managed tasks of a year and unit, found by name, to choose from. @throws ForbiddenError for who is no officer */
export async function listManagedTasks(ctx: Ctx, raw: ManagedTasksInput): Promise<ManagedTasksOutput> {
  const { year, unitId, search, limit } = parse(managedTasksInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const unitIds = unitId === undefined ? undefined : await unitScope(tx, unitId, await asOfDay(tx, undefined))
    const pattern = search === undefined || search === '' ? undefined : containing(search)
    return { rows: await managedTaskRows(tx, { year, unitIds, pattern, limit }) }
  })
}
