import { z } from 'zod'

export { reportPetitionsInput, reportPetitionsOutput } from './report-schemas.ts'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const PETITION_LIMITS = {
  title: 200,
  body: 20_000,
  answer: 50_000,
  message: 4_000,
  reason: 1_000,
  comment: 2_000,
  files: 10,
} as const

export const PETITION_STAGES = ['received', 'assigned', 'review', 'completed'] as const
export const PETITION_STATUSES = [
  'open',
  'supplement',
  'transferring',
  'completed',
  'withdrawn',
  'transferred',
  'returned',
] as const
export const PETITION_ACTIONS = [
  'take',
  'assign',
  'transfer',
  'transfer-to-agency',
  'refuse-transfer',
  'request-supplement',
  'submit-supplement',
  'extend',
  'message',
  'draft-answer',
  'complete-task',
  'answer',
  'rate',
  'reopen',
  'withdraw',
] as const

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const text = (max: number) => z.string().trim().min(1).max(max)
const reason = text(PETITION_LIMITS.reason)
const fileIds = z.array(id).max(PETITION_LIMITS.files).default([])
const version = z.int().positive().optional()
const idempotencyKey = z.string().min(8).max(100).optional()
const visibility = z.enum(['private', 'public'])
/** What a paging client sends along with its cursor; pages go forward only. */
const direction = z.enum(['forward']).optional()
const localized = z.object({ ko: z.string(), en: z.string() })
const stage = z.enum(PETITION_STAGES)
const status = z.enum(PETITION_STATUSES)
const action = z.enum(PETITION_ACTIONS)
const stars = z.int().min(1).max(5)

/** Someone without an account for whom an officer or the importer files. */
export const caller = z.strictObject({
  name: text(100),
  email: z.email().max(254).optional(),
  phone: text(40).optional(),
  kind: z.enum(['general', 'business', 'policy']).optional(),
})

export const filePetitionInput = z.strictObject({
  serviceKey: text(100),
  title: text(PETITION_LIMITS.title),
  body: text(PETITION_LIMITS.body),
  visibility: visibility.default('private'),
  channel: text(40).default('web'),
  fileIds,
  draftId: id.optional(),
  caller: caller.optional(),
  externalRef: text(PETITION_LIMITS.title).optional(),
  idempotencyKey,
})
export const filePetitionOutput = z.object({
  petitionId: id,
  number: z.string(),
  unitId: id,
  personId: id.nullable(),
  dueAt: instant,
})

export const saveDraftInput = z.strictObject({
  draftId: id.optional(),
  serviceKey: z.string().max(100).nullable().default(null),
  title: z.string().max(PETITION_LIMITS.title).default(''),
  body: z.string().max(PETITION_LIMITS.body).default(''),
  visibility: visibility.default('private'),
  fileIds,
  version,
})
export const saveDraftOutput = z.object({ draftId: id, version: z.int(), savedAt: instant })
export const discardDraftInput = z.strictObject({ draftId: id })

const target = { petitionId: id, version }
/** What every act on a petition answers: enough for the client to go on editing. */
export const actOutput = z.object({ petitionId: id, version: z.int(), stage, status })

