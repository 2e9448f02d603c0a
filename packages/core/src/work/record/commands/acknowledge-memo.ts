import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { actOnMemo } from '../memo-act.ts'
import { officerOf } from '../policy.ts'
import { type AcknowledgeMemoInput, acknowledgeMemoInput, type MemoActOutput } from '../schemas.ts'

/**
 * The reader of a memo report acknowledges it (확인).
 * @throws NotFoundError outside the audience; ForbiddenError but for its reader; ConflictError when done, withdrawn or stale
 */
export async function acknowledgeMemo(ctx: Ctx, raw: AcknowledgeMemoInput): Promise<MemoActOutput> {
  const input = parse(acknowledgeMemoInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, (tx) => actOnMemo(tx, 'acknowledge', input))
}
