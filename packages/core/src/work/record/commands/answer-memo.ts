import type { Ctx } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { actOnMemo } from '../memo-act.ts'
import { officerOf } from '../policy.ts'
import { type AnswerMemoInput, answerMemoInput, type MemoActOutput } from '../schemas.ts'

/**
 * The reader of a memo report answers with an opinion, which also acknowledges it. Opinions are kept in order, never altered.
 * @throws NotFoundError outside the audience; ForbiddenError but for its reader; ConflictError when withdrawn or stale
 */
export async function answerMemo(ctx: Ctx, raw: AnswerMemoInput): Promise<MemoActOutput> {
  const { idempotencyKey, ...input } = parse(answerMemoInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<MemoActOutput>(tx, { procedure: 'memo.answer', key: idempotencyKey, body: input })
    if (claim.replayed) return claim.response
    const done = await actOnMemo(tx, 'answer', input)
    await claim.settle(done)
    return done
  })
}
