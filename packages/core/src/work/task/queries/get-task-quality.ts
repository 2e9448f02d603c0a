import { type Ctx, NotFoundError } from '../../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../../platform/index.ts'
import { workByHash } from '../../release.ts'
import { abilitiesOf } from '../abilities.ts'
import { findCard } from '../card.store.ts'
import { askedItems, checkStatusOf, stageDaysLate } from '../domain/quality.ts'
import { findManagedTask } from '../managed.store.ts'
import { answersOf, findStage, stagesOf } from '../quality.store.ts'
import {
  type QualityAnswersInput,
  type QualityAnswersOutput,
  qualityAnswersInput,
  type TaskCardIdInput,
  type TaskQualityView,
  taskCardIdInput,
} from '../schemas.ts'
import { requireCard } from './require-card.ts'

/**
 * 품질관리: the stages and the checklist of the card's release with dates, 점검상태, 주요이슈 and the answers that stand (R11).
 * @throws NotFoundError `task.not-found`
 */
export async function getTaskQuality(ctx: Ctx, raw: TaskCardIdInput): Promise<TaskQualityView> {
  const { taskCardId } = parse(taskCardIdInput, raw)
  return withTenant(ctx, async (tx) => {
    await requireCard(tx, taskCardId)
    const card = await findCard(tx, taskCardId)
    const [managed, stages, { work }, calendar] = await Promise.all([
      card.managedTaskId === null ? undefined : findManagedTask(tx, card.managedTaskId),
      stagesOf(tx, taskCardId),
      workByHash(tx, card.releaseHash),
      calendarFor(tx),
    ])
    const ids = stages.map((stage) => stage.id)
    const answers = await answersOf(tx, ids, 'standing')
    // On a closed card no delay grows any more.
    const until = card.closedOn ?? calendar.dayOf(tx.clock.now())
    const openStages = stages.filter((stage) => stage.completedDate === null).length
    const facts = { openStages, doneStages: stages.length - openStages, openMarks: 0 }
    const abilities = await abilitiesOf(tx, card, facts)
    return {
      taskCardId,
      managed: managed?.qualityManaged === true,
      stages: stages.map(({ taskCardId: _card, sequence: _sequence, ...stage }) => {
        const manual = work.qualityStages.find((one) => one.key === stage.key)
        const items = manual?.items ?? []
        const given = new Map(
          answers.filter((answer) => answer.stageId === stage.id).map((answer) => [answer.itemNumber, answer]),
        )
        const asked = askedItems(items)
        const answered = asked.filter((number) => given.has(number)).length
        return {
          ...stage,
          name: manual?.name ?? { ko: stage.key, en: stage.key },
          daysLate: stageDaysLate(stage, until),
          checkStatus: checkStatusOf(stage, answered),
          asked: asked.length,
          answered,
          items: items.map(({ number, name, heading = false }) => {
            const answer = given.get(number)
            const shown = answer && { text: answer.answer, by: answer.by, at: answer.at, revision: answer.revision }
            return { number, name, heading, answer: shown ?? null }
          }),
        }
      }),
      abilities: abilities.filter((act) => act.includes('quality')),
    }
  })
}

/** 추진내용이력 of a stage or of one item, the newest first. @throws NotFoundError `task.stage-not-found` */
export async function listQualityAnswers(ctx: Ctx, raw: QualityAnswersInput): Promise<QualityAnswersOutput> {
  const { stageId, itemNumber } = parse(qualityAnswersInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new NotFoundError('task.stage-not-found')
  return withTenant(ctx, async (tx) => {
    await findStage(tx, stageId)
    const rows = await answersOf(tx, [stageId], 'all', itemNumber)
    return { rows: rows.map(({ stageId: _stage, ...row }) => row) }
  })
}
