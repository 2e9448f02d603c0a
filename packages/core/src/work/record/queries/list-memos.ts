import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { nextCursor, unpackCursor } from '../cursor.ts'
import { memoPage, waitingMemos } from '../memo.store.ts'
import { officerOf } from '../policy.ts'
import { type ListMemosInput, type ListMemosOutput, listMemosInput } from '../schemas.ts'

/** Memo reports to the actor, of the actor, or all the actor may know of, newest first, in pages. @throws ForbiddenError */
export async function listMemos(ctx: Ctx, raw: ListMemosInput): Promise<ListMemosOutput> {
  const { cursor, limit, box, state, search } = parse(listMemosInput, raw)
  const { personId } = officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const filter = { box, personId, state, search, after: unpackCursor(cursor), limit: limit + 1 }
    const [found, waiting] = await Promise.all([memoPage(tx, filter), waitingMemos(tx, personId)])
    const next = nextCursor(found, limit, (index) => found[index]?.reportedAt ?? '')
    return { rows: found.slice(0, limit), nextCursor: next, waiting }
  })
}
