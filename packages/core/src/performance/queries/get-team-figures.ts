import type { Ctx } from '../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { readCells } from '../aggregate.store.ts'
import { difference, measured, scoreAt } from '../domain/compare.ts'
import { divideHalfUp, formatMicro } from '../domain/fixed.ts'
import type { Cell } from '../domain/fold.ts'
import type { Source } from '../domain/model.ts'
import { shiftPeriod } from '../domain/period.ts'
import { findPeriod, type Period } from '../period.store.ts'
import { type TeamFiguresInput, type TeamFiguresOutput, teamFiguresInput } from '../schemas.ts'
import { openView, scoresIn, unitView } from './view.ts'

/**
 * The figures of the portal home for a unit (by default the reader's own): satisfaction, mean days, petitions within
 * their period, and the score, each beside the month before. @throws NotFoundError, ForbiddenError
 */
export async function getTeamFigures(ctx: Ctx, raw: TeamFiguresInput): Promise<TeamFiguresOutput> {
  const input = parse(teamFiguresInput, raw)
  return withTenant(ctx, async (tx) => {
    const unitId = input.unitId ?? (tx.actor.kind === 'officer' ? tx.actor.unitIds[0] : undefined)
    const view = await openView(tx, { unitId, periodKey: input.periodKey })
    const previousPeriodKey = shiftPeriod(view.periodKey, -1)
    const before = await findPeriod(tx, previousPeriodKey)
    const [cells, cellsBefore, scores, scoresBefore] = await Promise.all([
      cellsOf(tx, view.period, view.unit.id),
      cellsOf(tx, before, view.unit.id),
      scoresIn(tx, view, view.period, [view.unit.id]),
      scoresIn(tx, view, before, [view.unit.id]),
    ])
    const figure = (source: Source, factor = 1n) => {
      const now = meanOf(cells, source, factor)
      const previous = meanOf(cellsBefore, source, factor)
      return { value: now.mean, count: now.count, previous: previous.mean, change: difference(now.mean, previous.mean) }
    }
    return {
      unit: unitView(view.unit),
      periodKey: view.periodKey,
      previousPeriodKey,
      satisfaction: figure('satisfaction'),
      days: figure('processing-days'),
      compliance: figure('processing-compliance', 100n),
      score: measured(
        scoreAt(scores.get(view.unit.id)?.document, 'unit'),
        scoreAt(scoresBefore.get(view.unit.id)?.document, 'unit'),
        view.model.thresholds,
      ),
    }
  })
}

async function cellsOf(tx: TxCtx, period: Period | null, unitId: string): Promise<Cell[]> {
  return period ? readCells(tx, period, [unitId]) : []
}

function meanOf(cells: readonly Cell[], source: Source, factor: bigint): { mean: string | null; count: number } {
  const own = cells.filter((cell) => cell.source === source)
  const sum = own.reduce((total, cell) => total + cell.sum, 0n)
  const count = own.reduce((total, cell) => total + cell.count, 0n)
  return { mean: count === 0n ? null : formatMicro(divideHalfUp(sum * factor, count)), count: Number(count) }
}
