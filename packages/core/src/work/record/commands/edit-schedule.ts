import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../../platform/index.ts'
import { canEditSchedule, officerOf } from '../policy.ts'
import { findSchedule } from '../schedule.store.ts'
import { recordScheduleAct, stateOf } from '../schedule-act.ts'
import { type EditScheduleInput, editScheduleInput, type ScheduleActOutput } from '../schemas.ts'
import { requirePeople, requireTaskCards } from '../ties.ts'

/**
 * Changes a calendar entry; what it was stays in its history.
 * @throws NotFoundError outside the audience; ForbiddenError but for its owner and head; ConflictError when cancelled or stale
 */
export async function editSchedule(ctx: Ctx, raw: EditScheduleInput): Promise<ScheduleActOutput> {
  const { scheduleId, version, ...input } = parse(editScheduleInput, raw)
  officerOf(ctx.actor)
  const state = stateOf(input)
  return withTenant(ctx, async (tx) => {
    const before = await findSchedule(tx, scheduleId)
    authorise(canEditSchedule(tx.actor, before))
    if (before.status === 'cancelled') throw new ConflictError('schedule.cancelled')
    await requirePeople(tx, { participantIds: state.participantIds })
    await requireTaskCards(tx, state.taskCardIds)
    const { result: _result, status: _status, ...change } = state
    return recordScheduleAct(tx, before, { what: 'edited', change, version })
  })
}
