import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { recordAct } from '../act.ts'
import { requireItem, requireOpen } from '../domain/quality.ts'
import { answersOf, insertAnswer } from '../quality.store.ts'
import { openStage } from '../quality-act.ts'
import { type AnswerQualityItemInput, type AnswerQualityItemOutput, answerQualityItemInput } from '../schemas.ts'

/**
 * 추진내용 of one item of the checklist; what was written before stays in the history (R11).
 * @throws ValidationError `task.item-unknown`; ConflictError `task.answer-changed` saying who and when,
 * `task.stage-completed`; NotFoundError, ForbiddenError
 */
export async function answerQualityItem(ctx: Ctx, raw: AnswerQualityItemInput): Promise<AnswerQualityItemOutput> {
  const input = parse(answerQualityItemInput, raw)
  return withTenant(ctx, async (tx) => {
    const { stageId, itemNumber, answer } = input
    const { stage, manual, card } = await openStage(tx, 'answer-quality', { stageId })
    requireOpen(stage)
    requireItem(manual.items, itemNumber)
    const revision = input.revision + 1
    if (!(await insertAnswer(tx, stage, { itemNumber, revision, text: answer }))) {
      const [last] = await answersOf(tx, [stageId], 'standing', itemNumber)
      const params = { who: last?.by?.name ?? '—', at: last?.at ?? tx.clock.now().toISOString() }
      throw new ConflictError('task.answer-changed', { params })
    }
    // The text is in the answers themselves; the history says that there is a new one.
    const change = { subjectId: stageId, after: { key: stage.key, itemNumber, revision } }
    await recordAct(tx, {
      verb: 'answer-quality',
      taskCardId: card.id,
      area: 'quality',
      action: 'item-answered',
      ...change,
    })
    return { stageId, itemNumber, revision }
  })
}
