import { type Ctx, HarmonyError } from '../../../kernel/index.ts'
import { claimRequest, inSavepoint, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { processOne } from '../process.ts'
import { type ProcessManyInput, type ProcessManyOutput, processManyInput } from '../types.ts'

type Result = ProcessManyOutput['results'][number]

/**
 * 일괄결재: approves (보고) each document that can be; the others are left as they are and say why: a grade is needed, it is
 * not the turn, the route changed meanwhile.
 */
export async function processMany(ctx: Ctx, raw: ProcessManyInput): Promise<ProcessManyOutput> {
  const { idempotencyKey, ...input } = parse(processManyInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ProcessManyOutput>(tx, {
      procedure: 'document.process-many',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const results: Result[] = []
    // In the order of ids, so that two who approve the same documents wait for each other in one direction only.
    const inOrder = input.documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
    for (const one of inOrder) results.push(await tryOne(tx, one, input.opinion))
    const asked = input.documents.flatMap((one) => results.filter((result) => result.documentId === one.documentId))
    const output = { results: asked }
    await claim.settle(output)
    return output
  })
}

async function tryOne(
  tx: TxCtx,
  target: { documentId: string; routeVersion: number },
  opinion: string,
): Promise<Result> {
  try {
    const { documentId, state, number } = await inSavepoint(tx, (inner) =>
      processOne(inner, { ...target, actionType: 'report', directives: [], opinion }),
    )
    return { documentId, outcome: 'done', code: null, params: {}, state, number }
  } catch (error) {
    if (!(error instanceof HarmonyError) || error.kind === 'unavailable') throw error
    const { code, params } = error
    return { documentId: target.documentId, outcome: 'skipped', code, params, state: null, number: null }
  }
}
