import { z } from 'zod'
import { documentReceiver } from '../document/schemas.ts'
import { richText } from '../rich-text.ts'
import {
  approverMark,
  cursor,
  DISPATCH_ABILITIES,
  DISPATCH_LIMITS,
  DISPATCH_STATES,
  direction,
  dispatchHistoryLine,
  fileView,
  id,
  idempotencyKey,
  instant,
  localized,
  personAs,
  personRef,
  RECEIVER_STATES,
  reason,
  unitRef,
  version,
} from './schema-parts.ts'

const state = z.enum(DISPATCH_STATES)

export const listDispatchesInput = z.strictObject({
  /** `to-release`: wait for my release · `mine`: of documents I drafted · `unit`: of my units · `all`: whatever I may read. */
  scope: z.enum(['to-release', 'mine', 'unit', 'all']).default('unit'),
  state: state.optional(),
  unitId: id.optional(),
  /** The dispatch of one document. */
  documentId: id.optional(),
  search: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  cursor,
  direction,
  limit: z.int().min(1).max(100).default(25),
})
export const dispatchRow = z.object({
  id,
  documentId: id,
  documentNumber: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  state,
  unit: unitRef,
  drafter: personRef,
  /** The first receiver's name and how many there are; how many of them have received and have refused it. */
  receivers: z.object({ first: localized, of: z.int(), received: z.int(), refused: z.int() }),
  files: z.int(),
  approvedAt: instant,
  releasedAt: instant.nullable(),
  at: instant,
  version: z.int(),
  abilities: z.array(z.enum(DISPATCH_ABILITIES)),
})
export const listDispatchesOutput = z.object({ rows: z.array(dispatchRow), nextCursor: z.string().nullable() })
export const dispatchCountsOutput = z.object({
  /** Waiting for my release; sent back to me; of mine, refused by a receiver and still not withdrawn. */
  toRelease: z.int(),
  sentBack: z.int(),
  refused: z.int(),
})

export const dispatchIdInput = z.strictObject({ dispatchId: id })
export const dispatchReceiverView = z.object({
  id,
  kind: z.enum(['unit', 'agency']),
  name: localized,
  unitId: id.nullable(),
  agency: z.string().nullable(),
  state: z.enum(RECEIVER_STATES),
  /** 접수번호 and when, as the receiver has told. */
  receptionNumber: z.string().nullable(),
  receivedAt: instant.nullable(),
  refusal: z.string().nullable(),
  refusedAt: instant.nullable(),
  /** The receiver's record, where it is in this agency and the reader may see it. */
  receptionId: id.nullable(),
  recalledAt: instant.nullable(),
  /** True when the recall came after somebody was already working on it. */
  recallLate: z.boolean(),
})
/** 시행문: what leaves (R7). */
export const dispatchView = z.object({
  id,
  version: z.int(),
  state,
  number: z.string().nullable(),
  title: z.string(),
  body: richText,
  files: z.array(fileView),
  agency: localized,
  /** 발신명의: the head of the agency, or of the unit when it stays within the agency. */
  senderName: localized,
  unit: unitRef,
  drafter: personAs,
  document: z.object({ id, number: z.string(), title: z.string() }),
  showApprovers: z.boolean(),
  approvers: z.array(approverMark),
  receivers: z.array(dispatchReceiverView),
  approvedAt: instant,
  /** Who may release it: the head of the drafting unit. */
  releaser: personAs.nullable(),
  releasedBy: personAs.nullable(),
  releasedAt: instant.nullable(),
  sentBack: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  disclosure: z.enum(['open', 'partial', 'closed']),
  disclosureGrounds: z.array(z.string()),
  history: z.array(dispatchHistoryLine),
  abilities: z.array(z.enum(DISPATCH_ABILITIES)),
})

const target = { dispatchId: id, version }
export const dispatchActOutput = z.object({ dispatchId: id, version: z.int(), state, number: z.string().nullable() })
/** 시행승인: it takes its number and goes out to every receiver. */
export const releaseDispatchInput = z.strictObject({ ...target, idempotencyKey })
export const sendBackDispatchInput = z.strictObject({ ...target, reason })
/** After it was sent back: other receivers or 결재자표시. The approved words stay as they are; then it waits for release again. */
export const amendDispatchInput = z.strictObject({
  ...target,
  receivers: z.array(documentReceiver).min(1).max(DISPATCH_LIMITS.receivers),
  showApprovers: z.boolean(),
})
export const cancelDispatchInput = z.strictObject({ ...target, reason })
/** 회수: the receivers keep their copy with the mark; one nobody works on yet can no longer be acted on. */
export const withdrawDispatchInput = z.strictObject({ ...target, reason, idempotencyKey })
