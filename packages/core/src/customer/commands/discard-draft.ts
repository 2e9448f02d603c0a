import { type Ctx, ForbiddenError, NotFoundError } from '../../kernel/index.ts'
import { audit, parse, withTenant } from '../../platform/index.ts'
import { customerFor } from '../customer.store.ts'
import { deleteDraft } from '../draft.store.ts'
import { type DiscardDraftInput, discardDraftInput } from '../schemas.ts'

/** Throws a citizen's own draft away. @throws NotFoundError `petition.draft-not-found` */
export async function discardDraft(ctx: Ctx, raw: DiscardDraftInput): Promise<{ draftId: string }> {
  const { draftId } = parse(discardDraftInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const customerId = await customerFor(tx, actor.accountId, actor.customerId)
    if (!(await deleteDraft(tx, draftId, customerId))) throw new NotFoundError('petition.draft-not-found')
    await audit(tx, { action: 'petition-draft.discard', subjectType: 'petition-draft', subjectId: draftId })
    return { draftId }
  })
}