export const takePetitionInput = z.strictObject(target)
export const assignPetitionInput = z.strictObject({ ...target, personId: id.nullable(), reason: reason.optional() })
export const transferPetitionInput = z.strictObject({ ...target, unitId: id, reason })
export const transferToAgencyInput = z.strictObject({ ...target, agency: text(60), reason })
export const refuseTransferInput = z.strictObject({ ...target, reason })
export const requestSupplementInput = z.strictObject({
  ...target,
  request: text(PETITION_LIMITS.message),
  /** Working days the citizen gets. */
  days: z.int().min(1).max(60).default(7),
})
export const submitSupplementInput = z.strictObject({ ...target, reply: text(PETITION_LIMITS.body), fileIds })
export const extendDeadlineInput = z.strictObject({ ...target, reason })
export const sendMessageInput = z.strictObject({ petitionId: id, body: text(PETITION_LIMITS.message) })
export const sendMessageOutput = z.object({ messageId: id, sentAt: instant })
export const markReadInput = z.strictObject({ petitionId: id })
export const markReadOutput = z.object({ read: z.int() })
export const draftAnswerInput = z.strictObject({
  petitionId: id,
  body: z.string().max(PETITION_LIMITS.answer),
  fileIds,
  /** The draft's own version, not the petition's. */
  version,
})
export const draftAnswerOutput = z.object({ version: z.int(), savedAt: instant })
export const completeTaskInput = z.strictObject({
  ...target,
  element: text(100),
  result: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
  note: z.string().trim().max(PETITION_LIMITS.reason).optional(),
})
export const answerPetitionInput = z.strictObject({
  ...target,
  body: text(PETITION_LIMITS.answer),
  fileIds,
  idempotencyKey,
})
export const ratePetitionInput = z.strictObject({
  petitionId: id,
  promptness: stars,
  kindness: stars,
  attitude: stars,
  overall: stars,
  comment: z.string().trim().max(PETITION_LIMITS.comment).optional(),
  idempotencyKey,
})
export const ratePetitionOutput = z.object({ ratingId: id, sequence: z.int() })
export const reopenPetitionInput = z.strictObject({ ...target, reason })
export const withdrawPetitionInput = z.strictObject({ ...target, reason: reason.optional() })

export const queueInput = z.strictObject({
  scope: z.enum(['mine', 'unit', 'unassigned', 'all']).default('unit'),
  unitId: id.optional(),
  state: z.enum(['open', 'closed']).default('open'),
  status: status.optional(),
  serviceKey: z.string().max(100).optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(['due', 'received']).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(25),
})
const unit = z.object({ id, name: localized })
const person = z.object({ id, name: z.string(), title: localized.nullable(), phone: z.string().nullable() })
export const queueRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  serviceKey: z.string(),
  service: localized,
  channel: z.string(),
  stage,
  status,
  unit,
  person: z.object({ id, name: z.string() }).nullable(),
  customerName: z.string().nullable(),
  receivedAt: instant,
  dueAt: instant,
  completedAt: instant.nullable(),
  overdue: z.boolean(),
  unread: z.int(),
  /** The name of the task of the process that waits. */
  task: z.string().nullable(),
  version: z.int(),
})
export const queueOutput = z.object({ rows: z.array(queueRow), nextCursor: z.string().nullable() })
export const queueCountsInput = z.strictObject({ unitId: id.optional() })
export const queueCountsOutput = z.object({
  open: z.int(),
  overdue: z.int(),
  dueToday: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  /** Lines of citizens nobody has read, in petitions of the actor. */
  unread: z.int(),
})

const file = z.object({
  id,
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  part: z.enum(['request', 'supplement', 'answer']),
  partId: id.nullable(),
})
const message = z.object({
  id,
  sender: z.enum(['citizen', 'officer']),
  name: z.string(),
  body: z.string(),
  sentAt: instant,
  readAt: instant.nullable(),
})
const supplement = z.object({
  id,
  status: z.enum(['open', 'submitted', 'lapsed']),
  request: z.string(),
  requestedAt: instant,
  until: instant,
  reply: z.string().nullable(),
  submittedAt: instant.nullable(),
})
const answer = z.object({
  id,
  sequence: z.int(),
  status: z.enum(['draft', 'submitted', 'final']),
  body: z.string(),
  fileIds: z.array(id),
  savedAt: instant,
  answeredAt: instant.nullable(),
  version: z.int(),
})
const rating = z.object({
  sequence: z.int(),
  promptness: stars,
  kindness: stars,
  attitude: stars,
  overall: stars,
  comment: z.string().nullable(),
  ratedAt: instant,
})
const transfer = z.object({
  direction: z.enum(['out', 'in']),
  agency: z.object({ slug: z.string(), name: localized }),
  number: z.string().nullable(),
  status: z.enum(['sent', 'received', 'refused']),
  reason: z.string(),
  refusal: z.string().nullable(),
  sentAt: instant,
  decidedAt: instant.nullable(),
})
const step = z.object({
  id,
  kind: z.string(),
  stage,
  /** The process element's own name, where the step completed one. */
  task: z.string().nullable(),
  at: instant,
  recordedAt: instant,
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  unit: unit.nullable(),
  person: person.nullable(),
  reason: z.string().nullable(),
})
const service = z.object({
  key: z.string(),
  name: localized,
  area: z.object({ key: z.string(), name: localized }),
  petitionType: z.string(),
  period: z.object({ unit: z.enum(['hours', 'days']), amount: z.int() }),
})
const clockView = z.object({
  basis: z.enum(['hours', 'days']),
  elapsedMinutes: z.int(),
  elapsedDays: z.string(),
  paused: z.boolean(),
  extended: z.boolean(),
  trace: z.array(
    z.object({
      date: z.iso.date(),
      counted: z.boolean(),
      /** A key of the message catalogue. */
      reasonKey: z.string(),
      name: z.string().nullable(),
      minutes: z.int(),
      due: z.boolean(),
    }),
  ),
})

