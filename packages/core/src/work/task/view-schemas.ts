import { z } from 'zod'
import {
  ACHIEVEMENT_KINDS,
  CHECK_STATUSES,
  PUBLICITY_CHANNELS,
  TARGET_GROUP_KINDS,
  TASK_ABILITIES,
  TASK_AREAS,
  TASK_MARKS,
  taskDay,
  taskDirection,
  taskField,
  taskFieldValues,
  taskId,
  taskInstant,
  taskLabel,
  taskObjective,
  taskPerson,
  taskUnit,
  taskUnitTask,
  taskVersion,
  taskYear,
} from './schema-parts.ts'

/** Where a card stands on a day: its figures are computed from the phases, never stored. */
export const taskStanding = z.object({
  /** 과제진도: weights of the phases done, in %; null while there is no plan. */
  progress: z.int().nullable(),
  /** What should be done by now by the plan, in %. */
  plannedProgress: z.int().nullable(),
  manualProgress: z.int().nullable(),
  /** 지연: a phase past its date and not done. */
  delayed: z.boolean(),
  /** 미진: delayed or marked weak. */
  behind: z.boolean(),
  watched: z.boolean(),
  /** The most days an open phase is late; 0 when none is. */
  daysLate: z.int(),
})

export const taskPhase = z.object({
  id: taskId,
  position: z.int(),
  name: z.string(),
  activity: z.string(),
  plannedWeight: z.int(),
  dueDate: taskDay,
  completedDate: taskDay.nullable(),
  completedBy: taskPerson.nullable(),
  /** `done-late` is done and shown late; `late` is past its date and open. */
  state: z.enum(['open', 'late', 'done', 'done-late']),
  /** Days after the due date: until done, or until today; 0 when in time. */
  daysLate: z.int(),
})

export const managedTaskView = z.object({
  id: taskId,
  name: z.string(),
  year: taskYear,
  unit: taskUnit,
  unitTask: taskUnitTask,
  objective: taskObjective.nullable(),
  annualReport: z.boolean(),
  qualityManaged: z.boolean(),
  version: taskVersion,
  cards: z.array(
    z.object({
      id: taskId,
      name: z.string(),
      unit: taskUnit,
      owner: taskPerson,
      status: z.enum(['active', 'closed']),
      ...taskStanding.shape,
    }),
  ),
})
export type ManagedTaskView = z.infer<typeof managedTaskView>
export const managedTaskIdInput = z.strictObject({ managedTaskId: taskId })
export type ManagedTaskIdInput = z.input<typeof managedTaskIdInput>

export const taskMarkView = z.object({
  mark: z.enum(TASK_MARKS),
  reason: z.string(),
  putBy: taskPerson.nullable(),
  putAt: taskInstant,
  liftReason: z.string().nullable(),
  liftedBy: taskPerson.nullable(),
  liftedAt: taskInstant.nullable(),
})

/** A card with 표제부 and 계획관리; the other tabs load by themselves. */
export const taskCardView = z.object({
  id: taskId,
  name: z.string(),
  year: taskYear,
  status: z.enum(['active', 'closed']),
  openedOn: taskDay,
  closedOn: taskDay.nullable(),
  closeReason: z.string().nullable(),
  unitTask: taskUnitTask,
  unit: taskUnit,
  owner: taskPerson,
  members: z.array(taskPerson),
  goal: z.string(),
  background: z.string(),
  fields: taskFieldValues,
  /** The release's fields the card began with, in the order to show. */
  fieldTypes: z.array(taskField),
  managedTask: z
    .object({
      id: taskId,
      name: z.string(),
      objective: taskObjective.nullable(),
      annualReport: z.boolean(),
      qualityManaged: z.boolean(),
      version: taskVersion,
      cards: z.int(),
    })
    .nullable(),
  standing: taskStanding,
  manual: z.object({ percent: z.int(), reason: z.string(), by: taskPerson.nullable(), at: taskInstant }).nullable(),
  phases: z.array(taskPhase),
  /** What a new plan begins with, from the release. */
  suggestedPhases: z.array(z.object({ name: taskLabel, plannedWeight: z.int() })),
  marks: z.array(taskMarkView),
  /** Records tied to the card that the reader may see, by kind. */
  counts: z.record(z.enum(ACHIEVEMENT_KINDS), z.int()),
  today: taskDay,
  version: taskVersion,
  planVersion: taskVersion,
  changedBy: taskPerson.nullable(),
  changedAt: taskInstant,
  abilities: z.array(z.enum(TASK_ABILITIES)),
})
export type TaskCardView = z.infer<typeof taskCardView>

