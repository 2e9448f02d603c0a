import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openStageAgain } from '../domain/quality.ts'
import { qualityStageReopened } from '../events.ts'
import { openStage, recordStage } from '../quality-act.ts'
import { type QualityActOutput, type ReopenQualityStageInput, reopenQualityStageInput } from '../schemas.ts'

/**
 * A completed stage opens again with a reason; its check no longer counts in performance.
 * @throws ConflictError `task.stage-open`, `task.changed-meanwhile`; NotFoundError, ForbiddenError
 */
export async function reopenQualityStage(ctx: Ctx, raw: ReopenQualityStageInput): Promise<QualityActOutput> {
  const input = parse(reopenQualityStageInput, raw)
  return withTenant(ctx, async (tx) => {
    const { stage, card } = await openStage(tx, 'reopen-quality-stage', input)
    const after = openStageAgain(stage)
    const { key: stageKey, id: stageId, sequence } = stage
    const event = qualityStageReopened.of({ taskCardId: card.id, stageKey, stageId, unitId: card.unitId, sequence })
    const act = { verb: 'reopen-quality', action: 'stage-reopened', reason: input.reason, events: [event] }
    return recordStage(tx, stage, after, act)
  })
}
