import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { withTenant } from '../../../platform/index.ts'
import { findDocument } from '../document.store.ts'

/** Whether the actor may follow a document live: whoever may know of it; one that is missing nobody may. */
export async function mayFollowDocument(ctx: Ctx, documentId: Id): Promise<boolean> {
  if (ctx.actor.kind !== 'officer') return false
  return withTenant(ctx, async (tx) => {
    try {
      await findDocument(tx, documentId)
      return true
    } catch (error) {
      if (error instanceof NotFoundError) return false
      throw error
    }
  })
}