/** 이력: changed parts only. Names of people in `before` and `after` are given as ids with `people` beside. */
export const taskHistoryInput = z.strictObject({
  taskCardId: taskId,
  area: z.enum(TASK_AREAS).optional(),
  subjectId: taskId.optional(),
  cursor: z.string().max(200).optional(),
  direction: taskDirection,
  limit: z.int().min(1).max(200).default(50),
})
const changed = z.record(z.string(), z.unknown()).nullable()
export const taskHistoryOutput = z.object({
  rows: z.array(
    z.object({
      id: taskId,
      area: z.enum(TASK_AREAS),
      /** As in `phase-completed`, `plan-saved`, `weight-moved`, `handed-over`. */
      action: z.string(),
      subjectId: taskId.nullable(),
      before: changed,
      after: changed,
      reason: z.string().nullable(),
      actor: taskPerson.nullable(),
      occurredAt: taskInstant,
    }),
  ),
  people: z.array(taskPerson),
  units: z.array(taskUnit),
  nextCursor: z.string().nullable(),
})
export type TaskHistoryInput = z.input<typeof taskHistoryInput>
export type TaskHistoryOutput = z.infer<typeof taskHistoryOutput>

/**
 * 실적관리. `week` is 단위과제실적 with its sub-tabs, `reports` 보고실적, `agenda` 회의안건이력; `reception` 접수,
 * `customers` and `publicity` are the records of those tabs; `all` 전체.
 */
export const achievementsInput = z.strictObject({
  taskCardId: taskId,
  view: z.enum(['all', 'week', 'reports', 'agenda', 'reception', 'customers', 'publicity']),
  /** Of `week`: 과제실적 is `all`. */
  tab: z.enum(['all', 'schedule', 'memo', 'customer']).default('all'),
  /** Of `week`: any day of it; today when absent. */
  day: taskDay.optional(),
  cursor: z.string().max(200).optional(),
  direction: taskDirection,
  limit: z.int().min(1).max(200).default(50),
})
export const achievementRow = z.object({
  id: taskId,
  kind: z.enum(ACHIEVEMENT_KINDS),
  subjectId: taskId,
  occurredAt: taskInstant,
  endsAt: taskInstant.nullable(),
  title: z.string(),
  summary: z.string(),
  person: taskPerson.nullable(),
  unit: taskUnit.nullable(),
  /** 처리상황 or 결과: reported, approved, directed, closed, decided …; null when the kind has none. */
  state: z.string().nullable(),
  /** Of an agenda item: 회의명. */
  meeting: z.string().nullable(),
})
/** A week from Monday to Sunday; it belongs to the month of its Thursday. */
export const taskWeek = z.object({
  from: taskDay,
  to: taskDay,
  year: z.int(),
  month: z.int(),
  week: z.int(),
  /** `2005년 8월 4주차`. */
  label: taskLabel,
})
export const achievementsOutput = z.object({
  rows: z.array(achievementRow),
  nextCursor: z.string().nullable(),
  /** Of `week`; `earlier` and `later` are days in the nearest weeks that hold records. */
  week: taskWeek.extend({ earlier: taskDay.nullable(), later: taskDay.nullable() }).nullable(),
})
export type AchievementsInput = z.input<typeof achievementsInput>
export type AchievementsOutput = z.infer<typeof achievementsOutput>

