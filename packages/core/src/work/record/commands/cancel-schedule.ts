import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../../platform/index.ts'
import { canEditSchedule, officerOf } from '../policy.ts'
import { findSchedule } from '../schedule.store.ts'
import { recordScheduleAct } from '../schedule-act.ts'
import { type CancelScheduleInput, cancelScheduleInput, type ScheduleActOutput } from '../schemas.ts'

/**
 * Cancels a calendar entry with a reason; it stays visible as cancelled, in the task cards' 실적 too.
 * @throws NotFoundError outside the audience; ForbiddenError but for its owner and head; ConflictError when cancelled or stale
 */
export async function cancelSchedule(ctx: Ctx, raw: CancelScheduleInput): Promise<ScheduleActOutput> {
  const { scheduleId, version, reason } = parse(cancelScheduleInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const before = await findSchedule(tx, scheduleId)
    authorise(canEditSchedule(tx.actor, before))
    if (before.status === 'cancelled') throw new ConflictError('schedule.cancelled')
    return recordScheduleAct(tx, before, { what: 'cancelled', change: { status: 'cancelled' }, version, reason })
  })
}
