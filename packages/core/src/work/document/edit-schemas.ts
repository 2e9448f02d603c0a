import { z } from 'zod'
import { richText } from '../rich-text.ts'
import { ACCESS_SCOPES, DISCLOSURES, GRADES, RETENTIONS } from '../values.ts'
import { routeInput } from './route-schemas.ts'
import {
  DIRECTIVE_KINDS,
  DISCLOSURE_GROUNDS,
  DOCUMENT_LIMITS,
  documentState,
  id,
  idempotencyKey,
  instant,
  PROCESS_ACTIONS,
  reason,
  text,
  version,
} from './schema-parts.ts'

/** A field's value by the field's type: texts and choices as text, dates as `YYYY-MM-DD`. Null clears it. */
export const documentFieldValue = z
  .union([z.string().max(DOCUMENT_LIMITS.fieldText), z.number(), z.boolean()])
  .nullable()
export const documentFieldValues = z.record(z.string().max(60), documentFieldValue)

export const documentReceiver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: id }),
  z.strictObject({ kind: z.literal('agency'), agency: text(60) }),
])

/** 시행정보: what goes out once the document is approved and the team head releases it. */
export const dispatchPlan = z.strictObject({
  title: z.string().trim().max(DOCUMENT_LIMITS.title),
  body: richText,
  receivers: z.array(documentReceiver).max(DOCUMENT_LIMITS.receivers),
  /** Of the document's files, those that go along. */
  fileIds: z.array(id).max(DOCUMENT_LIMITS.files).default([]),
  /** 결재자표시: whether the approvers' names stand on it. */
  showApprovers: z.boolean().default(true),
})

/** 관리속성 without what the product computes (number, end of keeping). */
export const managementAttributes = z.strictObject({
  accessScope: z.enum(ACCESS_SCOPES),
  /** Readers beside the scope. */
  extraUnitIds: z.array(id).max(DOCUMENT_LIMITS.people).default([]),
  extraPersonIds: z.array(id).max(DOCUMENT_LIMITS.people).default([]),
  knowledgeCategory: text(60),
  retention: z.enum(RETENTIONS),
  disclosure: z.enum(DISCLOSURES),
  /** At least one unless open. */
  disclosureGrounds: z.array(z.enum(DISCLOSURE_GROUNDS)).max(8).default([]),
  /** Which part is closed, for a partial disclosure. */
  disclosureNote: z.string().trim().max(DOCUMENT_LIMITS.reason).default(''),
})

/** Opens a draft with the kind's defaults, or with what stands in another document. */
export const createDocumentInput = z.strictObject({
  kindKey: text(60),
  /** One of the drafter's units; the first when left out. */
  unitId: id.optional(),
  title: z.string().trim().max(DOCUMENT_LIMITS.title).optional(),
  taskCardIds: z.array(id).max(DOCUMENT_LIMITS.taskCards).default([]),
  unitTaskId: id.nullable().default(null),
  /** Copies title, fields, body and files from it. */
  basedOnId: id.optional(),
  /** The approved document this one will take the place of; copied too. */
  supersedesId: id.optional(),
  idempotencyKey,
})

/** What every act on a document answers: enough to go on. */
export const documentActOutput = z.object({
  documentId: id,
  version: z.int(),
  routeVersion: z.int(),
  state: documentState,
  number: z.string().nullable(),
})

/** Saves what is given and leaves the rest; for autosave. Only a draft, or one that came back to its drafter. */
export const saveDocumentInput = z.strictObject({
  documentId: id,
  version: z.int().positive(),
  kindKey: text(60).optional(),
  unitId: id.optional(),
  title: z.string().trim().max(DOCUMENT_LIMITS.title).optional(),
  fields: documentFieldValues.optional(),
  body: richText.optional(),
  fileIds: z.array(id).max(DOCUMENT_LIMITS.files).optional(),
  taskCardIds: z.array(id).max(DOCUMENT_LIMITS.taskCards).optional(),
  unitTaskId: id.nullable().optional(),
  attributes: managementAttributes.optional(),
  route: routeInput.optional(),
  dispatch: dispatchPlan.nullable().optional(),
  /** Keeps this state as a version to compare with; a submission always does. */
  keepVersion: z.boolean().default(false),
})
export const saveDocumentOutput = z.object({ documentId: id, version: z.int(), savedAt: instant })
export const documentIdInput = z.strictObject({ documentId: id })
export const discardDocumentInput = z.strictObject({ documentId: id, version })

/** Sends it on its route; from the second time on with what has changed (`changeNote`). */
export const submitDocumentInput = z.strictObject({
  documentId: id,
  version: z.int().positive(),
  changeNote: z.string().trim().max(DOCUMENT_LIMITS.reason).default(''),
  idempotencyKey,
})

/** 회수: with a reason once somebody on the route has acted. */
export const withdrawDocumentInput = z.strictObject({
  documentId: id,
  routeVersion: z.int().positive(),
  reason: z.string().trim().max(DOCUMENT_LIMITS.reason).default(''),
  idempotencyKey,
})

/** 문서처리 (R5). `revise`, `hold` and `stop` want at least one text in `directives`; `execute` makes each a directive to follow. */
export const processDocumentInput = z.strictObject({
  documentId: id,
  routeVersion: z.int().positive(),
  actionType: z.enum(PROCESS_ACTIONS),
  directive: z.enum(DIRECTIVE_KINDS).optional(),
  directives: z
    .array(
      z.strictObject({
        text: text(DOCUMENT_LIMITS.directive),
        dueDate: z.iso.date().nullable().default(null),
        /** Who is to do it; the drafter when left out. */
        personId: id.nullable().default(null),
      }),
    )
    .max(DOCUMENT_LIMITS.directives)
    .default([]),
  opinion: z.string().trim().max(DOCUMENT_LIMITS.opinion).default(''),
  /** Required of the final approver of a kind that is graded. */
  grade: z.enum(GRADES).optional(),
  idempotencyKey,
})

/** Approves (보고) several; what needs a grade or is not the reader's turn is left out with the reason. */
export const processManyInput = z.strictObject({
  documents: z
    .array(z.strictObject({ documentId: id, routeVersion: z.int().positive() }))
    .min(1)
    .max(DOCUMENT_LIMITS.bulk),
  opinion: z.string().trim().max(DOCUMENT_LIMITS.opinion).default(''),
  idempotencyKey,
})
export const processManyOutput = z.object({
  results: z.array(
    z.object({
      documentId: id,
      outcome: z.enum(['done', 'skipped']),
      /** The error's code where it was skipped, as in `document.grade-needed`. */
      code: z.string().nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      state: documentState.nullable(),
      number: z.string().nullable(),
    }),
  ),
})

/** Before approval by the drafter; after it by the head of the unit or a records manager, with a reason. */
export const changeAttributesInput = z.strictObject({
  documentId: id,
  version: z.int().positive(),
  attributes: managementAttributes,
  reason: z.string().trim().max(DOCUMENT_LIMITS.reason).default(''),
})

/** A unit goes on from number `last` of the register it kept before; once a year, before its first number here. */
export const continueRegisterInput = z.strictObject({
  unitId: id,
  year: z.int().min(1989).max(9999),
  last: z.int().min(1).max(9_999_999),
  reason,
})
export const continueRegisterOutput = z.object({ unitId: id, year: z.int(), last: z.int() })
