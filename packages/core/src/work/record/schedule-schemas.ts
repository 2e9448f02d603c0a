import { z } from 'zod'
import {
  changeLine,
  id,
  idempotencyKey,
  instant,
  personIds,
  personLine,
  RECORD_LIMITS,
  scope,
  taskCardIds,
  taskLine,
  text,
  unitLine,
  version,
} from './schema-parts.ts'

export const SCHEDULE_STATUSES = ['planned', 'cancelled'] as const

const content = {
  title: text(RECORD_LIMITS.title),
  startsAt: instant,
  /** Null: only its beginning is known. */
  endsAt: instant.nullable().default(null),
  allDay: z.boolean().default(false),
  place: text(RECORD_LIMITS.place).nullable().default(null),
  note: text(RECORD_LIMITS.note).nullable().default(null),
  participantIds: personIds,
  taskCardIds,
  scope: scope.default('unit'),
}

export const createScheduleInput = z.strictObject({ ...content, unitId: id.optional(), idempotencyKey })
export const editScheduleInput = z.strictObject({ scheduleId: id, version, ...content })
export const recordScheduleResultInput = z.strictObject({ scheduleId: id, version, result: text(RECORD_LIMITS.note) })
export const cancelScheduleInput = z.strictObject({ scheduleId: id, version, reason: text(RECORD_LIMITS.reason) })
export const scheduleActOutput = z.object({ scheduleId: id, version: z.int(), status: z.enum(SCHEDULE_STATUSES) })

export const listScheduleInput = z.strictObject({
  from: instant,
  to: instant,
  /** Mine (as owner or participant), a unit's, or a person's. */
  view: z.enum(['mine', 'unit', 'person']).default('mine'),
  unitId: id.optional(),
  personId: id.optional(),
})
export const scheduleLine = z.object({
  id,
  title: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
  allDay: z.boolean(),
  place: z.string().nullable(),
  status: z.enum(SCHEDULE_STATUSES),
  hasResult: z.boolean(),
  person: z.object({ id, name: z.string() }),
  /** The actor owns it or takes part. */
  mine: z.boolean(),
  tasks: z.int(),
})
export const listScheduleOutput = z.object({ rows: z.array(scheduleLine) })

export const getScheduleInput = z.strictObject({ scheduleId: id })
export const scheduleView = scheduleLine.omit({ person: true, tasks: true, mine: true }).extend({
  note: z.string().nullable(),
  result: z.string().nullable(),
  scope,
  unit: unitLine,
  person: personLine,
  participants: z.array(personLine),
  tasks: z.array(taskLine),
  changes: z.array(changeLine),
  version: z.int(),
  can: z.object({ edit: z.boolean(), result: z.boolean() }),
})

export type CreateScheduleInput = z.input<typeof createScheduleInput>
export type EditScheduleInput = z.input<typeof editScheduleInput>
export type RecordScheduleResultInput = z.input<typeof recordScheduleResultInput>
export type CancelScheduleInput = z.input<typeof cancelScheduleInput>
export type ScheduleActOutput = z.output<typeof scheduleActOutput>
export type ListScheduleInput = z.input<typeof listScheduleInput>
export type ListScheduleOutput = z.output<typeof listScheduleOutput>
export type ScheduleView = z.output<typeof scheduleView>
