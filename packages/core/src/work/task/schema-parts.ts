import { z } from 'zod'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const TASK_LIMITS = {
  name: 200,
  goal: 2_000,
  background: 10_000,
  phase: 100,
  activity: 1_000,
  phases: 40,
  members: 100,
  reason: 1_000,
  issue: 2_000,
  answer: 5_000,
  result: 2_000,
  files: 10,
  export: 10_000,
} as const

export const TASK_KINDS = ['unit', 'managed', 'annual-report', 'quality'] as const
export const TASK_STATES = ['on-track', 'delayed', 'behind'] as const
export const TASK_MARKS = ['weak', 'watch'] as const
export const TASK_AREAS = ['header', 'plan', 'quality', 'publicity', 'customers', 'marks'] as const
export const PUBLICITY_CHANNELS = [
  'press',
  'briefing',
  'broadcast',
  'web',
  'social',
  'publication',
  'event',
  'other',
] as const
export const TARGET_GROUP_KINDS = ['general', 'business', 'policy'] as const
export const CHECK_STATUSES = ['not-started', 'in-progress', 'completed'] as const
export const ACHIEVEMENT_KINDS = [
  'schedule',
  'memo-report',
  'document-report',
  'agenda-item',
  'dispatch-received',
  'campaign',
  'petition',
] as const

/** What an officer may do with a card now; the screens show these, the commands check again. */
export const TASK_ABILITIES = [
  'edit',
  'edit-managed',
  'hand-over',
  'close',
  'reopen',
  'edit-plan',
  'complete-phase',
  'reopen-phase',
  'change-progress',
  'plan-quality',
  'answer-quality',
  'complete-quality-stage',
  'reopen-quality-stage',
  'edit-publicity',
  'edit-customers',
  'tie-petition',
  'mark',
  'lift-mark',
] as const

export const taskId = z.uuid()
export const taskDay = z.iso.date()
export const taskInstant = z.iso.datetime({ offset: true })
export const taskText = (max: number) => z.string().trim().min(1).max(max)
export const taskWords = (max: number) => z.string().trim().max(max)
export const taskReason = taskText(TASK_LIMITS.reason)
export const taskYear = z.int().min(1948).max(2200)
export const taskVersion = z.int().nonnegative()
export const taskKey = z.string().min(8).max(100).optional()
export const taskLabel = z.object({ ko: z.string(), en: z.string() })
export const taskFieldValues = z.record(
  z.string().max(100),
  z.union([z.string().max(5_000), z.number(), z.boolean(), z.null()]),
)
/** What a paging client sends along with its cursor; pages go forward only. */
export const taskDirection = z.enum(['forward']).optional()

export const taskUnit = z.object({ id: taskId, name: taskLabel })
export const taskPerson = z.object({ id: taskId, name: z.string() })
/** The 단위과제 a card hangs on, with the names of the levels above it. */
export const taskUnitTask = z.object({ id: taskId, code: z.string(), name: z.string(), path: z.array(z.string()) })
export const taskObjective = z.object({ key: z.string(), name: taskLabel })

/** A field of the release for the 표제부, as a form shows it. */
export const taskField = z.object({
  key: z.string(),
  name: taskLabel,
  type: z.enum(['text', 'long-text', 'date', 'number', 'choice', 'yes-no']),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), name: taskLabel })).nullable(),
  help: taskLabel.nullable(),
})
