import type { Ctx } from '../../kernel/index.ts'
import { audit, emit, parse, withTenant } from '../../platform/index.ts'
import { openFor } from '../act.ts'
import { petitionMessage } from '../events.ts'
import { insertMessage } from '../message.store.ts'
import { type SendMessageInput, type SendMessageOutput, sendMessageInput } from '../schemas.ts'

/** A line in the talk between the citizen and the officer in charge (R18). */
export async function sendMessage(ctx: Ctx, raw: SendMessageInput): Promise<SendMessageOutput> {
  const input = parse(sendMessageInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'message', { petitionId: input.petitionId })
    const sender = tx.actor.kind === 'citizen' ? 'citizen' : 'officer'
    const personId = tx.actor.kind === 'officer' ? tx.actor.personId : null
    const messageId = await insertMessage(tx, { petitionId: petition.id, sender, personId, body: input.body })
    await audit(tx, {
      action: 'petition.message',
      subjectType: 'petition',
      subjectId: petition.id,
      after: { messageId, sender },
    })
    await emit(tx, petitionMessage.of({ petitionId: petition.id, messageId, from: sender }), {
      touches: [`messages:${petition.id}`, `petition:${petition.id}`, `queue:${petition.unitId}`],
    })
    return { messageId, sentAt: now.toISOString() }
  })
}
