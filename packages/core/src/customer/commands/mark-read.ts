import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { audit, authorise, parse, touch, withTenant } from '../../platform/index.ts'
import { subjectOf } from '../act.ts'
import { markMessagesRead } from '../message.store.ts'
import { findPetition } from '../petition.store.ts'
import { can } from '../policy.ts'
import { type MarkReadInput, type MarkReadOutput, markReadInput } from '../schemas.ts'

/** Marks the other side's lines as read: the citizen's own petition, or the petition in the officer's charge. */
export async function markRead(ctx: Ctx, raw: MarkReadInput): Promise<MarkReadOutput> {
  const input = parse(markReadInput, raw)
  return withTenant(ctx, async (tx) => {
    const petition = await findPetition(tx, input.petitionId)
    const subject = await subjectOf(tx, petition)
    if (tx.actor.kind === 'citizen' && !can(tx.actor, 'read', subject)) throw new NotFoundError('petition.not-found')
    authorise(can(tx.actor, 'message', subject))
    const read = await markMessagesRead(tx, petition.id, tx.actor.kind === 'citizen' ? 'citizen' : 'officer')
    if (read > 0) {
      await audit(tx, {
        action: 'petition.mark-read',
        subjectType: 'petition',
        subjectId: petition.id,
        after: { read },
      })
      touch(tx, `messages:${petition.id}`, `queue:${petition.unitId}`)
    }
    return { read }
  })
}
