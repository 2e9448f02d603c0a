import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard } from '../act.ts'
import { completePhaseOn } from '../domain/plan.ts'
import { phaseCompleted } from '../events.ts'
import { taskMessages } from '../messages.ts'
import { recordPlan } from '../plan-act.ts'
import { type CompletePhaseInput, completePhaseInput, type TaskActOutput } from '../schemas.ts'
import { actorPerson } from '../sql-parts.store.ts'

/**
 * A phase is done on a day up to today; whether in time goes to performance at once (R10, R31). Done late is done. With
 * the last phase a manual figure (진도변경) goes: there is nothing left for it to say.
 * @throws ValidationError `task.phase-unknown`, `task.date-in-future`; ConflictError `task.phase-done`,
 * `task.changed-meanwhile`; NotFoundError, ForbiddenError
 */
export async function completePhase(ctx: Ctx, raw: CompletePhaseInput): Promise<TaskActOutput> {
  const input = parse(completePhaseInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card, today } = await openCard(tx, 'complete-phase', input)
    const { phaseId, completedDate } = input
    const by = actorPerson(tx.actor)
    const { phases, phase, inTime } = completePhaseOn(card.phases, phaseId, { completedDate, today, by })
    const { dueDate, sequence, name } = phase
    const fact = { taskCardId: card.id, phaseId, unitId: card.unitId, personId: card.ownerId }
    return recordPlan(tx, card, phases, {
      verb: 'complete-phase',
      action: 'phase-completed',
      subjectId: phaseId,
      before: { name, completedDate: null },
      after: { name, dueDate, completedDate, inTime },
      liftManual: phases.every((one) => one.completedDate !== null)
        ? taskMessages['task.progress-lifted'].ko
        : undefined,
      events: [phaseCompleted.of({ ...fact, dueDate, completedDate, inTime, sequence })],
    })
  })
}
