import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { audit, parse, withTenant } from '../../platform/index.ts'
import { customerFor } from '../customer.store.ts'
import { saveDraftRow } from '../draft.store.ts'
import { type SaveDraftInput, type SaveDraftOutput, saveDraftInput } from '../schemas.ts'

/**
 * Keeps what a citizen has typed so far; called while typing, so only the first save is audited.
 * @throws ConflictError `petition.draft-changed` when another window saved it since `version`
 */
export async function saveDraft(ctx: Ctx, raw: SaveDraftInput): Promise<SaveDraftOutput> {
  const { draftId, version, ...draft } = parse(saveDraftInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const customerId = await customerFor(tx, actor.accountId, actor.customerId)
    const saved = await saveDraftRow(tx, customerId, draft, { id: draftId, version })
    if (draftId === undefined)
      await audit(tx, { action: 'petition-draft.save', subjectType: 'petition-draft', subjectId: saved.id })
    return { draftId: saved.id, version: saved.version, savedAt: tx.clock.now().toISOString() }
  })
}
