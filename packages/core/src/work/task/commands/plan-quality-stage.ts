import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { requireReason } from '../act.ts'
import { requireOpen } from '../domain/quality.ts'
import { openStage, recordStage } from '../quality-act.ts'
import { type PlanQualityStageInput, planQualityStageInput, type QualityActOutput } from '../schemas.ts'

/**
 * 품질계획: the date a stage is to be completed and its key issue (R11). A date that stands changes with a reason.
 * @throws ValidationError `task.reason-needed`; ConflictError `task.stage-completed`, `task.changed-meanwhile`;
 * NotFoundError, ForbiddenError
 */
export async function planQualityStage(ctx: Ctx, raw: PlanQualityStageInput): Promise<QualityActOutput> {
  const input = parse(planQualityStageInput, raw)
  return withTenant(ctx, async (tx) => {
    const { stage } = await openStage(tx, 'plan-quality', input)
    const { dueDate, keyIssue, reason } = input
    requireOpen(stage)
    if (stage.dueDate !== null && stage.dueDate !== dueDate) requireReason(reason)
    const after = { ...stage, dueDate, keyIssue }
    return recordStage(tx, stage, after, { verb: 'plan-quality', action: 'stage-planned', reason })
  })
}
