import type { Ctx } from '../../../kernel/index.ts'
import { withTenant } from '../../../platform/index.ts'
import { processDocument as processAlone, processMany as processManyAlone } from '../../document/index.ts'
import { makeDispatch } from '../make-dispatch.ts'

/** 문서처리 (R5); with the final approval its dispatch is made in the same transaction. Errors as of the document's own. */
export async function processDocument(
  ctx: Ctx,
  raw: Parameters<typeof processAlone>[1],
): ReturnType<typeof processAlone> {
  return withTenant(ctx, async (tx) => {
    const output = await processAlone(tx, raw)
    if (output.state === 'approved') await makeDispatch(tx, output.documentId)
    return output
  })
}

/** 일괄결재; each document that is approved finally gets its dispatch in the same transaction. */
export async function processMany(
  ctx: Ctx,
  raw: Parameters<typeof processManyAlone>[1],
): ReturnType<typeof processManyAlone> {
  return withTenant(ctx, async (tx) => {
    const output = await processManyAlone(tx, raw)
    for (const { documentId, state } of output.results) if (state === 'approved') await makeDispatch(tx, documentId)
    return output
  })
}
