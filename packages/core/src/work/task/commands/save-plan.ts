import { type Ctx, newId } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, requireReason } from '../act.ts'
import { rewritePlan } from '../domain/plan.ts'
import { recordPlan } from '../plan-act.ts'
import { type SavePlanInput, savePlanInput, type TaskActOutput } from '../schemas.ts'

/**
 * Registers the plan of a card or rewrites it: phases, order, weights, dates (R10). A plan that stands changes with a
 * reason, and the history keeps both.
 * @throws ValidationError `task.weights-not-100`, `task.reason-needed`, `task.phase-unknown`; ConflictError
 * `task.phase-done`, `task.changed-meanwhile`; NotFoundError, ForbiddenError
 */
export async function savePlan(ctx: Ctx, raw: SavePlanInput): Promise<TaskActOutput> {
  const input = parse(savePlanInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card } = await openCard(tx, 'edit-plan', input)
    if (card.phases.length > 0) requireReason(input.reason)
    const phases = rewritePlan(card.phases, input.phases, newId)
    const action = card.phases.length === 0 ? 'plan-registered' : 'plan-changed'
    return recordPlan(tx, card, phases, { verb: 'save-plan', action, reason: input.reason })
  })
}
