import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { completeStage } from '../domain/quality.ts'
import { qualityStageChecked } from '../events.ts'
import { answersOf } from '../quality.store.ts'
import { openStage, recordStage } from '../quality-act.ts'
import { type CompleteQualityStageInput, completeQualityStageInput, type QualityActOutput } from '../schemas.ts'

/**
 * A quality stage is checked on a day up to today, with every item answered; that goes to performance at once (R11, R31).
 * @throws ConflictError `task.items-unanswered`, `task.stage-unplanned`, `task.stage-completed`, `task.changed-meanwhile`;
 * ValidationError `task.date-in-future`; NotFoundError, ForbiddenError
 */
export async function completeQualityStage(ctx: Ctx, raw: CompleteQualityStageInput): Promise<QualityActOutput> {
  const input = parse(completeQualityStageInput, raw)
  return withTenant(ctx, async (tx) => {
    const { stage, manual, card, today } = await openStage(tx, 'complete-quality-stage', input)
    const { completedDate } = input
    const answers = await answersOf(tx, [stage.id], 'standing')
    const given = new Set(answers.map((answer) => answer.itemNumber))
    const done = completeStage(stage, manual.items, { answered: given, completedDate, today })
    const { asked, inTime } = done
    const fact = {
      taskCardId: card.id,
      stageKey: stage.key,
      stageId: stage.id,
      unitId: card.unitId,
      personId: card.ownerId,
      dueDate: done.stage.dueDate ?? completedDate,
    }
    const { sequence } = done.stage
    const event = qualityStageChecked.of({ ...fact, answered: asked, asked, inTime, completedDate, sequence })
    return recordStage(tx, stage, done.stage, { verb: 'complete-quality', action: 'stage-completed', events: [event] })
  })
}
