import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { recordReceptionAct } from './act.ts'
import { recallIsLate } from './domain/dispatch.ts'
import { receptionOf } from './reception.store.ts'
import { tellSender } from './tell-sender.ts'

/**
 * Marks the copy of a dispatch that its sender takes back. The copy stays on record, as what was received is kept
 * (공공기록물법); where nobody has been given it yet it is not acted on any more, else the work goes on.
 * @returns false when there is no such copy here
 */
export async function recallHere(
  bare: TxCtx,
  recall: { tenantId: Id; receiverId: Id; reason: string },
): Promise<boolean> {
  // The sender need not be in the receiver's 열람범위.
  const tx: TxCtx = { ...bare, actor: { kind: 'system', name: 'recall' } }
  const reception = await receptionOf(tx, recall)
  if (reception === undefined) return false
  if (reception.recalledAt !== null || reception.state === 'refused') return true
  const recallLate = recallIsLate(reception.state)
  await recordReceptionAct(tx, reception, {
    verb: 'recall',
    change: { recalledAt: tx.clock.now(), recallReason: recall.reason, recallLate },
    reason: recall.reason,
    facts: { late: recallLate },
  })
  const state = recallLate ? reception.state : ('recalled' as const)
  await tellSender(tx, reception, { state, recallLate, receptionNumber: reception.number })
  return true
}
