import type { Id } from '../../kernel/index.ts'
import { calendarFor, type DomainEvent, type TxCtx } from '../../platform/index.ts'
import { answered, recordAct, staleCard } from './act.ts'
import { type StoredCard, savePlan } from './card.store.ts'
import type { Changed } from './change.store.ts'
import { type Phase, planStanding } from './domain/plan.ts'
import type { TaskActOutput } from './schemas.ts'

/** How an act on the plan is recorded; without `before` and `after` the history keeps both plans whole. */
export interface PlanAct {
  readonly verb: string
  readonly action: string
  readonly subjectId?: Id
  readonly before?: Changed
  readonly after?: Changed
  readonly reason?: string | undefined
  readonly events?: readonly DomainEvent[]
  /** Takes the manual figure (진도변경) away with this change, with a line of its own, for this reason. */
  readonly liftManual?: string | undefined
}

/**
 * Writes a changed plan with its history, audit row and events.
 * @throws ConflictError `task.changed-meanwhile` when another change of the plan came first
 */
export async function recordPlan(
  tx: TxCtx,
  card: StoredCard,
  phases: readonly Phase[],
  act: PlanAct,
): Promise<TaskActOutput> {
  const { before = briefly(card.phases), after = briefly(phases), liftManual, ...rest } = act
  const lifts = liftManual !== undefined && card.manual !== null
  if (!(await savePlan(tx, card, phases, { liftManual: lifts }))) throw await staleCard(tx, card.id, 'plan')
  await recordAct(tx, { taskCardId: card.id, area: 'plan', before, after, ...rest })
  if (lifts) await recordLifted(tx, card, phases, liftManual)
  return answered(card, 'plan')
}

/** The line of 진도변경 that a manual figure leaves when its reason is gone. */
async function recordLifted(tx: TxCtx, card: StoredCard, phases: readonly Phase[], reason: string): Promise<void> {
  const today = (await calendarFor(tx)).dayOf(tx.clock.now())
  const computed = (of: readonly Phase[]) => planStanding(of, today).progress
  await recordAct(tx, {
    verb: 'change-progress',
    taskCardId: card.id,
    area: 'plan',
    action: 'progress-changed',
    before: { percent: card.manual?.percent ?? null, computed: computed(card.phases) },
    after: { percent: null, computed: computed(phases) },
    reason,
  })
}

function briefly(phases: readonly Phase[]): Changed {
  return {
    phases: phases.map(({ id, name, activity, plannedWeight, dueDate, completedDate }) => {
      return { id, name, activity, plannedWeight, dueDate, completedDate }
    }),
  }
}
