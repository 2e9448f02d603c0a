import type { Ctx } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { measured, scoreAt } from '../domain/compare.ts'
import type { UnitState } from '../domain/organisation.ts'
import { shiftPeriod } from '../domain/period.ts'
import { findPeriod, listPeriodRows } from '../period.store.ts'
import { can } from '../policy.ts'
import { type ListScoresInput, type ListScoresOutput, listScoresInput, type PeriodsOutput } from '../schemas.ts'
import { openView, scoresIn, unitView } from './view.ts'

/** The scores of all units a reader may see in a month, in the order of the organisation. @throws NotFoundError */
export async function listScores(ctx: Ctx, raw: ListScoresInput): Promise<ListScoresOutput> {
  const input = parse(listScoresInput, raw)
  return withTenant(ctx, async (tx) => {
    const view = await openView(tx, { periodKey: input.periodKey })
    const below = (state: UnitState): UnitState[] => [
      state,
      ...view.organisation.childrenOf(state.id, view.at).flatMap(below),
    ]
    const units = below(view.unit)
      .filter((state) => input.kind === undefined || state.kind === input.kind)
      .filter((state) => can(tx.actor, 'scores.read', { unitPath: view.organisation.pathOf(state.id, view.at) }))
    const ids = units.map((state) => state.id)
    const [scores, before] = await Promise.all([
      scoresIn(tx, view, view.period, ids),
      findPeriod(tx, shiftPeriod(view.periodKey, -1)).then((period) => scoresIn(tx, view, period, ids)),
    ])
    return units.map((state) => {
      const stored = scores.get(state.id)
      return {
        ...unitView(state),
        parentId: state.parentId,
        ...measured(
          scoreAt(stored?.document, 'unit'),
          scoreAt(before.get(state.id)?.document, 'unit'),
          view.model.thresholds,
        ),
        computedAt: stored?.recordedAt.toISOString() ?? null,
      }
    })
  })
}

/** The months in which anything was recorded, newest first. */
export async function listPeriods(ctx: Ctx): Promise<PeriodsOutput> {
  return withTenant(ctx, async (tx) => {
    await openView(tx, {})
    const periods = await listPeriodRows(tx)
    return periods.map((period) => ({
      key: period.key,
      state: period.state,
      releaseHash: period.releaseHash,
      openedAt: period.openedAt.toISOString(),
      closedAt: period.closedAt?.toISOString() ?? null,
    }))
  })
}
