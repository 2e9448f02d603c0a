import { type Id, NotFoundError } from '../../../kernel/index.ts'
import type { TxCtx } from '../../../platform/index.ts'
import { type TaskCardBrief, taskCardsByIds } from '../card.store.ts'

/** The card, for an officer of its agency. @throws NotFoundError `task.not-found`, whatever is missing */
export async function requireCard(tx: TxCtx, taskCardId: Id): Promise<TaskCardBrief> {
  const allowed = tx.actor.kind === 'officer' || tx.actor.kind === 'system'
  const [card] = allowed ? await taskCardsByIds(tx, [taskCardId]) : []
  if (card === undefined) throw new NotFoundError('task.not-found')
  return card
}
