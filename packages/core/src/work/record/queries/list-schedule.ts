import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { officerOf } from '../policy.ts'
import { LONGEST_DAYS, schedulesIn } from '../schedule.store.ts'
import { type ListScheduleInput, type ListScheduleOutput, listScheduleInput } from '../schemas.ts'

/**
 * The calendar of the actor, of a unit or of a person, for a span of time; only what the actor may know of.
 * @throws ForbiddenError but for officers; ValidationError for a span that ends before it begins or over 62 days
 */
export async function listSchedule(ctx: Ctx, raw: ListScheduleInput): Promise<ListScheduleOutput> {
  const input = parse(listScheduleInput, raw)
  const actor = officerOf(ctx.actor)
  const [from, to] = [new Date(input.from), new Date(input.to)]
  if (to <= from) throw new ValidationError('record.time-order', { field: 'to' })
  if (to.getTime() - from.getTime() > LONGEST_DAYS * 86_400_000) {
    throw new ValidationError('schedule.span', { field: 'to', params: { days: LONGEST_DAYS } })
  }
  return withTenant(ctx, async (tx) => {
    const rows = await schedulesIn(tx, {
      from,
      to,
      unitId: input.view === 'unit' ? (input.unitId ?? actor.unitIds[0] ?? actor.personId) : undefined,
      personId: input.view === 'unit' ? undefined : input.view === 'mine' ? actor.personId : input.personId,
    })
    return { rows }
  })
}