export const petitionIdInput = z.strictObject({ petitionId: id })
export const officerPetition = z.object({
  id,
  number: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  visibility,
  channel: z.string(),
  service,
  release: z.object({ hash: z.string(), version: z.string() }),
  process: z.object({ key: z.string(), name: localized }),
  stage,
  status,
  outcome: z.string().nullable(),
  unit,
  person: person.nullable(),
  customer: z
    .object({ id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), kind: z.string() })
    .nullable(),
  filedAt: instant,
  receivedAt: instant,
  dueAt: instant,
  completedAt: instant.nullable(),
  withinDeadline: z.boolean().nullable(),
  workingMinutes: z.int().nullable(),
  statutoryDays: z.string().nullable(),
  sequence: z.int(),
  workItems: z.array(
    z.object({
      element: z.string(),
      name: z.string(),
      action: z.string(),
      stage: stage.nullable(),
      performer: z.string(),
      mine: z.boolean(),
      /** What ending the task may bring, by name. */
      results: z.record(z.string(), z.enum(['string', 'double', 'bool'])),
    }),
  ),
  steps: z.array(step),
  messages: z.array(message),
  files: z.array(file),
  supplements: z.array(supplement),
  answers: z.array(answer),
  ratings: z.array(rating),
  transfers: z.array(transfer),
  clock: clockView,
  abilities: z.array(action),
  changed: z.object({ at: instant, by: z.string().nullable() }),
})

export const citizenPetition = z.object({
  id,
  number: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  visibility,
  service,
  stage,
  status,
  outcome: z.string().nullable(),
  filedAt: instant,
  receivedAt: instant,
  dueAt: instant,
  completedAt: instant.nullable(),
  period: z.object({ unit: z.enum(['hours', 'days']), amount: z.int(), elapsed: z.int() }),
  stages: z.array(z.object({ stage, state: z.enum(['done', 'current', 'todo']), at: instant.nullable() })),
  unit,
  officer: person.nullable(),
  steps: z.array(
    step.pick({ id: true, kind: true, stage: true, task: true, at: true, unit: true, person: true, reason: true }),
  ),
  messages: z.array(message),
  files: z.array(file),
  supplement: supplement.nullable(),
  answers: z.array(answer.omit({ version: true, status: true })),
  ratings: z.array(rating),
  transfer: transfer.nullable(),
  satisfaction: z.object({
    items: z.array(z.object({ key: z.string(), name: localized })),
    rateUntil: instant.nullable(),
    reopenUntil: instant.nullable(),
  }),
  abilities: z.array(action),
})

