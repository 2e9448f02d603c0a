import { z } from 'zod'
import { DISCLOSURES, GRADES, RETENTIONS, ROUTE_ROLES } from '../values.ts'
import {
  cursor,
  direction,
  documentState,
  id,
  instant,
  localized,
  personAs,
  personRef,
  STEP_REQUESTS,
  text,
  unitRef,
} from './schema-parts.ts'

/**
 * 결재함. `waiting`: my turn · `upcoming`: on its way to me · `returned`: mine, sent back or withdrawn · `held`: stands still
 * at me, or mine stands still · `in-progress`: mine or seen by me, still running · `drafts` · `done`: mine or seen by me, ended.
 */
export const INBOX_BOXES = ['waiting', 'upcoming', 'returned', 'held', 'in-progress', 'drafts', 'done'] as const

export const inboxInput = z.strictObject({
  box: z.enum(INBOX_BOXES).default('waiting'),
  kindKey: text(60).optional(),
  role: z.enum(ROUTE_ROLES).optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(['date', 'title']).default('date'),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor,
  direction,
  limit: z.int().min(1).max(100).default(25),
})
export const inboxRow = z.object({
  id,
  title: z.string(),
  number: z.string().nullable(),
  kind: z.object({ key: z.string(), name: localized, graded: z.boolean(), dispatched: z.boolean() }),
  state: documentState,
  unit: unitRef,
  drafter: personRef,
  round: z.int(),
  files: z.int(),
  /** When it came to the box: the turn, the return, the end. */
  at: instant,
  submittedAt: instant.nullable(),
  completedAt: instant.nullable(),
  /** The reader's own step of the running round. */
  step: z
    .object({
      id,
      role: z.enum(ROUTE_ROLES),
      request: z.object({ action: z.enum(STEP_REQUESTS), note: z.string() }),
      final: z.boolean(),
      delegated: z.boolean(),
      actingFor: personAs.nullable(),
    })
    .nullable(),
  /** Who it waits for now. */
  waitingFor: z.array(personRef),
  /** Steps done, of all. */
  progress: z.object({ done: z.int(), of: z.int() }),
  grade: z.enum(GRADES).nullable(),
  /** Whether processing it wants a grade, so that bulk approval leaves it out. */
  needsGrade: z.boolean(),
  version: z.int(),
  routeVersion: z.int(),
})
export const inboxOutput = z.object({ rows: z.array(inboxRow), nextCursor: z.string().nullable() })
export const inboxCountsOutput = z.object({
  waiting: z.int(),
  upcoming: z.int(),
  returned: z.int(),
  held: z.int(),
  inProgress: z.int(),
  drafts: z.int(),
  /** Waiting ones by what is asked: 검토, 협조, 결재. */
  review: z.int(),
  consent: z.int(),
  approve: z.int(),
})

const filters = {
  /** Words of number, title, body and attachments. */
  search: z.string().trim().max(100).optional(),
  kindKey: text(60).optional(),
  unitId: id.optional(),
  /** With `unitId`: the units below it too. */
  below: z.boolean().default(false),
  drafterId: id.optional(),
  state: documentState.optional(),
  grade: z.enum(GRADES).optional(),
  disclosure: z.enum(DISCLOSURES).optional(),
  retention: z.enum(RETENTIONS).optional(),
  knowledgeCategory: text(60).optional(),
  unitTaskId: id.optional(),
  taskCardId: id.optional(),
  /** Days of completion (of drafting while it runs), both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
}
export const listDocumentsInput = z.strictObject({
  ...filters,
  sort: z.enum(['date', 'title']).default('date'),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor,
  direction,
  limit: z.int().min(1).max(100).default(25),
})
export const documentRow = z.object({
  id,
  number: z.string().nullable(),
  title: z.string(),
  kind: z.object({ key: z.string(), name: localized }),
  state: documentState,
  unit: unitRef,
  drafter: personRef,
  approver: z.string().nullable(),
  grade: z.enum(GRADES).nullable(),
  disclosure: z.enum(DISCLOSURES),
  retention: z.enum(RETENTIONS),
  files: z.int(),
  /** The day it is listed under: completion, else submission, else its beginning. */
  at: instant,
  completedAt: instant.nullable(),
  superseded: z.boolean(),
})
export const listDocumentsOutput = z.object({ rows: z.array(documentRow), nextCursor: z.string().nullable() })
export const countDocumentsInput = z.strictObject(filters)
/** Counted up to 1,000; beyond it `more` is true. */
export const countDocumentsOutput = z.object({ total: z.int(), more: z.boolean() })
/** At most 5,000 rows; `cut` says that there are more. */
export const exportDocumentsInput = z.strictObject({ ...filters })
export const exportDocumentsOutput = z.object({
  rows: z.array(documentRow.extend({ unitTask: z.string().nullable(), knowledgeCategory: localized })),
  cut: z.boolean(),
})

/** 문서등록대장 of a unit and year: every number taken, whatever for. Titles of what one may not read are left out. */
export const listRegisterInput = z.strictObject({
  unitId: id,
  year: z.int().min(1989).max(9999),
  cursor,
  direction,
  limit: z.int().min(1).max(200).default(50),
})
export const listRegisterOutput = z.object({
  rows: z.array(
    z.object({
      serial: z.int(),
      number: z.string(),
      kind: z.enum(['document', 'dispatch', 'reception']),
      /** Null outside the reader's 열람범위. */
      subject: z.object({ id, title: z.string() }).nullable(),
      takenAt: instant,
    }),
  ),
  nextCursor: z.string().nullable(),
  /** The last number, and from which one it went on where an older register was taken over. */
  last: z.int(),
  continuedFrom: z.int().nullable(),
  years: z.array(z.int()),
  canContinue: z.boolean(),
})
