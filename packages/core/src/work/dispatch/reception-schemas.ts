import { z } from 'zod'
import { richText } from '../rich-text.ts'
import {
  approverMark,
  cursor,
  DISPATCH_LIMITS,
  direction,
  dispatchHistoryLine,
  fileView,
  id,
  idempotencyKey,
  instant,
  localized,
  paperHead,
  personAs,
  personRef,
  RECEPTION_ABILITIES,
  RECEPTION_STATES,
  reason,
  text,
  unitRef,
  version,
} from './schema-parts.ts'

const state = z.enum(RECEPTION_STATES)

export const listReceptionsInput = z.strictObject({
  /** 접수함. `unit`: of my units (or `unitId`) · `unassigned`: of them, without a person · `mine`: mine to do. */
  scope: z.enum(['unit', 'unassigned', 'mine']).default('unit'),
  unitId: id.optional(),
  /** `open` is everything not closed and not refused. */
  state: z.enum([...RECEPTION_STATES, 'open', 'recalled']).optional(),
  search: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor,
  direction,
  limit: z.int().min(1).max(100).default(25),
})
/** Where it comes from, as it said itself. */
const sender = z.object({
  agency: localized,
  unit: localized,
  drafter: z.string(),
  number: z.string(),
  sameAgency: z.boolean(),
})
export const receptionRow = z.object({
  id,
  number: z.string().nullable(),
  title: z.string(),
  sender,
  state,
  unit: unitRef,
  person: personRef.nullable(),
  files: z.int(),
  arrivedAt: instant,
  receivedAt: instant.nullable(),
  recalled: z.boolean(),
  version: z.int(),
  abilities: z.array(z.enum(RECEPTION_ABILITIES)),
})
export const listReceptionsOutput = z.object({ rows: z.array(receptionRow), nextCursor: z.string().nullable() })
export const receptionCountsOutput = z.object({
  /** Not yet received, received without a person, mine to do; recalled and still open, of my units. */
  arrived: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  recalled: z.int(),
})

export const receptionIdInput = z.strictObject({ receptionId: id })
/** The receiving unit's own copy. It stays whatever the sender does afterwards. */
export const receptionView = z.object({
  id,
  version: z.int(),
  state,
  number: z.string().nullable(),
  title: z.string(),
  body: richText,
  files: z.array(fileView),
  sender,
  /** 발신명의 and 수신 as they were sent, whoever took it in here. */
  paper: paperHead,
  /** The sender's dispatch, where it is in this agency and the reader may see it. */
  dispatchId: id.nullable(),
  approvers: z.array(approverMark),
  disclosure: z.enum(['open', 'partial', 'closed']),
  disclosureGrounds: z.array(z.string()),
  unit: unitRef,
  person: personAs.nullable(),
  arrivedAt: instant,
  releasedAt: instant,
  receivedAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: z.enum(['handled', 'task']).nullable(),
  closingNote: z.string().nullable(),
  taskCard: z.object({ id, name: z.string() }).nullable(),
  refusal: z.string().nullable(),
  recalled: z.object({ reason: z.string(), at: instant, late: z.boolean() }).nullable(),
  history: z.array(dispatchHistoryLine),
  abilities: z.array(z.enum(RECEPTION_ABILITIES)),
})

const target = { receptionId: id, version }
export const receptionActOutput = z.object({
  receptionId: id,
  version: z.int(),
  state,
  number: z.string().nullable(),
  taskCardId: id.nullable(),
})
/** 접수: takes a number of the unit's register; a receipt goes back. */
export const receiveReceptionInput = z.strictObject({ ...target, idempotencyKey })
/** 배부: another unit of the agency is in charge. Only before it is assigned. */
export const routeReceptionInput = z.strictObject({ ...target, unitId: id, reason })
/** Receives it too where nobody has. */
export const assignReceptionInput = z.strictObject({
  ...target,
  personId: id,
  note: z.string().trim().max(DISPATCH_LIMITS.note).default(''),
  idempotencyKey,
})
/** Ties it to a task card, or opens one for it; it is closed with that. */
export const receptionToTaskInput = z.strictObject({
  ...target,
  task: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), taskCardId: id }),
    z.strictObject({ kind: z.literal('new'), name: text(DISPATCH_LIMITS.name), unitTaskId: id }),
  ]),
  idempotencyKey,
})
export const closeReceptionInput = z.strictObject({
  ...target,
  note: z.string().trim().max(DISPATCH_LIMITS.note).default(''),
  idempotencyKey,
})
/** 반송: goes back with the reason; only before it is assigned. */
export const refuseReceptionInput = z.strictObject({ ...target, reason, idempotencyKey })

/** The unit that takes in what other agencies send (문서과); an administrator may change it. */
export const receptionDeskOutput = z.object({ unit: unitRef, chosen: z.boolean(), canChange: z.boolean() })
export const setReceptionDeskInput = z.strictObject({ unitId: id })
