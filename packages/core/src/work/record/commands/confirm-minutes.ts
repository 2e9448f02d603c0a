import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { incompleteItem } from '../domain/meeting.ts'
import { openMeeting, recordMeetingAct } from '../meeting-act.ts'
import { officerOf } from '../policy.ts'
import { type ConfirmMinutesInput, confirmMinutesInput, type MeetingActOutput } from '../schemas.ts'

/**
 * The chair confirms the minutes; from then on nothing of the meeting changes. Every item must have its remarks, result
 * and decision (공공기록물법 시행령 §18).
 * @throws NotFoundError outside the audience; ForbiddenError but for the chair; ConflictError before minutes, again or
 * stale; ValidationError `meeting.minutes-incomplete`, `meeting.nobody-attended`
 */
export async function confirmMinutes(ctx: Ctx, raw: ConfirmMinutesInput): Promise<MeetingActOutput> {
  const { idempotencyKey, ...input } = parse(confirmMinutesInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<MeetingActOutput>(tx, {
      procedure: 'meeting.confirm',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const opened = await openMeeting(tx, 'confirm', input)
    const item = incompleteItem(opened.items)
    if (item !== null) throw new ValidationError('meeting.minutes-incomplete', { field: 'items', params: { item } })
    if (!opened.meeting.people.some((one) => one.role === 'attendee')) {
      throw new ValidationError('meeting.nobody-attended', { field: 'attendeeIds' })
    }
    const change = { status: 'confirmed', confirmedAt: tx.clock.now() } as const
    const done = await recordMeetingAct(tx, opened, { what: 'confirmed', change })
    await claim.settle(done)
    return done
  })
}
