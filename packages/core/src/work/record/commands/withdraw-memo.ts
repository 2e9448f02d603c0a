import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { actOnMemo } from '../memo-act.ts'
import { officerOf } from '../policy.ts'
import { type MemoActOutput, type WithdrawMemoInput, withdrawMemoInput } from '../schemas.ts'

/**
 * The author takes a memo report back, with a reason, as long as nobody has acknowledged it.
 * @throws NotFoundError outside the audience; ForbiddenError but for its author; ConflictError once read, or stale
 */
export async function withdrawMemo(ctx: Ctx, raw: WithdrawMemoInput): Promise<MemoActOutput> {
  const input = parse(withdrawMemoInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, (tx) => actOnMemo(tx, 'withdraw', input))
}
