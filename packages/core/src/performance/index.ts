export { closePeriod } from './commands/close-period.ts'
export { publishScores } from './commands/publish-scores.ts'
export { rebuildScores } from './commands/rebuild-scores.ts'
export { settleOverdue } from './commands/settle-overdue.ts'
export { verifyScores } from './commands/verify-scores.ts'
export { applyChange, type Board, buildBoard, type Change, type EvidenceColumns, type Frame } from './domain/board.ts'
export { scoreChanged } from './events.ts'
export {
  type Indicator,
  type Objective,
  type PerformanceFragment,
  type Perspective,
  performanceFragment,
} from './fragment.ts'
export { performanceSchedules, settleOverdueJob } from './jobs.ts'
export { performanceMessages } from './messages.ts'
export { can as canPerformance, PERFORMANCE_ACTIONS, type PerformanceAction, performanceAbilities } from './policy.ts'
export { explainScore } from './queries/explain-score.ts'
export { getStrategyMap } from './queries/get-strategy-map.ts'
export { getTeamFigures } from './queries/get-team-figures.ts'
export { getTrend } from './queries/get-trend.ts'
export { listPeriods, listScores } from './queries/list-scores.ts'
export { readPublishedScores } from './queries/read-published-scores.ts'
export { scoringModel } from './scoring.ts'
export { performanceSubscribers, petitionEvidence } from './subscribers.ts'
export { performancePart } from './synthesis.ts'
export { mapTasks, workEvidence } from './work-subscribers.ts'
