import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import type { DocumentActResult } from '../act.ts'
import { processOne } from '../process.ts'
import { type ProcessDocumentInput, processDocumentInput } from '../types.ts'

/** 문서처리 (R5) by whoever's turn it is; see `processOne`. */
export async function processDocument(ctx: Ctx, raw: ProcessDocumentInput): Promise<DocumentActResult> {
  const { idempotencyKey, ...input } = parse(processDocumentInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DocumentActResult>(tx, {
      procedure: 'document.process',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const output = await processOne(tx, input)
    await claim.settle(output)
    return output
  })
}
