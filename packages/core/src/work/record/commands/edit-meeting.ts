import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openMeeting, recordMeetingAct } from '../meeting-act.ts'
import { plannedMeeting } from '../meeting-plan.ts'
import { officerOf } from '../policy.ts'
import { type EditMeetingInput, editMeetingInput, type MeetingActOutput } from '../schemas.ts'

/**
 * Changes the plan of a meeting that was not held yet; what it was stays in its history.
 * @throws NotFoundError outside the audience; ForbiddenError but for writer and chair; ConflictError once held, or stale
 */
export async function editMeeting(ctx: Ctx, raw: EditMeetingInput): Promise<MeetingActOutput> {
  const { meetingId, version, ...plan } = parse(editMeetingInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const opened = await openMeeting(tx, 'edit', { meetingId, version })
    const { state, items } = await plannedMeeting(tx, plan, opened.meeting.recorderId, opened.items)
    return recordMeetingAct(tx, opened, { what: 'edited', change: state, items })
  })
}
