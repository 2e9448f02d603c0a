import { z } from 'zod'
import {
  PUBLICITY_CHANNELS,
  TARGET_GROUP_KINDS,
  TASK_LIMITS,
  TASK_MARKS,
  taskDay,
  taskFieldValues,
  taskId,
  taskKey,
  taskReason,
  taskText,
  taskVersion,
  taskWords,
  taskYear,
} from './schema-parts.ts'

export * from './list-schemas.ts'
export {
  ACHIEVEMENT_KINDS,
  CHECK_STATUSES,
  PUBLICITY_CHANNELS,
  TARGET_GROUP_KINDS,
  TASK_ABILITIES,
  TASK_AREAS,
  TASK_KINDS,
  TASK_LIMITS,
  TASK_MARKS,
  TASK_STATES,
} from './schema-parts.ts'
export * from './view-schemas.ts'

const members = z.array(taskId).max(TASK_LIMITS.members)
const header = {
  name: taskText(TASK_LIMITS.name),
  /** 2005년 목표. */
  goal: taskWords(TASK_LIMITS.goal),
  background: taskWords(TASK_LIMITS.background),
  fields: taskFieldValues,
}
const target = { taskCardId: taskId }
const card = { ...target, version: taskVersion }
const plan = { ...target, planVersion: taskVersion }

/** What every act on a card answers: the versions to go on editing with. */
export const taskActOutput = z.object({ taskCardId: taskId, version: taskVersion, planVersion: taskVersion })
export type TaskActOutput = z.infer<typeof taskActOutput>

export const taskCardIdInput = z.strictObject(target)
export type TaskCardIdInput = z.input<typeof taskCardIdInput>

/** A managed task (관리과제) with its first card. */
export const createManagedTaskInput = z.strictObject({
  ...header,
  goal: header.goal.default(''),
  background: header.background.default(''),
  fields: header.fields.default({}),
  year: taskYear,
  unitTaskId: taskId,
  unitId: taskId,
  /** The person in charge of the first card. */
  ownerId: taskId,
  memberIds: members.default([]),
  objectiveKey: z.string().min(1).max(100).nullable().default(null),
  annualReport: z.boolean().default(false),
  qualityManaged: z.boolean().default(false),
  idempotencyKey: taskKey,
})
export const createManagedTaskOutput = z.object({ managedTaskId: taskId, taskCardId: taskId })
export type CreateManagedTaskInput = z.input<typeof createManagedTaskInput>
export type CreateManagedTaskOutput = z.infer<typeof createManagedTaskOutput>

export const editManagedTaskInput = z.strictObject({
  managedTaskId: taskId,
  version: taskVersion,
  name: header.name,
  objectiveKey: z.string().min(1).max(100).nullable(),
  annualReport: z.boolean(),
  qualityManaged: z.boolean(),
  reason: taskReason,
})
export const editManagedTaskOutput = z.object({ managedTaskId: taskId, version: taskVersion })
export type EditManagedTaskInput = z.input<typeof editManagedTaskInput>
export type EditManagedTaskOutput = z.infer<typeof editManagedTaskOutput>

/** A card of a unit task, or a further card of a managed task (its year and unit task are then the managed task's). */
export const createTaskCardInput = z.strictObject({
  ...header,
  goal: header.goal.default(''),
  background: header.background.default(''),
  fields: header.fields.default({}),
  managedTaskId: taskId.nullable().default(null),
  /** Needed without a managed task. */
  unitTaskId: taskId.optional(),
  year: taskYear.optional(),
  unitId: taskId,
  ownerId: taskId,
  memberIds: members.default([]),
  idempotencyKey: taskKey,
})
export const createTaskCardOutput = z.object({ taskCardId: taskId })
export type CreateTaskCardInput = z.input<typeof createTaskCardInput>
export type CreateTaskCardOutput = z.infer<typeof createTaskCardOutput>

export const editTaskCardInput = z.strictObject({
  ...card,
  ...header,
  memberIds: members,
  reason: taskReason.optional(),
})
export type EditTaskCardInput = z.input<typeof editTaskCardInput>

/** 인계인수: another person, and the unit when it changes with the person. */
export const handOverTaskInput = z.strictObject({
  ...card,
  ownerId: taskId,
  unitId: taskId.optional(),
  reason: taskReason,
})
export const closeTaskInput = z.strictObject({ ...card, reason: taskReason })
export const reopenTaskInput = z.strictObject({ ...card, reason: taskReason })
export type HandOverTaskInput = z.input<typeof handOverTaskInput>
export type CloseTaskInput = z.input<typeof closeTaskInput>
export type ReopenTaskInput = z.input<typeof reopenTaskInput>

/** The whole plan in its order: phases without an id are new, those left out are removed. A plan that stands changes with a reason only. */
export const savePlanInput = z.strictObject({
  ...plan,
  phases: z
    .array(
      z.strictObject({
        phaseId: taskId.optional(),
        name: taskText(TASK_LIMITS.phase),
        activity: taskWords(TASK_LIMITS.activity),
        plannedWeight: z.int().min(1).max(100),
        dueDate: taskDay,
      }),
    )
    .min(1)
    .max(TASK_LIMITS.phases),
  reason: taskReason.optional(),
})
export type SavePlanInput = z.input<typeof savePlanInput>

