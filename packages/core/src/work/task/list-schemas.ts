import { z } from 'zod'
import {
  TASK_KINDS,
  TASK_STATES,
  taskDay,
  taskDirection,
  taskId,
  taskInstant,
  taskLabel,
  taskObjective,
  taskPerson,
  taskUnit,
  taskUnitTask,
  taskYear,
} from './schema-parts.ts'
import { taskStanding } from './view-schemas.ts'

const filters = {
  /** `mine`: owner or member; `unit`: the actor's units. */
  scope: z.enum(['mine', 'unit', 'all']).default('all'),
  /** This unit and those below it. */
  unitId: taskId.optional(),
  year: taskYear.optional(),
  kind: z.enum(TASK_KINDS).optional(),
  /** `behind` 미진 = delayed or marked weak; `on-track` = not delayed. */
  state: z.enum(TASK_STATES).optional(),
  /** Of 품질관리과제: begun (추진) or not. */
  quality: z.enum(['begun', 'not-begun']).optional(),
  watched: z.boolean().optional(),
  status: z.enum(['active', 'closed']).optional(),
  ownerId: taskId.optional(),
  unitTaskId: taskId.optional(),
  managedTaskId: taskId.optional(),
  objectiveKey: z.string().max(100).optional(),
  search: z.string().trim().max(100).optional(),
  /** 기준일: today when absent. */
  asOf: taskDay.optional(),
  sort: z.enum(['name', 'due', 'changed', 'progress']).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
}

export const taskListInput = z.strictObject({
  ...filters,
  cursor: z.string().max(400).optional(),
  direction: taskDirection,
  limit: z.int().min(1).max(200).default(50),
})
export const taskRow = z.object({
  id: taskId,
  name: z.string(),
  year: taskYear,
  status: z.enum(['active', 'closed']),
  unit: taskUnit,
  owner: taskPerson,
  unitTask: taskUnitTask.pick({ id: true, code: true, name: true }),
  managedTask: z
    .object({
      id: taskId,
      name: z.string(),
      objectiveKey: z.string().nullable(),
      annualReport: z.boolean(),
      qualityManaged: z.boolean(),
    })
    .nullable(),
  ...taskStanding.shape,
  phases: z.int(),
  phasesDone: z.int(),
  /** The next open phase. */
  next: z.object({ name: z.string(), dueDate: taskDay }).nullable(),
  changedAt: taskInstant,
})
export const taskListOutput = z.object({
  rows: z.array(taskRow),
  /** All that match, of all pages. */
  total: z.int(),
  nextCursor: z.string().nullable(),
  asOf: taskDay,
})
export type TaskListInput = z.input<typeof taskListInput>
export type TaskListOutput = z.infer<typeof taskListOutput>
export type TaskRow = z.infer<typeof taskRow>

/** Everything that matches, for a file; at most 10,000 rows, `truncated` says when there were more. */
export const taskExportInput = z.strictObject(filters)
export const taskExportOutput = z.object({ rows: z.array(taskRow), truncated: z.boolean(), asOf: taskDay })
export type TaskExportInput = z.input<typeof taskExportInput>
export type TaskExportOutput = z.infer<typeof taskExportOutput>

export const managedTasksInput = z.strictObject({
  year: taskYear.optional(),
  unitId: taskId.optional(),
  search: z.string().trim().max(100).optional(),
  limit: z.int().min(1).max(200).default(50),
})
export const managedTasksOutput = z.object({
  rows: z.array(
    z.object({
      id: taskId,
      name: z.string(),
      year: taskYear,
      unit: taskUnit,
      objectiveKey: z.string().nullable(),
      annualReport: z.boolean(),
      qualityManaged: z.boolean(),
      cards: z.int(),
    }),
  ),
})
export type ManagedTasksInput = z.input<typeof managedTasksInput>
export type ManagedTasksOutput = z.infer<typeof managedTasksOutput>

/** 모니터링. Without a unit: the agency by 본부(관); with one: that unit by the units right below it. */
export const taskMonitorInput = z.strictObject({
  year: taskYear.optional(),
  asOf: taskDay.optional(),
  unitId: taskId.optional(),
})
const tasksAndCards = { tasks: z.int(), cards: z.int() }
export const monitorLine = z.object({
  unit: taskUnit,
  /** Whether units stand below it: the next drill-down. */
  hasBelow: z.boolean(),
  total: z.int(),
  onTrack: z.int(),
  delayed: z.int(),
  /** 정상추진률 = 정상 ÷ 총계 in whole %, half up; 0 when there are none. */
  onTrackRate: z.int(),
})
export const taskMonitorOutput = z.object({
  year: taskYear,
  asOf: taskDay,
  computedAt: taskInstant,
  unit: taskUnit,
  /** From the agency down to the unit shown. */
  path: z.array(taskUnit),
  /** 단위과제 N건 (카드 M). */
  unitTasks: z.object(tasksAndCards),
  /** 관리과제 N건 (카드 M). */
  managed: z.object(tasksAndCards),
  /** Of cards. */
  annualReport: z.object({ ...tasksAndCards, onTrack: z.int(), delayed: z.int() }),
  quality: z.object({ ...tasksAndCards, begun: z.int(), notBegun: z.int() }),
  behind: z.int(),
  watched: z.int(),
  lines: z.array(monitorLine),
  sum: monitorLine.omit({ unit: true, hasBelow: true }),
  years: z.array(taskYear),
})
export type TaskMonitorInput = z.input<typeof taskMonitorInput>
export type TaskMonitorOutput = z.infer<typeof taskMonitorOutput>

export const watchlistInput = z.strictObject({
  unitId: taskId.optional(),
  mark: z.enum(['weak', 'watch']).default('watch'),
  /** Also those lifted since. */
  lifted: z.boolean().default(false),
})
export const watchlistOutput = z.object({
  rows: z.array(
    z.object({
      taskCardId: taskId,
      name: z.string(),
      year: taskYear,
      unit: taskUnit,
      owner: taskPerson,
      ...taskStanding.shape,
      reason: z.string(),
      putBy: taskPerson.nullable(),
      putAt: taskInstant,
      liftReason: z.string().nullable(),
      liftedAt: taskInstant.nullable(),
      canLift: z.boolean(),
    }),
  ),
})
export type WatchlistInput = z.input<typeof watchlistInput>
export type WatchlistOutput = z.infer<typeof watchlistOutput>

/** Managed tasks on the objectives of a unit's strategy map: blue square on track, red diamond behind. */
export const tasksOnMapInput = z.strictObject({
  unitId: taskId.optional(),
  year: taskYear.optional(),
  asOf: taskDay.optional(),
})
export const tasksOnMapOutput = z.object({
  rows: z.array(
    z.object({
      objectiveKey: z.string(),
      objective: taskObjective.shape.name.nullable(),
      taskCardId: taskId,
      managedTaskId: taskId,
      name: z.string(),
      unitId: taskId,
      unit: taskLabel,
      state: z.enum(['on-track', 'delayed']),
      flagged: z.boolean(),
      watched: z.boolean(),
      progress: z.int().nullable(),
    }),
  ),
})
export type TasksOnMapInput = z.input<typeof tasksOnMapInput>
export type TasksOnMapOutput = z.infer<typeof tasksOnMapOutput>
