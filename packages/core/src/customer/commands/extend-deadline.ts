import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { deadlineOf, extendClock } from '../domain/deadline.ts'
import { petitionExtended } from '../events.ts'
import { actorId } from '../petition.store.ts'
import { type ActOutput, type ExtendDeadlineInput, extendDeadlineInput } from '../schemas.ts'

/**
 * Extends the deadline once, by the period itself, with a reason told to the citizen (시행령 제21조제1항).
 * @throws ConflictError `petition.already-extended`, `petition.extension-late`
 */
export async function extendDeadline(ctx: Ctx, raw: ExtendDeadlineInput): Promise<ActOutput> {
  const input = parse(extendDeadlineInput, raw)
  return withTenant(ctx, async (tx) => {
    const [{ petition, now }, calendar] = await Promise.all([openFor(tx, 'extend', input), calendarFor(tx)])
    if (petition.clock.extensions.length > 0) throw new ConflictError('petition.already-extended')
    if (now > petition.dueAt) throw new ConflictError('petition.extension-late')
    const clock = extendClock(petition.clock, now, actorId(tx.actor))
    const dueAt = deadlineOf(clock, calendar)
    return recordAct(tx, petition, {
      verb: 'extend',
      change: { clock, dueAt },
      steps: [{ kind: 'extended', reason: input.reason, facts: { dueAt: dueAt.toISOString() } }],
      events: [petitionExtended.of({ petitionId: petition.id, dueAt: dueAt.toISOString() })],
      reason: input.reason,
    })
  })
}
