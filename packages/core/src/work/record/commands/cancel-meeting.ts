import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openMeeting, recordMeetingAct } from '../meeting-act.ts'
import { officerOf } from '../policy.ts'
import { type CancelMeetingInput, cancelMeetingInput, type MeetingActOutput } from '../schemas.ts'

/**
 * Calls a planned meeting off with a reason; its items stay in the cards' 실적 as cancelled.
 * @throws NotFoundError outside the audience; ForbiddenError but for writer and chair; ConflictError once held, or stale
 */
export async function cancelMeeting(ctx: Ctx, raw: CancelMeetingInput): Promise<MeetingActOutput> {
  const { reason, ...target } = parse(cancelMeetingInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const opened = await openMeeting(tx, 'cancel', target)
    return recordMeetingAct(tx, opened, { what: 'cancelled', change: { status: 'cancelled' }, reason })
  })
}
