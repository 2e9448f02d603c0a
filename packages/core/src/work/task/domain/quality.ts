import { ConflictError, type Id, ValidationError } from '../../../kernel/index.ts'
import { type Day, daysBetween } from './day.ts'
import { requirePast } from './plan.ts'

/** A stage of a card's quality plan with its state. */
export interface QualityStageState {
  readonly id: Id
  readonly key: string
  readonly dueDate: Day | null
  readonly completedDate: Day | null
  readonly keyIssue: string
  /** How many times it was checked. */
  readonly sequence: number
}

/** An item of the 품질관리매뉴얼; headings group and are not answered. */
export interface ManualItem {
  readonly number: string
  readonly heading?: boolean | undefined
}

/** 점검상태. */
export type CheckStatus = 'not-started' | 'in-progress' | 'completed'

/** The numbers of the items that are asked. */
export function askedItems(items: readonly ManualItem[]): string[] {
  return items.filter((item) => item.heading !== true).map((item) => item.number)
}

/** 점검상태 of a stage: completed, begun when an item is answered, else not started. */
export function checkStatusOf(stage: Pick<QualityStageState, 'completedDate'>, answered: number): CheckStatus {
  if (stage.completedDate !== null) return 'completed'
  return answered > 0 ? 'in-progress' : 'not-started'
}

/** Days a stage was late when completed, or is late today; 0 in time or without a date. */
export function stageDaysLate(stage: Pick<QualityStageState, 'dueDate' | 'completedDate'>, today: Day): number {
  return stage.dueDate === null ? 0 : Math.max(0, daysBetween(stage.dueDate, stage.completedDate ?? today))
}

/**
 * A stage checked and closed on a day: every item that is asked has an answer (R11).
 * @throws ConflictError `task.stage-completed`, `task.stage-unplanned`, `task.items-unanswered` naming them;
 * ValidationError `task.date-in-future`
 */
export function completeStage(
  stage: QualityStageState,
  items: readonly ManualItem[],
  act: { answered: ReadonlySet<string>; completedDate: Day; today: Day },
): { stage: QualityStageState; asked: number; inTime: boolean } {
  requireOpen(stage)
  if (stage.dueDate === null) throw new ConflictError('task.stage-unplanned')
  requirePast(act.completedDate, act.today)
  const asked = askedItems(items)
  const missing = asked.filter((number) => !act.answered.has(number))
  if (missing.length > 0) {
    throw new ConflictError('task.items-unanswered', { params: { count: missing.length, items: missing.join(', ') } })
  }
  const { completedDate } = act
  return {
    stage: { ...stage, completedDate, sequence: stage.sequence + 1 },
    asked: asked.length,
    inTime: completedDate <= stage.dueDate,
  }
}

/** A completed stage opens again. @throws ConflictError `task.stage-open` */
export function openStageAgain(stage: QualityStageState): QualityStageState {
  if (stage.completedDate === null) throw new ConflictError('task.stage-open')
  return { ...stage, completedDate: null }
}

/** What is completed stays as it is until it is opened again. @throws ConflictError `task.stage-completed` */
export function requireOpen(stage: QualityStageState): void {
  if (stage.completedDate !== null) {
    throw new ConflictError('task.stage-completed', { params: { date: stage.completedDate } })
  }
}

/** An item that is asked in the stage. @throws ValidationError `task.item-unknown` */
export function requireItem(items: readonly ManualItem[], number: string): void {
  const asked = askedItems(items)
  if (!asked.includes(number)) {
    throw new ValidationError('task.item-unknown', { field: 'itemNumber', params: { allowed: asked.join(', ') } })
  }
}
