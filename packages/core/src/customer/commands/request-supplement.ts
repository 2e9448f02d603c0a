import { type Ctx, newId } from '../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { deadlineOf, pauseClock } from '../domain/deadline.ts'
import { supplementRequested } from '../events.ts'
import { type ActOutput, type RequestSupplementInput, requestSupplementInput } from '../schemas.ts'
import { insertSupplement, lapseSupplement } from '../supplement.store.ts'

/**
 * The officer asks the citizen for what is missing (보완요구). The clock stands until it comes, at most until the end of
 * the given working days; the deadline moves by as much.
 */
export async function requestSupplement(ctx: Ctx, raw: RequestSupplementInput): Promise<ActOutput> {
  const input = parse(requestSupplementInput, raw)
  return withTenant(ctx, async (tx) => {
    const [{ petition, now }, calendar] = await Promise.all([openFor(tx, 'request-supplement', input), calendarFor(tx)])
    const until = calendar.endOf(calendar.addWorkingDays(calendar.dayOf(now), input.days))
    const clock = pauseClock(petition.clock, 'supplement', now, until)
    const supplementId = newId()
    if (petition.status === 'supplement') await lapseSupplement(tx, petition.id)
    const output = await recordAct(tx, petition, {
      verb: 'request-supplement',
      change: { status: 'supplement', supplementUntil: until, clock, dueAt: deadlineOf(clock, calendar) },
      steps: [{ kind: 'supplement-requested', reason: input.request, facts: { until: until.toISOString() } }],
      events: [supplementRequested.of({ petitionId: petition.id, supplementId, until: until.toISOString() })],
    })
    await insertSupplement(tx, { id: supplementId, petitionId: petition.id, request: input.request, until })
    return output
  })
}
