import { z } from 'zod'
import { richText } from '../rich-text.ts'
import { ACCESS_SCOPES, DISCLOSURES, GRADES, RETENTIONS, ROUTE_ROLES } from '../values.ts'
import { directiveLine } from './directive-schemas.ts'
import { documentFieldValue } from './edit-schemas.ts'
import { proposedStep, routeStep } from './route-schemas.ts'
import {
  DIRECTIVE_KINDS,
  DISCLOSURE_GROUNDS,
  DOCUMENT_ABILITIES,
  documentState,
  id,
  instant,
  localized,
  PROCESS_ACTIONS,
  personAs,
  personRef,
  unitRef,
} from './schema-parts.ts'

export const documentField = z.object({
  key: z.string(),
  name: localized,
  type: z.enum(['text', 'long-text', 'date', 'number', 'choice', 'yes-no']),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), name: localized })).nullable(),
  help: localized.nullable(),
})

/** A kind of document as the agency's release declares it. */
export const documentKindView = z.object({
  key: z.string(),
  name: localized,
  description: localized,
  fields: z.array(documentField),
  retention: z.enum(RETENTIONS),
  disclosure: z.enum(DISCLOSURES),
  accessScope: z.enum(ACCESS_SCOPES),
  graded: z.boolean(),
  dispatched: z.boolean(),
})

/** What one needs to begin: kinds, 지식분류, the units one may draft for, agencies one may send to. */
export const documentKindsOutput = z.object({
  release: z.object({ hash: z.string(), version: z.string() }),
  kinds: z.array(documentKindView),
  knowledgeCategories: z.array(z.object({ key: z.string(), name: localized })),
  grades: z.object({ S: z.int(), A: z.int(), B: z.int(), C: z.int() }),
  units: z.array(unitRef),
  agencies: z.array(z.object({ slug: z.string(), name: localized })),
})

export const documentFileView = z.object({
  id,
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  /** Goes out with the dispatch. */
  dispatched: z.boolean(),
  attachedAt: instant,
})

/** One entry of the 경로부: never altered, in the order it was written. */
export const opinionView = z.object({
  id,
  sequence: z.int(),
  round: z.int(),
  stepId: id,
  role: z.enum(ROUTE_ROLES),
  person: personAs,
  actingFor: personAs.nullable(),
  delegated: z.boolean(),
  final: z.boolean(),
  actionType: z.enum(PROCESS_ACTIONS),
  directive: z.enum(DIRECTIVE_KINDS).nullable(),
  directives: z.array(z.string()),
  opinion: z.string(),
  grade: z.enum(GRADES).nullable(),
  at: instant,
})

export const attributesView = z.object({
  number: z.string().nullable(),
  accessScope: z.enum(ACCESS_SCOPES),
  extraUnits: z.array(unitRef),
  extraPeople: z.array(personRef),
  /** Who may read it now, in words to show: null is the whole agency. */
  audienceUnits: z.array(unitRef).nullable(),
  knowledgeCategory: z.object({ key: z.string(), name: localized }),
  retention: z.enum(RETENTIONS),
  /** Counted from 1 January after approval; the last day, null while open and for what is kept for good. */
  retentionFrom: z.iso.date().nullable(),
  retentionUntil: z.iso.date().nullable(),
  disclosure: z.enum(DISCLOSURES),
  disclosureGrounds: z.array(z.enum(DISCLOSURE_GROUNDS)),
  disclosureNote: z.string(),
})

export const dispatchPlanView = z.object({
  title: z.string(),
  body: richText,
  receivers: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unit'), unitId: id, name: localized }),
      z.object({ kind: z.literal('agency'), agency: z.string(), name: localized }),
    ]),
  ),
  fileIds: z.array(id),
  showApprovers: z.boolean(),
})

export const documentHistoryLine = z.object({
  id,
  /** `created`, `submitted`, `processed`, `withdrawn`, `route-changed`, `delegated`, `attributes-changed`, `superseded`, `approved`. */
  kind: z.string(),
  person: personAs.nullable(),
  reason: z.string().nullable(),
  /** What changed, as names of attributes or figures; never the words of the document. */
  facts: z.record(z.string(), z.unknown()),
  at: instant,
})

