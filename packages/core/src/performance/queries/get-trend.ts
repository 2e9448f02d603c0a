import type { Ctx } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { scoreAt } from '../domain/compare.ts'
import { toMicro } from '../domain/fixed.ts'
import { shiftPeriod } from '../domain/period.ts'
import { signalOf } from '../domain/signal.ts'
import { type TrendInput, type TrendOutput, trendInput } from '../schemas.ts'
import { readScoresOverTime } from '../score.store.ts'
import { modelOf } from '../scoring.ts'
import { openView, unitView } from './view.ts'

/**
 * A node's score month by month, oldest first; a month without records has a null score.
 * Each month's light follows the thresholds of the release it scores under. @throws NotFoundError, ForbiddenError
 */
export async function getTrend(ctx: Ctx, raw: TrendInput): Promise<TrendOutput> {
  const input = parse(trendInput, raw)
  return withTenant(ctx, async (tx) => {
    const view = await openView(tx, { unitId: input.unitId })
    const to = input.to ?? view.periodKey
    const keys = Array.from({ length: input.months }, (_, index) => shiftPeriod(to, index - input.months + 1))
    const stored = await readScoresOverTime(tx, view.unit.id, keys[0] ?? to, to)
    const byKey = new Map(stored.map((score) => [score.periodKey, score]))
    const points = []
    for (const periodKey of keys) {
      const found = byKey.get(periodKey)
      const thresholds = found ? (await modelOf(tx, found)).model.thresholds : view.model.thresholds
      const score = scoreAt(found?.document, input.nodeKey)
      points.push({
        periodKey,
        state: found?.state ?? null,
        score,
        signal: signalOf(score === null ? null : toMicro(score), thresholds),
        releaseHash: found?.releaseHash ?? null,
      })
    }
    return { unit: unitView(view.unit), nodeKey: input.nodeKey, points }
  })
}
