import { z } from 'zod'
import {
  cursor,
  DIRECTIVE_ABILITIES,
  DIRECTIVE_STATES,
  DOCUMENT_LIMITS,
  direction,
  id,
  idempotencyKey,
  instant,
  personAs,
  text,
  unitRef,
} from './schema-parts.ts'

/** A directive of a document (지시사항) and how far it is. */
export const directiveLine = z.object({
  id,
  documentId: id,
  documentTitle: z.string(),
  documentNumber: z.string().nullable(),
  text: z.string(),
  giver: personAs,
  person: personAs,
  unit: unitRef,
  givenAt: instant,
  dueDate: z.iso.date().nullable(),
  state: z.enum(DIRECTIVE_STATES),
  overdue: z.boolean(),
  /** What the person says was done, each time, and what the giver said to it. */
  reports: z.array(
    z.object({
      id,
      kind: z.enum(['report', 'accepted', 'sent-back']),
      text: z.string(),
      person: z.string(),
      at: instant,
    }),
  ),
  closedAt: instant.nullable(),
  inTime: z.boolean().nullable(),
  version: z.int(),
  abilities: z.array(z.enum(DIRECTIVE_ABILITIES)),
})

export const listDirectivesInput = z.strictObject({
  /** `mine`: to do; `given`: by me; `unit`: of my units; `all`: whatever one may read. */
  scope: z.enum(['mine', 'given', 'unit', 'all']).default('mine'),
  state: z.enum([...DIRECTIVE_STATES, 'overdue', 'not-closed']).optional(),
  unitId: id.optional(),
  search: z.string().trim().max(100).optional(),
  cursor,
  direction,
  limit: z.int().min(1).max(100).default(25),
})
export const listDirectivesOutput = z.object({ rows: z.array(directiveLine), nextCursor: z.string().nullable() })
export const directiveCountsOutput = z.object({
  /** Mine that are open, mine that are late, given by me and reported as done. */
  open: z.int(),
  overdue: z.int(),
  toClose: z.int(),
})

/** 지시사항 이행 보고. */
export const reportDirectiveInput = z.strictObject({
  directiveId: id,
  version: z.int().positive(),
  report: text(DOCUMENT_LIMITS.report),
  idempotencyKey,
})
/** The giver (or who heads the giver's unit) takes it as done, or sends it back with what is missing. */
export const closeDirectiveInput = z.strictObject({
  directiveId: id,
  version: z.int().positive(),
  accept: z.boolean(),
  comment: z.string().trim().max(DOCUMENT_LIMITS.report).default(''),
  idempotencyKey,
})
export const directiveActOutput = z.object({ directiveId: id, version: z.int(), state: z.enum(DIRECTIVE_STATES) })