const linked = z.object({ id, number: z.string().nullable(), title: z.string(), state: documentState })

/** A document card (R4–R7) with all that hangs on it, for somebody in its 열람범위. */
export const documentView = z.object({
  id,
  version: z.int(),
  routeVersion: z.int(),
  round: z.int(),
  state: documentState,
  title: z.string(),
  kind: documentKindView,
  release: z.object({ hash: z.string(), version: z.string() }),
  unit: unitRef,
  drafter: personAs,
  fields: z.record(z.string(), documentFieldValue),
  body: richText,
  files: z.array(documentFileView),
  taskCards: z.array(z.object({ id, name: z.string() })),
  unitTask: z.object({ id, name: z.string(), path: z.array(z.string()) }).nullable(),
  attributes: attributesView,
  /** The steps of the running (or last) round; before the first submission the plan, with what stands in its way. */
  route: z.array(routeStep),
  plan: z.array(proposedStep.extend({ request: routeStep.shape.request, actingFor: personAs.nullable() })),
  /** Steps of earlier rounds. */
  earlier: z.array(routeStep),
  opinions: z.array(opinionView),
  /** The drafter's last line of the 경로부 (`시행`): open until every directive is done and the dispatch has left. */
  execution: z.object({ person: personAs, state: z.enum(['open', 'closed']) }).nullable(),
  grade: z.enum(GRADES).nullable(),
  changeNote: z.string().nullable(),
  directives: z.array(directiveLine),
  /** 시행정보 as planned; what became of it is the dispatch's own record. */
  dispatch: dispatchPlanView.nullable(),
  versions: z.array(
    z.object({ number: z.int(), round: z.int(), savedAt: instant, person: personRef.nullable(), note: z.string() }),
  ),
  history: z.array(documentHistoryLine),
  supersedes: linked.nullable(),
  supersededBy: linked.nullable(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  completedAt: instant.nullable(),
  changed: z.object({ at: instant, by: z.string().nullable() }),
  /** The step that waits for the reader; null when none does. */
  myStepId: id.nullable(),
  /** Whether processing it as the final approver wants a grade of the reader. */
  needsGrade: z.boolean(),
  abilities: z.array(z.enum(DOCUMENT_ABILITIES)),
})

export const compareVersionsInput = z.strictObject({
  documentId: id,
  before: z.int().positive(),
  /** Left out: what stands there now. */
  after: z.int().positive().optional(),
})
const change = z.object({ before: z.string(), after: z.string() })
export const compareVersionsOutput = z.object({
  title: change.nullable(),
  fields: z.array(change.extend({ key: z.string(), name: localized })),
  /** Paragraphs in reading order; a changed one is its old line and its new line. */
  body: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  files: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
})

/** What the official form shows: the row of approvals (결재란), 협조, numbers and management. */
export const printDocumentOutput = z.object({
  agency: localized,
  unit: localized,
  kind: localized,
  title: z.string(),
  number: z.string().nullable(),
  body: richText,
  fields: z.array(z.object({ name: localized, value: z.string() })),
  files: z.array(z.string()),
  drafter: personAs,
  draftedAt: instant,
  /** 결재란 from the drafter to the approver; `mark`: what stands above the name (`전결`, `대결`). */
  approvals: z.array(
    z.object({
      role: z.enum(['draft', 'review', 'approve']),
      person: personAs,
      actingFor: personAs.nullable(),
      mark: z.enum(['delegated', 'acting', 'delegated-acting']).nullable(),
      at: instant.nullable(),
    }),
  ),
  consents: z.array(z.object({ person: personAs, at: instant.nullable() })),
  state: documentState,
  completedAt: instant.nullable(),
  grade: z.enum(GRADES).nullable(),
  attributes: attributesView,
  receivers: z.array(localized),
})
