import type { Id } from '../../kernel/index.ts'
import { sendEnvelope, type TxCtx, touch } from '../../platform/index.ts'
import { findDispatch } from './dispatch.store.ts'
import { DISPATCH_NEWS } from './letters.ts'
import { type ReceiverNews, tellReceiver } from './receiver.store.ts'
import type { StoredReception } from './reception.store.ts'

/** Tells the sender what became of it: at once within the agency, by letter to another one. */
export async function tellSender(
  tx: TxCtx,
  reception: StoredReception,
  news: ReceiverNews & { receptionNumber: string | null },
): Promise<void> {
  const target = { dispatchId: reception.fromDispatchId, receiverId: reception.fromReceiverId }
  if (reception.fromTenantId === tx.tenantId) {
    await tellSenderHere(tx, target, { ...news, receptionId: reception.id })
    return
  }
  const { receptionId: _, ...told } = news
  await sendEnvelope(tx, {
    toTenantId: reception.fromTenantId,
    kind: DISPATCH_NEWS,
    payload: { ...target, ...told, origin: tx.origin },
  })
}

/** Writes the news at the sender. @returns false when it has no such dispatch */
export async function tellSenderHere(
  tx: TxCtx,
  target: { dispatchId: Id; receiverId: Id },
  news: ReceiverNews,
): Promise<boolean> {
  if ((await tellReceiver(tx, target, news)) === undefined) return false
  const dispatch = await findDispatch({ ...tx, actor: { kind: 'system', name: 'exchange' } }, target.dispatchId)
  touch(tx, `document:${dispatch.documentId}`, `inbox:${dispatch.drafterId}`, `reception:${dispatch.unitId}`)
  return true
}