export const myPetitionsInput = z.strictObject({
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(20),
})
export const myPetitionsOutput = z.object({
  rows: z.array(
    z.object({
      id,
      number: z.string(),
      title: z.string(),
      service: localized,
      stage,
      status,
      filedAt: instant,
      dueAt: instant,
      completedAt: instant.nullable(),
      rated: z.boolean(),
      unread: z.int(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export const draftsOutput = z.object({
  drafts: z.array(
    z.object({
      id,
      serviceKey: z.string().nullable(),
      title: z.string(),
      body: z.string(),
      visibility,
      files: z.array(z.object({ id, name: z.string(), size: z.int(), mediaType: z.string() })),
      savedAt: instant,
      version: z.int(),
    }),
  ),
})
export const voicesInput = z.strictObject({
  tone: z.enum(['praise', 'complaint', 'all']).default('all'),
  serviceKey: z.string().max(100).optional(),
  unitId: id.optional(),
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(20),
})
export const voicesOutput = z.object({
  rows: z.array(
    z.object({
      ratingId: id,
      petitionId: id,
      service: localized,
      unit,
      promptness: stars,
      kindness: stars,
      attitude: stars,
      overall: stars,
      comment: z.string(),
      ratedAt: instant,
    }),
  ),
  nextCursor: z.string().nullable(),
})
export const catalogueOutput = z.object({
  release: z.object({ hash: z.string(), version: z.string() }),
  areas: z.array(
    z.object({
      key: z.string(),
      name: localized,
      description: localized,
      services: z.array(
        service
          .extend({ description: localized, form: z.record(z.string(), z.json()).nullable() })
          .omit({ area: true }),
      ),
    }),
  ),
})
export const agenciesOutput = z.object({ agencies: z.array(z.object({ slug: z.string(), name: localized })) })

export type PetitionAction = z.infer<typeof action>
export type PetitionStage = z.infer<typeof stage>
export type PetitionStatus = z.infer<typeof status>
export type FilePetitionInput = z.input<typeof filePetitionInput>
export type FilePetitionOutput = z.infer<typeof filePetitionOutput>
export type SaveDraftInput = z.input<typeof saveDraftInput>
export type SaveDraftOutput = z.infer<typeof saveDraftOutput>
export type DiscardDraftInput = z.input<typeof discardDraftInput>
export type ActOutput = z.infer<typeof actOutput>
export type TakePetitionInput = z.input<typeof takePetitionInput>
export type AssignPetitionInput = z.input<typeof assignPetitionInput>
export type TransferPetitionInput = z.input<typeof transferPetitionInput>
export type TransferToAgencyInput = z.input<typeof transferToAgencyInput>
export type RefuseTransferInput = z.input<typeof refuseTransferInput>
export type RequestSupplementInput = z.input<typeof requestSupplementInput>
export type SubmitSupplementInput = z.input<typeof submitSupplementInput>
export type ExtendDeadlineInput = z.input<typeof extendDeadlineInput>
export type SendMessageInput = z.input<typeof sendMessageInput>
export type SendMessageOutput = z.infer<typeof sendMessageOutput>
export type MarkReadInput = z.input<typeof markReadInput>
export type MarkReadOutput = z.infer<typeof markReadOutput>
export type DraftAnswerInput = z.input<typeof draftAnswerInput>
export type DraftAnswerOutput = z.infer<typeof draftAnswerOutput>
export type CompleteTaskInput = z.input<typeof completeTaskInput>
export type AnswerPetitionInput = z.input<typeof answerPetitionInput>
export type RatePetitionInput = z.input<typeof ratePetitionInput>
export type RatePetitionOutput = z.infer<typeof ratePetitionOutput>
export type ReopenPetitionInput = z.input<typeof reopenPetitionInput>
export type WithdrawPetitionInput = z.input<typeof withdrawPetitionInput>
export type QueueInput = z.input<typeof queueInput>
export type QueueRow = z.infer<typeof queueRow>
export type QueueCountsInput = z.input<typeof queueCountsInput>
export type QueueCountsOutput = z.infer<typeof queueCountsOutput>
export type QueueOutput = z.infer<typeof queueOutput>
export type PetitionIdInput = z.input<typeof petitionIdInput>
export type OfficerPetition = z.infer<typeof officerPetition>
export type CitizenPetition = z.infer<typeof citizenPetition>
export type MyPetitionsInput = z.input<typeof myPetitionsInput>
export type MyPetitionsOutput = z.infer<typeof myPetitionsOutput>
export type DraftsOutput = z.infer<typeof draftsOutput>
export type VoicesInput = z.input<typeof voicesInput>
export type VoicesOutput = z.infer<typeof voicesOutput>
export type CatalogueOutput = z.infer<typeof catalogueOutput>
export type AgenciesOutput = z.infer<typeof agenciesOutput>
