import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard } from '../act.ts'
import { moveWeight } from '../domain/plan.ts'
import { recordPlan } from '../plan-act.ts'
import { type MovePlanWeightInput, movePlanWeightInput, type TaskActOutput } from '../schemas.ts'

/**
 * Moves points of 예상진도 from one phase to another; the sum stays 100 (R10).
 * @throws ValidationError `task.phase-unknown`, `task.weight-too-small`; ConflictError `task.changed-meanwhile`;
 * NotFoundError, ForbiddenError
 */
export async function movePlanWeight(ctx: Ctx, raw: MovePlanWeightInput): Promise<TaskActOutput> {
  const input = parse(movePlanWeightInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'edit-plan', input)
    const phases = moveWeight(card.phases, input.fromPhaseId, input.toPhaseId, input.points)
    return recordPlan(tx, card, phases, { verb: 'move-weight', action: 'weight-moved', reason: input.reason })
  })
}
