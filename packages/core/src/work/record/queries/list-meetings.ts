import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { nextCursor, unpackCursor } from '../cursor.ts'
import { meetingPage } from '../meeting.store.ts'
import { officerOf } from '../policy.ts'
import { type ListMeetingsInput, type ListMeetingsOutput, listMeetingsInput } from '../schemas.ts'

/** Meetings the actor may know of, the latest first, filtered, in pages. @throws ForbiddenError but for officers */
export async function listMeetings(ctx: Ctx, raw: ListMeetingsInput): Promise<ListMeetingsOutput> {
  const { cursor, limit, mine, status, search } = parse(listMeetingsInput, raw)
  const { personId } = officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const found = await meetingPage(tx, {
      status,
      personId: mine ? personId : undefined,
      search,
      after: unpackCursor(cursor),
      limit: limit + 1,
    })
    const next = nextCursor(found, limit, (index) => found[index]?.startsAt ?? '')
    return { rows: found.slice(0, limit), nextCursor: next }
  })
}
