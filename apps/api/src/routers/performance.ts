import {
  closePeriod,
  explainScore,
  getStrategyMap,
  getTeamFigures,
  getTrend,
  listPeriods,
  listScores,
  publishScores,
  readPublishedScores,
  rebuildScores,
  verifyScores,
} from '@harmony/core/performance'
import * as schemas from '@harmony/core/performance/schemas'
import { officer, officerWith, router } from '../trpc/init.ts'

const manager = officerWith('performance-manager')

/** Scores: the map, why a score is what it is, months, and what agencies publish. */
export const performanceRouter = router({
  strategyMap: officer
    .input(schemas.strategyMapInput)
    .output(schemas.strategyMapOutput)
    .query(({ ctx, input }) => getStrategyMap(ctx.harmony, input)),
  explain: officer
    .input(schemas.explainScoreInput)
    .output(schemas.explainScoreOutput)
    .query(({ ctx, input }) => explainScore(ctx.harmony, input)),
  scores: officer
    .input(schemas.listScoresInput)
    .output(schemas.listScoresOutput)
    .query(({ ctx, input }) => listScores(ctx.harmony, input)),
  trend: officer
    .input(schemas.trendInput)
    .output(schemas.trendOutput)
    .query(({ ctx, input }) => getTrend(ctx.harmony, input)),
  periods: officer.output(schemas.periodsOutput).query(({ ctx }) => listPeriods(ctx.harmony)),
  teamFigures: officer
    .input(schemas.teamFiguresInput)
    .output(schemas.teamFiguresOutput)
    .query(({ ctx, input }) => getTeamFigures(ctx.harmony, input)),
  published: officerWith('bureau-admin', 'evaluator', 'consultant', 'performance-manager')
    .input(schemas.readPublishedInput)
    .output(schemas.readPublishedOutput)
    .query(({ ctx, input }) => readPublishedScores(ctx.harmony, input)),

  closePeriod: manager
    .input(schemas.closePeriodInput)
    .output(schemas.closePeriodOutput)
    .mutation(({ ctx, input }) => closePeriod(ctx.harmony, input)),
  publish: manager
    .input(schemas.publishScoresInput)
    .output(schemas.publishScoresOutput)
    .mutation(({ ctx, input }) => publishScores(ctx.harmony, input)),
  verify: manager
    .input(schemas.verifyScoresInput)
    .output(schemas.verifyScoresOutput)
    .mutation(({ ctx, input }) => verifyScores(ctx.harmony, input)),
  rebuild: manager
    .input(schemas.rebuildScoresInput)
    .output(schemas.rebuildScoresOutput)
    .mutation(({ ctx, input }) => rebuildScores(ctx.harmony, input)),
})
