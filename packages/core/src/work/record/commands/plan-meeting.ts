import { type Ctx, newId } from '../../../kernel/index.ts'
import { audit, claimRequest, emit, parse, withTenant } from '../../../platform/index.ts'
import { saveAgenda } from '../agenda.store.ts'
import { addChange } from '../change.store.ts'
import { meetingChanged } from '../events.ts'
import { insertMeeting } from '../meeting.store.ts'
import { enterAgenda, partsOf } from '../meeting-act.ts'
import { plannedMeeting } from '../meeting-plan.ts'
import { officerOf, unitOf } from '../policy.ts'
import { type MeetingActOutput, type PlanMeetingInput, planMeetingInput } from '../schemas.ts'
import { audienceFor } from '../ties.ts'

/**
 * An officer convenes a meeting with its agenda, and will write its minutes; the chair is somebody else, who confirms
 * them (R14; 공공기록물법 시행령 §18). Items appear in their task cards' 회의안건이력 by themselves.
 * @throws ForbiddenError but for officers; ValidationError naming what of the plan is wrong
 */
export async function planMeeting(ctx: Ctx, raw: PlanMeetingInput): Promise<MeetingActOutput> {
  const { idempotencyKey, unitId: chosen, ...input } = parse(planMeetingInput, raw)
  const actor = officerOf(ctx.actor)
  const unitId = unitOf(actor, chosen)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<MeetingActOutput>(tx, {
      procedure: 'meeting.plan',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const { state, items } = await plannedMeeting(tx, input, actor.personId, [])
    const meeting = { ...state, id: newId(), unitId }
    const audience = await audienceFor(tx, state.scope, unitId, partsOf(state.people, items))
    await insertMeeting(tx, meeting, audience)
    await saveAgenda(tx, meeting.id, items)
    await enterAgenda(tx, [], meeting, items, audience)
    const { id: meetingId } = meeting
    await addChange(tx, { subjectKind: 'meeting', subjectId: meetingId, kind: 'planned' })
    await audit(tx, {
      action: 'meeting.plan',
      subjectType: 'meeting',
      subjectId: meetingId,
      after: { unitId, startsAt: state.startsAt.toISOString(), scope: state.scope, items: items.length },
    })
    const touches = [...new Set(partsOf(state.people, items))].map((one) => `inbox:${one}`)
    await emit(tx, meetingChanged.of({ meetingId, unitId, personId: actor.personId, what: 'planned' }), { touches })
    const done: MeetingActOutput = { meetingId, version: 1, status: 'planned' }
    await claim.settle(done)
    return done
  })
}