/** Points go from one phase to another, as when a border is dragged; each keeps at least 1. */
export const movePlanWeightInput = z.strictObject({
  ...plan,
  fromPhaseId: taskId,
  toPhaseId: taskId,
  points: z.int().min(1).max(99),
  reason: taskReason,
})
export const completePhaseInput = z.strictObject({ ...plan, phaseId: taskId, completedDate: taskDay })
export const reopenPhaseInput = z.strictObject({ ...plan, phaseId: taskId, reason: taskReason })
/** 진도변경; null takes the manual figure away. */
export const changeProgressInput = z.strictObject({
  ...plan,
  percent: z.int().min(0).max(100).nullable(),
  reason: taskReason,
})
export type MovePlanWeightInput = z.input<typeof movePlanWeightInput>
export type CompletePhaseInput = z.input<typeof completePhaseInput>
export type ReopenPhaseInput = z.input<typeof reopenPhaseInput>
export type ChangeProgressInput = z.input<typeof changeProgressInput>

const stage = { stageId: taskId, version: taskVersion }
/** What an act on a quality stage answers. */
export const qualityActOutput = z.object({ taskCardId: taskId, stageId: taskId, version: taskVersion })
export type QualityActOutput = z.infer<typeof qualityActOutput>
/** 품질계획: the date of one stage and its key issue; a date that stood changes with a reason only. */
export const planQualityStageInput = z.strictObject({
  ...stage,
  dueDate: taskDay,
  keyIssue: taskWords(TASK_LIMITS.issue),
  reason: taskReason.optional(),
})
/** 추진내용등록 for one item; `revision` is that of the answer one has seen, 0 for none. */
export const answerQualityItemInput = z.strictObject({
  stageId: taskId,
  itemNumber: z
    .string()
    .regex(/^\d+(\.\d+)*$/)
    .max(20),
  answer: taskText(TASK_LIMITS.answer),
  revision: taskVersion,
})
export const answerQualityItemOutput = z.object({ stageId: taskId, itemNumber: z.string(), revision: taskVersion })
export const completeQualityStageInput = z.strictObject({ ...stage, completedDate: taskDay })
export const reopenQualityStageInput = z.strictObject({ ...stage, reason: taskReason })
export type PlanQualityStageInput = z.input<typeof planQualityStageInput>
export type AnswerQualityItemInput = z.input<typeof answerQualityItemInput>
export type AnswerQualityItemOutput = z.infer<typeof answerQualityItemOutput>
export type CompleteQualityStageInput = z.input<typeof completeQualityStageInput>
export type ReopenQualityStageInput = z.input<typeof reopenQualityStageInput>

/** A line of 홍보관리; new without an id. A result belongs to what is done. */
export const savePublicityInput = z.strictObject({
  ...target,
  publicityId: taskId.optional(),
  version: taskVersion.default(0),
  title: taskText(TASK_LIMITS.name),
  channel: z.enum(PUBLICITY_CHANNELS),
  target: taskWords(200).default(''),
  plannedDate: taskDay,
  doneDate: taskDay.nullable().default(null),
  result: taskWords(TASK_LIMITS.result).default(''),
  /** People reached, when it is known. */
  reach: z.int().nonnegative().max(2_000_000_000).nullable().default(null),
  fileIds: z.array(taskId).max(TASK_LIMITS.files).default([]),
})
export const publicityActOutput = z.object({ taskCardId: taskId, publicityId: taskId, version: taskVersion })
export const removePublicityInput = z.strictObject({ publicityId: taskId, version: taskVersion, reason: taskReason })
export type SavePublicityInput = z.input<typeof savePublicityInput>
export type PublicityActOutput = z.infer<typeof publicityActOutput>
export type RemovePublicityInput = z.input<typeof removePublicityInput>

/** A group of customers (대상군) that the task serves; new without an id. */
export const saveTargetGroupInput = z.strictObject({
  ...target,
  groupId: taskId.optional(),
  version: taskVersion.default(0),
  name: taskText(100),
  kind: z.enum(TARGET_GROUP_KINDS),
  description: taskWords(2_000).default(''),
  size: z.int().nonnegative().max(2_000_000_000).nullable().default(null),
})
export const targetGroupActOutput = z.object({ taskCardId: taskId, groupId: taskId, version: taskVersion })
export const removeTargetGroupInput = z.strictObject({ groupId: taskId, version: taskVersion, reason: taskReason })
export type SaveTargetGroupInput = z.input<typeof saveTargetGroupInput>
export type TargetGroupActOutput = z.infer<typeof targetGroupActOutput>
export type RemoveTargetGroupInput = z.input<typeof removeTargetGroupInput>

/** A petition of one's unit belongs to this card, or no longer. */
export const tiePetitionInput = z.strictObject({ ...target, petitionId: taskId, tied: z.boolean() })
export type TiePetitionInput = z.input<typeof tiePetitionInput>

/** `weak` 미진, `watch` 중점관리대상: put by managers, lifted by managers, each with its reason. */
export const markTaskInput = z.strictObject({ ...target, mark: z.enum(TASK_MARKS), reason: taskReason })
export const liftMarkInput = z.strictObject({ ...target, mark: z.enum(TASK_MARKS), reason: taskReason })
export const markOutput = z.object({ taskCardId: taskId, mark: z.enum(TASK_MARKS), standing: z.boolean() })
export type MarkTaskInput = z.input<typeof markTaskInput>
export type LiftMarkInput = z.input<typeof liftMarkInput>
export type MarkOutput = z.infer<typeof markOutput>