/** 품질관리: 종합 and 진행단계별 점검사항. */
export const taskQualityView = z.object({
  taskCardId: taskId,
  /** False: the card's managed task is no 품질관리과제; no stages then. */
  managed: z.boolean(),
  stages: z.array(
    z.object({
      id: taskId,
      key: z.string(),
      name: taskLabel,
      position: z.int(),
      dueDate: taskDay.nullable(),
      completedDate: taskDay.nullable(),
      completedBy: taskPerson.nullable(),
      daysLate: z.int(),
      /** 점검상태. */
      checkStatus: z.enum(CHECK_STATUSES),
      keyIssue: z.string(),
      asked: z.int(),
      answered: z.int(),
      version: taskVersion,
      items: z.array(
        z.object({
          number: z.string(),
          name: taskLabel,
          /** A heading groups the items below it and is not answered. */
          heading: z.boolean(),
          answer: z
            .object({ text: z.string(), by: taskPerson.nullable(), at: taskInstant, revision: z.int() })
            .nullable(),
        }),
      ),
    }),
  ),
  abilities: z.array(z.enum(TASK_ABILITIES)),
})
export type TaskQualityView = z.infer<typeof taskQualityView>

/** 추진내용이력 of one stage, or of one item of it: the newest first. */
export const qualityAnswersInput = z.strictObject({ stageId: taskId, itemNumber: z.string().max(20).optional() })
export const qualityAnswersOutput = z.object({
  rows: z.array(
    z.object({
      itemNumber: z.string(),
      revision: z.int(),
      answer: z.string(),
      by: taskPerson.nullable(),
      at: taskInstant,
    }),
  ),
})
export type QualityAnswersInput = z.input<typeof qualityAnswersInput>
export type QualityAnswersOutput = z.infer<typeof qualityAnswersOutput>

/** 홍보관리: lines of the plan with results. Campaigns come by `achievements` with view `publicity`. */
export const taskPublicityView = z.object({
  rows: z.array(
    z.object({
      id: taskId,
      title: z.string(),
      channel: z.enum(PUBLICITY_CHANNELS),
      target: z.string(),
      plannedDate: taskDay,
      doneDate: taskDay.nullable(),
      result: z.string(),
      reach: z.int().nullable(),
      files: z.array(z.object({ id: taskId, name: z.string(), size: z.int(), mediaType: z.string() })),
      changedBy: taskPerson.nullable(),
      changedAt: taskInstant,
      version: taskVersion,
    }),
  ),
  abilities: z.array(z.enum(TASK_ABILITIES)),
})
export type TaskPublicityView = z.infer<typeof taskPublicityView>

/** 고객관리: groups, and figures of the petitions tied; the cases come by `achievements` with view `customers`. */
export const taskCustomersView = z.object({
  groups: z.array(
    z.object({
      id: taskId,
      name: z.string(),
      kind: z.enum(TARGET_GROUP_KINDS),
      description: z.string(),
      size: z.int().nullable(),
      version: taskVersion,
    }),
  ),
  petitions: z.object({ total: z.int(), open: z.int(), closed: z.int() }),
  /** Mean of the overall ratings from 1 to 5 with two places; null without a rating (미측정). */
  satisfaction: z.object({ mean: z.number().nullable(), ratings: z.int() }),
  abilities: z.array(z.enum(TASK_ABILITIES)),
})
export type TaskCustomersView = z.infer<typeof taskCustomersView>

/** Petitions of one's units that could be tied to the card by hand, the newest first. */
export const tieablePetitionsOutput = z.object({
  rows: z.array(
    z.object({
      petitionId: taskId,
      service: taskLabel,
      receivedAt: taskInstant.nullable(),
      state: z.string(),
      tied: z.boolean(),
    }),
  ),
})
export type TieablePetitionsOutput = z.infer<typeof tieablePetitionsOutput>

/** What the forms offer: the release's fields, phases and objectives. */
export const taskSettingsOutput = z.object({
  fields: z.array(taskField),
  phases: z.array(z.object({ name: taskLabel, plannedWeight: z.int() })),
  objectives: z.array(taskObjective),
  qualityStages: z.array(z.object({ key: z.string(), name: taskLabel, items: z.int() })),
  /** Units for which the actor may open a card, and whether also a managed task. */
  units: z.array(z.object({ ...taskUnit.shape, managed: z.boolean() })),
  today: taskDay,
})
export type TaskSettingsOutput = z.infer<typeof taskSettingsOutput>
