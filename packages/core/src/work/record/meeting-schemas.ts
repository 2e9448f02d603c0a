import { z } from 'zod'
import {
  changeLine,
  direction,
  id,
  idempotencyKey,
  instant,
  localized,
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

export const MEETING_STATUSES = ['planned', 'held', 'confirmed', 'cancelled'] as const
/** 원안의결, 수정의결, 보고, 보류, 부결. */
export const AGENDA_RESULTS = ['passed', 'amended', 'reported', 'deferred', 'rejected'] as const
export const MEETING_ROLES = ['chair', 'recorder', 'attendee', 'observer'] as const

const agendaItem = {
  title: text(RECORD_LIMITS.title),
  presenterId: id.nullable().default(null),
  taskCardIds,
}
const agenda = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(RECORD_LIMITS.items)
const plan = {
  name: text(RECORD_LIMITS.title),
  startsAt: instant,
  endsAt: instant.nullable().default(null),
  place: text(RECORD_LIMITS.place),
  chairId: id,
  attendeeIds: personIds,
  observerIds: personIds,
  scope: scope.default('participants'),
}

export const planMeetingInput = z.strictObject({
  ...plan,
  agenda: agenda(z.strictObject(agendaItem)),
  unitId: id.optional(),
  idempotencyKey,
})
const target = { meetingId: id, version }
export const editMeetingInput = z.strictObject({
  ...target,
  ...plan,
  /** With an id an item that stands already, without one a new one; those left out go. */
  agenda: agenda(z.strictObject({ id: id.optional(), ...agendaItem })),
})
export const writeMinutesInput = z.strictObject({
  ...target,
  attendeeIds: z.array(id).max(RECORD_LIMITS.people),
  observerIds: personIds,
  procedure: text(RECORD_LIMITS.note),
  items: z
    .array(
      z.strictObject({
        id,
        remarks: text(RECORD_LIMITS.remarks).nullable().default(null),
        result: z.enum(AGENDA_RESULTS).nullable().default(null),
        decision: text(RECORD_LIMITS.note).nullable().default(null),
      }),
    )
    .max(RECORD_LIMITS.items),
})
export const confirmMinutesInput = z.strictObject({ ...target, idempotencyKey })
export const cancelMeetingInput = z.strictObject({ ...target, reason: text(RECORD_LIMITS.reason) })
export const meetingActOutput = z.object({ meetingId: id, version: z.int(), status: z.enum(MEETING_STATUSES) })

export const listMeetingsInput = z.strictObject({
  status: z.enum(MEETING_STATUSES).optional(),
  /** Only those the actor chairs, records or sits in. */
  mine: z.boolean().default(false),
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(30),
})
export const meetingLine = z.object({
  id,
  name: z.string(),
  status: z.enum(MEETING_STATUSES),
  startsAt: instant,
  endsAt: instant.nullable(),
  place: z.string(),
  unit: unitLine,
  chair: z.string(),
  items: z.int(),
  decided: z.int(),
})
export const listMeetingsOutput = z.object({ rows: z.array(meetingLine), nextCursor: z.string().nullable() })

export const getMeetingInput = z.strictObject({ meetingId: id })
export const meetingPerson = z.object({
  personId: id,
  role: z.enum(MEETING_ROLES),
  name: z.string(),
  title: localized.nullable(),
  unit: localized.nullable(),
})
export const meetingView = z.object({
  id,
  name: z.string(),
  status: z.enum(MEETING_STATUSES),
  startsAt: instant,
  endsAt: instant.nullable(),
  place: z.string(),
  /** 기관: the agency is the tenant's, this is its unit. */
  unit: unitLine,
  people: z.array(meetingPerson),
  procedure: z.string().nullable(),
  agenda: z.array(
    z.object({
      id,
      position: z.int(),
      title: z.string(),
      presenter: personLine.nullable(),
      tasks: z.array(taskLine),
      remarks: z.string().nullable(),
      result: z.enum(AGENDA_RESULTS).nullable(),
      decision: z.string().nullable(),
    }),
  ),
  scope,
  confirmedAt: instant.nullable(),
  changes: z.array(changeLine),
  version: z.int(),
  can: z.object({ edit: z.boolean(), minutes: z.boolean(), confirm: z.boolean(), cancel: z.boolean() }),
})

export type PlanMeetingInput = z.input<typeof planMeetingInput>
export type EditMeetingInput = z.input<typeof editMeetingInput>
export type WriteMinutesInput = z.input<typeof writeMinutesInput>
export type ConfirmMinutesInput = z.input<typeof confirmMinutesInput>
export type CancelMeetingInput = z.input<typeof cancelMeetingInput>
export type MeetingActOutput = z.output<typeof meetingActOutput>
export type ListMeetingsInput = z.input<typeof listMeetingsInput>
export type ListMeetingsOutput = z.output<typeof listMeetingsOutput>
export type MeetingView = z.output<typeof meetingView>
