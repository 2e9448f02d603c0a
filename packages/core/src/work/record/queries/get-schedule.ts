import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { changesOf } from '../change.store.ts'
import { peopleByIds } from '../people.store.ts'
import { canEditSchedule, canRecordResult, officerOf } from '../policy.ts'
import { findSchedule } from '../schedule.store.ts'
import { getScheduleInput, type ScheduleView } from '../schemas.ts'
import { taskLines } from '../ties.ts'

/** One calendar entry with its people, task cards and history. @throws NotFoundError outside the audience too */
export async function getSchedule(ctx: Ctx, raw: { scheduleId: Id }): Promise<ScheduleView> {
  const { scheduleId } = parse(getScheduleInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const entry = await findSchedule(tx, scheduleId)
    const [people, tasks, changes] = await Promise.all([
      peopleByIds(tx, [entry.personId, ...entry.participantIds]),
      taskLines(tx, entry.taskCardIds),
      changesOf(tx, 'schedule', scheduleId),
    ])
    const person = people.get(entry.personId)
    if (person === undefined) throw new NotFoundError('record.not-found')
    const { id, title, allDay, place, note, result, status, scope, version } = entry
    const open = status !== 'cancelled'
    return {
      id,
      title,
      startsAt: entry.startsAt.toISOString(),
      endsAt: entry.endsAt?.toISOString() ?? null,
      allDay,
      place,
      note,
      result,
      hasResult: result !== null,
      status,
      scope,
      unit: { id: entry.unitId, name: entry.unitName },
      person,
      participants: entry.participantIds.flatMap((one) => people.get(one) ?? []),
      tasks,
      changes,
      version,
      can: { edit: open && canEditSchedule(tx.actor, entry), result: open && canRecordResult(tx.actor, entry) },
    }
  })
}
