import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openDocument, recordDocumentAct } from '../act.ts'
import { type DiscardDocumentInput, discardDocumentInput } from '../types.ts'

/** Throws a draft away that nobody else has seen. @throws ConflictError `document.is-…` once it was submitted */
export async function discardDocument(ctx: Ctx, raw: DiscardDocumentInput): Promise<{ documentId: string }> {
  const input = parse(discardDocumentInput, raw)
  return withTenant(ctx, async (tx) => {
    const opened = await openDocument(tx, 'discard', input)
    if (opened.document.round > 0) throw new ConflictError('document.is-returned')
    await recordDocumentAct(tx, opened, { verb: 'discard', change: { discardedAt: opened.now } })
    return { documentId: opened.document.id }
  })
}
