import type { Ctx, Id } from '../../kernel/index.ts'
import {
  answerQualityItem,
  changeProgress,
  closeTask,
  completePhase,
  completeQualityStage,
  editManagedTask,
  editTaskCard,
  handOverTask,
  liftMark,
  markTask,
  movePlanWeight,
  planQualityStage,
  removePublicity,
  removeTargetGroup,
  reopenPhase,
  reopenQualityStage,
  reopenTask,
  savePlan,
  savePublicity,
  saveTargetGroup,
} from './index.ts'
import { PLAN } from './testing.ts'

/** What the acts are done to; the later parts are filled as they come to be. */
export interface Given {
  readonly taskCardId: Id
  readonly managedTaskId: Id
  readonly stageId: Id
  /** Numbers of the stage's items. */
  readonly items: readonly string[]
  phases: Id[]
  publicityId: Id
  groupId: Id
}

type Act = [action: string, act: (ctx: Ctx) => Promise<unknown>]

/** Every act on a new card, each with its audit verb, in an order in which all work. */
export function actsOn(given: Given, toPersonId: Id): Act[] {
  const { taskCardId, managedTaskId, stageId } = given
  const [card, reason] = [{ taskCardId }, '사유']
  const managedEdit = { name: '이름', objectiveKey: null, annualReport: true, qualityManaged: true, reason }
  const header = { name: '이름', goal: '', background: '', fields: {}, memberIds: [] }
  const line = { ...card, title: '홍보', channel: 'web' as const, plannedDate: '2005-12-01' }
  const group = { ...card, name: '고객군', kind: 'general' as const }
  const plan = PLAN.slice(0, 2).map((phase) => ({ ...phase, plannedWeight: 50 }))
  return [
    ['managed-task.edit', (ctx) => editManagedTask(ctx, { managedTaskId, version: 1, ...managedEdit })],
    ['task.edit', (ctx) => editTaskCard(ctx, { ...card, version: 1, ...header })],
    ['task.save-plan', (ctx) => savePlan(ctx, { ...card, planVersion: 0, phases: plan })],
    [
      'task.move-weight',
      (ctx) =>
        movePlanWeight(ctx, {
          ...card,
          planVersion: 1,
          fromPhaseId: given.phases[0] ?? '',
          toPhaseId: given.phases[1] ?? '',
          points: 5,
          reason,
        }),
    ],
    [
      'task.complete-phase',
      (ctx) =>
        completePhase(ctx, { ...card, planVersion: 2, phaseId: given.phases[0] ?? '', completedDate: '2005-03-01' }),
    ],
    [
      'task.reopen-phase',
      (ctx) => reopenPhase(ctx, { ...card, planVersion: 3, phaseId: given.phases[0] ?? '', reason }),
    ],
    ['task.change-progress', (ctx) => changeProgress(ctx, { ...card, planVersion: 4, percent: 10, reason })],
    ['task.plan-quality', (ctx) => planQualityStage(ctx, { stageId, version: 1, dueDate: '2005-12-01', keyIssue: '' })],
    ...given.items.map(
      (itemNumber): Act => [
        'task.answer-quality',
        (ctx) => answerQualityItem(ctx, { stageId, itemNumber, answer: '답', revision: 0 }),
      ],
    ),
    ['task.complete-quality', (ctx) => completeQualityStage(ctx, { stageId, version: 2, completedDate: '2005-10-01' })],
    ['task.reopen-quality', (ctx) => reopenQualityStage(ctx, { stageId, version: 3, reason })],
    ['task.save-publicity', async (ctx) => Object.assign(given, await savePublicity(ctx, line))],
    ['task.remove-publicity', (ctx) => removePublicity(ctx, { publicityId: given.publicityId, version: 1, reason })],
    ['task.save-group', async (ctx) => Object.assign(given, await saveTargetGroup(ctx, group))],
    ['task.remove-group', (ctx) => removeTargetGroup(ctx, { groupId: given.groupId, version: 1, reason })],
    ['task.mark', (ctx) => markTask(ctx, { ...card, mark: 'weak', reason })],
    ['task.lift-mark', (ctx) => liftMark(ctx, { ...card, mark: 'weak', reason })],
    ['task.hand-over', (ctx) => handOverTask(ctx, { ...card, version: 2, ownerId: toPersonId, reason })],
    ['task.close', (ctx) => closeTask(ctx, { ...card, version: 3, reason })],
    ['task.reopen', (ctx) => reopenTask(ctx, { ...card, version: 4, reason })],
  ]
}
