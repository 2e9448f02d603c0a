import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard } from '../act.ts'
import { openPhaseAgain } from '../domain/plan.ts'
import { phaseReopened } from '../events.ts'
import { recordPlan } from '../plan-act.ts'
import { type ReopenPhaseInput, reopenPhaseInput, type TaskActOutput } from '../schemas.ts'

/**
 * A phase that was done opens again with a reason; its completion no longer counts in performance.
 * @throws ValidationError `task.phase-unknown`; ConflictError `task.phase-open`, `task.changed-meanwhile`; NotFoundError,
 * ForbiddenError
 */
export async function reopenPhase(ctx: Ctx, raw: ReopenPhaseInput): Promise<TaskActOutput> {
  const input = parse(reopenPhaseInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'reopen-phase', input)
    const { phaseId, reason } = input
    const { phases, phase } = openPhaseAgain(card.phases, phaseId)
    const completedDate = card.phases.find((one) => one.id === phaseId)?.completedDate ?? null
    const { name, sequence } = phase
    return recordPlan(tx, card, phases, {
      verb: 'reopen-phase',
      action: 'phase-reopened',
      subjectId: phaseId,
      before: { name, completedDate },
      after: { name, completedDate: null },
      reason,
      events: [phaseReopened.of({ taskCardId: card.id, phaseId, unitId: card.unitId, sequence })],
    })
  })
}
