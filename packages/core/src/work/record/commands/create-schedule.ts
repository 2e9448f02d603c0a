import { type Ctx, newId } from '../../../kernel/index.ts'
import { audit, claimRequest, emit, parse, withTenant } from '../../../platform/index.ts'
import { addChange } from '../change.store.ts'
import { scheduleChanged } from '../events.ts'
import { officerOf, unitOf } from '../policy.ts'
import { insertSchedule } from '../schedule.store.ts'
import { enterSchedule, stateOf } from '../schedule-act.ts'
import { type CreateScheduleInput, createScheduleInput, type ScheduleActOutput } from '../schemas.ts'
import { audienceFor, requirePeople, requireTaskCards } from '../ties.ts'

/**
 * An officer enters a 일정 into the own calendar, with those who take part and the task cards it is for (R14); it
 * appears in the cards' 실적 by itself.
 * @throws ForbiddenError but for officers; ValidationError for an unknown person or card, or an end before the beginning
 */
export async function createSchedule(ctx: Ctx, raw: CreateScheduleInput): Promise<ScheduleActOutput> {
  const { idempotencyKey, unitId: chosen, ...input } = parse(createScheduleInput, raw)
  const actor = officerOf(ctx.actor)
  const unitId = unitOf(actor, chosen)
  const state = stateOf(input)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ScheduleActOutput>(tx, {
      procedure: 'schedule.create',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    await requirePeople(tx, { participantIds: state.participantIds })
    await requireTaskCards(tx, state.taskCardIds)
    const entry = { ...state, id: newId(), unitId, personId: actor.personId }
    const audience = await audienceFor(tx, state.scope, unitId, [actor.personId, ...state.participantIds])
    await insertSchedule(tx, entry, audience)
    await enterSchedule(tx, [], entry, audience)
    await addChange(tx, { subjectKind: 'schedule', subjectId: entry.id, kind: 'created' })
    await audit(tx, {
      action: 'schedule.create',
      subjectType: 'schedule',
      subjectId: entry.id,
      after: { unitId, startsAt: state.startsAt.toISOString(), scope: state.scope },
    })
    const touches = [actor.personId, ...state.participantIds].map((personId) => `inbox:${personId}`)
    const { id: scheduleId, personId } = entry
    await emit(tx, scheduleChanged.of({ scheduleId, unitId, personId, what: 'created' }), { touches })
    const done: ScheduleActOutput = { scheduleId, version: 1, status: 'planned' }
    await claim.settle(done)
    return done
  })
}
