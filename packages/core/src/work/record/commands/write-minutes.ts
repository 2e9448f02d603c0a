import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openMeeting, peopleOf, recordMeetingAct } from '../meeting-act.ts'
import { officerOf } from '../policy.ts'
import { type MeetingActOutput, type WriteMinutesInput, writeMinutesInput } from '../schemas.ts'
import { requirePeople } from '../ties.ts'

/**
 * The writer puts down who was there, the order of the meeting and, of each item, 발언요지, result and decision; as often
 * as needed until the chair confirms.
 * @throws NotFoundError outside the audience; ForbiddenError but for the writer; ConflictError before it begins, once
 * confirmed or stale; ValidationError for an item of another meeting
 */
export async function writeMinutes(ctx: Ctx, raw: WriteMinutesInput): Promise<MeetingActOutput> {
  const { meetingId, version, attendeeIds, observerIds, procedure, items: minutes } = parse(writeMinutesInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const opened = await openMeeting(tx, 'minutes', { meetingId, version })
    const { chairId, recorderId } = opened.meeting
    const written = new Map(minutes.map((item) => [item.id, item]))
    if (minutes.some((item) => !opened.items.some((one) => one.id === item.id))) {
      throw new ValidationError('meeting.item-unknown', { field: 'items' })
    }
    const known = await requirePeople(tx, { chairId: [chairId, recorderId], attendeeIds, observerIds })
    const people = peopleOf({ chairId, recorderId, attendeeIds, observerIds }, known)
    const items = opened.items.map((item) => ({ ...item, ...written.get(item.id) }))
    return recordMeetingAct(tx, opened, { what: 'minuted', change: { status: 'held', procedure, people }, items })
  })
}
