import type { Id } from '../../kernel/index.ts'
import type { DomainEvent, TxCtx } from '../../platform/index.ts'
import { answered, recordAct, staleCard } from './act.ts'
import { type StoredCard, savePlan } from './card.store.ts'
import type { Changed } from './change.store.ts'
import type { Phase } from './domain/plan.ts'
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
  if (!(await savePlan(tx, card, phases))) throw await staleCard(tx, card.id, 'plan')
  const { before = briefly(card.phases), after = briefly(phases), ...rest } = act
  await recordAct(tx, { taskCardId: card.id, area: 'plan', before, after, ...rest })
  return answered(card, 'plan')
}

function briefly(phases: readonly Phase[]): Changed {
  return {
    phases: phases.map(({ id, name, activity, plannedWeight, dueDate, completedDate }) => {
      return { id, name, activity, plannedWeight, dueDate, completedDate }
    }),
  }
}
