import type { Ctx, Id } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { currentRelease } from '../../../tenancy/index.ts'
import { asOfDay, unitScope } from '../as-of.ts'
import type { Day } from '../domain/day.ts'
import { type ObjectiveTask, objectiveTasks } from '../monitor.store.ts'
import { namesOfUnits } from '../people.store.ts'
import { type TasksOnMapInput, type TasksOnMapOutput, tasksOnMapInput } from '../schemas.ts'
import { requireOfficer } from './list-tasks.ts'

/**
 * Cards of managed tasks on the objectives they serve, as of a day of their year (R29, R33): blue on track, red when
 * delayed or flagged, and those watched (R15). For maps of performance; rights are the caller's.
 * @param scope `unitIds`: only cards of these units; `asOf`: today without it
 */
export async function listObjectiveTasks(
  tx: TxCtx,
  scope: { unitIds?: readonly Id[]; year?: number; asOf?: Day } = {},
): Promise<ObjectiveTask[]> {
  const asOf = await asOfDay(tx, scope.asOf)
  return objectiveTasks(tx, { asOf, year: scope.year ?? Number(asOf.day.slice(0, 4)), unitIds: scope.unitIds })
}

/** The same for a page, of a unit and those below it, with the objectives' names. @throws ForbiddenError for who is no officer */
export async function tasksOnMap(ctx: Ctx, raw: TasksOnMapInput): Promise<TasksOnMapOutput> {
  const { unitId, year, asOf: day } = parse(tasksOnMapInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const asOf = await asOfDay(tx, day)
    const unitIds = await unitScope(tx, unitId, asOf)
    const filter = { asOf, year: year ?? Number(asOf.day.slice(0, 4)), unitIds }
    const [rows, release] = await Promise.all([objectiveTasks(tx, filter), currentRelease(tx)])
    const names = new Map(release.performance.objectives.map((objective) => [objective.key, objective.name]))
    const units = await namesOfUnits(tx, [...new Set(rows.map((row) => row.unitId))])
    const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
    return {
      rows: rows.map((row) => ({
        ...row,
        objective: names.get(row.objectiveKey) ?? null,
        unit: unitNames.get(row.unitId) ?? { ko: '—', en: '—' },
      })),
    }
  })
}
