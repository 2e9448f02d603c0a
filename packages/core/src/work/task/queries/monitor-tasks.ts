import type { Unit } from '../../../identity/index.ts'
import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { asOfDay, unitTree } from '../as-of.ts'
import { countsOf, monitorLines, unitsUnder } from '../domain/monitor.ts'
import { monitorFigures } from '../monitor.store.ts'
import { type TaskMonitorInput, type TaskMonitorOutput, taskMonitorInput } from '../schemas.ts'
import type { AsOf } from '../standing.store.ts'
import { requireOfficer } from './list-tasks.ts'

/**
 * 우리부 과제 추진 현황 and 본부(관)별 관리과제 추진현황 as of a day, of a past year as it ended (R12, R13): one statement
 * counts, the tree adds up. Statuses count cards; a card without a plan is on track; 추진 is a quality card on which a
 * stage or an item is done.
 * @throws NotFoundError `task.unit-unknown` for a unit that does not stand that day; ForbiddenError for who is no officer
 */
export async function monitorTasks(ctx: Ctx, raw: TaskMonitorInput): Promise<TaskMonitorOutput> {
  const input = parse(taskMonitorInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const asOf = await monitoredDay(tx, input)
    const units = inOrder(await unitTree(tx, asOf))
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    const root = input.unitId === undefined ? units.find((unit) => unit.parentId === null) : byId.get(input.unitId)
    if (root === undefined) throw new NotFoundError('task.unit-unknown')
    const year = input.year ?? Number(asOf.day.slice(0, 4))
    // The agency's own page counts every card, also of units that no longer stand.
    const unitIds = root.parentId === null ? undefined : unitsUnder(units, root.id)
    const found = await monitorFigures(tx, { asOf, year, unitIds })
    const lines = monitorLines(units, root.id, found.units)
    const total = found.managed.cards
    const delayed = lines.reduce((sum, line) => sum + line.delayed, 0)
    const { annualReport, quality } = found
    const named = (id: Id) => ({ id, name: byId.get(id)?.name ?? { ko: '—', en: '—' } })
    return {
      year,
      asOf: asOf.day,
      computedAt: tx.clock.now().toISOString(),
      unit: named(root.id),
      path: pathTo(root, byId).map(named),
      unitTasks: found.unitTasks,
      managed: found.managed,
      annualReport: { ...annualReport, onTrack: annualReport.cards - annualReport.delayed },
      quality: { ...quality, notBegun: quality.cards - quality.begun },
      behind: found.behind,
      watched: found.watched,
      lines: lines.map(({ unitId, ...line }) => ({ unit: named(unitId), ...line })),
      sum: countsOf(total, delayed),
      years: [...found.years],
    }
  })
}

/** The day asked for; without one today, and of a year that is over its last day: nobody asks how 2005 stands today. */
async function monitoredDay(tx: TxCtx, { asOf, year }: TaskMonitorInput): Promise<AsOf> {
  const now = await asOfDay(tx, asOf)
  return asOf === undefined && year !== undefined && year < Number(now.day.slice(0, 4))
    ? asOfDay(tx, `${year}-12-31`)
    : now
}

function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => a.sort - b.sort || a.code.localeCompare(b.code))
}

function pathTo(unit: Unit, byId: ReadonlyMap<Id, Unit>): Id[] {
  const path = [unit.id]
  for (let at = unit; at.parentId !== null && path.length < 40; ) {
    const parent = byId.get(at.parentId)
    if (parent === undefined) break
    path.unshift(parent.id)
    at = parent
  }
  return path
}
