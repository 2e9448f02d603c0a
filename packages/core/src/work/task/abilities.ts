import type { TxCtx } from '../../platform/index.ts'
import { subjectOf } from './act.ts'
import type { StoredCard } from './card.store.ts'
import { type CardState, possible, type TaskAbility } from './domain/abilities.ts'
import { canTask } from './policy.ts'
import { TASK_ABILITIES } from './schema-parts.ts'

/** What the actor may do with the card now: rights and state together, for the screens. Commands check again. */
export async function abilitiesOf(
  tx: TxCtx,
  card: StoredCard,
  facts: Pick<CardState, 'openStages' | 'doneStages' | 'openMarks'>,
): Promise<TaskAbility[]> {
  const subject = await subjectOf(tx, card)
  const donePhases = card.phases.filter((phase) => phase.completedDate !== null).length
  const state: CardState = {
    ...facts,
    status: card.status,
    managed: card.managedTaskId !== null,
    planned: card.phases.length > 0,
    openPhases: card.phases.length - donePhases,
    donePhases,
  }
  return TASK_ABILITIES.filter((act) => canTask(tx.actor, act, subject) && possible(act, state))
}
