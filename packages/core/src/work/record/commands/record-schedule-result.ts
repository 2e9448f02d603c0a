import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../../platform/index.ts'
import { canRecordResult, officerOf } from '../policy.ts'
import { findSchedule } from '../schedule.store.ts'
import { recordScheduleAct } from '../schedule-act.ts'
import { type RecordScheduleResultInput, recordScheduleResultInput, type ScheduleActOutput } from '../schemas.ts'

/**
 * Writes what came of a calendar entry (실적), by its owner, its head or one who took part.
 * @throws NotFoundError outside the audience; ForbiddenError; ConflictError when cancelled or stale
 */
export async function recordScheduleResult(ctx: Ctx, raw: RecordScheduleResultInput): Promise<ScheduleActOutput> {
  const { scheduleId, version, result } = parse(recordScheduleResultInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const before = await findSchedule(tx, scheduleId)
    authorise(canRecordResult(tx.actor, before))
    if (before.status === 'cancelled') throw new ConflictError('schedule.cancelled')
    return recordScheduleAct(tx, before, { what: 'result', change: { result }, version })
  })
}
