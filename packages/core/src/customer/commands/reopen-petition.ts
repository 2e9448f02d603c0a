import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { releaseByHash } from '../../tenancy/index.ts'
import { openFor, recordAct } from '../act.ts'
import { deadlineOf, restartClock } from '../domain/deadline.ts'
import { reopenUntil } from '../domain/windows.ts'
import { petitionAssigned, petitionReopened } from '../events.ts'
import { inspectionClock } from '../inspection.ts'
import { changeOf, courseOf } from '../proceed.ts'
import { type ActOutput, type ReopenPetitionInput, reopenPetitionInput } from '../schemas.ts'

/**
 * The citizen was not helped and opens the petition again, with a reason. Its process starts anew with the same unit
 * and person and a new period; the completion no longer stands, but the time it took still counts.
 * @throws ConflictError `petition.reopen-late` after the release's reopenDays, `petition.not-completed`
 */
export async function reopenPetition(ctx: Ctx, raw: ReopenPetitionInput): Promise<ActOutput> {
  const input = parse(reopenPetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'reopen', input)
    const { completedAt, workingMinutes, statutoryDays, sequence } = petition
    if (completedAt === null) throw new ConflictError('petition.not-completed')
    const rules = (await releaseByHash(tx, petition.releaseHash)).customer.satisfaction
    const until = reopenUntil(petition, rules)
    if (until !== null && now > until)
      throw new ConflictError('petition.reopen-late', { params: { days: rules.reopenDays } })
    const course = await courseOf(tx, petition)
    const run = await course.restart(petition)
    const { calendar, petitionType } = course
    const restarted = restartClock(petition.clock, now, { minutes: workingMinutes ?? 0, days: statutoryDays ?? '0' })
    const clock = inspectionClock(restarted, { petitionType, before: [], after: run.tasks, now, calendar })
    const { unitId, personId } = run.placement
    return recordAct(tx, petition, {
      verb: 'reopen',
      change: {
        ...changeOf(run),
        status: 'open',
        clock,
        dueAt: deadlineOf(clock, calendar),
        completedAt: null,
        closedAt: null,
        outcome: null,
        withinDeadline: null,
        workingMinutes: null,
        statutoryDays: null,
      },
      steps: [{ kind: 'reopened', reason: input.reason }, ...run.steps],
      events: [
        petitionReopened.of({ petitionId: petition.id, sequence, unitId: petition.unitId }),
        petitionAssigned.of({ petitionId: petition.id, unitId, personId }),
      ],
      reason: input.reason,
    })
  })
}
