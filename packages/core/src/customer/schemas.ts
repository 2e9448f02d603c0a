import { z } from 'zod'
import {
  type action,
  direction,
  fileIds,
  id,
  idempotencyKey,
  instant,
  localized,
  PETITION_LIMITS,
  reason,
  service,
  stage,
  stars,
  status,
  text,
  unit,
  version,
  visibility,
} from './schema-parts.ts'
import type { citizenPetition, officerPetition } from './view-schemas.ts'

export {
  type ServiceCasesInput,
  type ServiceCasesOutput,
  serviceCasesInput,
  serviceCasesOutput,
} from './case-schemas.ts'
export { reportPetitionsInput, reportPetitionsOutput } from './report-schemas.ts'
export { PETITION_ACTIONS, PETITION_LIMITS, PETITION_STAGES, PETITION_STATUSES } from './schema-parts.ts'
export { citizenPetition, officerPetition } from './view-schemas.ts'

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
  /** `turn`: of others, but a step of the process waits for the actor. */
  scope: z.enum(['mine', 'turn', 'unit', 'unassigned', 'all']).default('unit'),
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
  /** The name of the task that waits for the actor, though somebody else is in charge. */
  turn: z.string().nullable(),
  /** Whether the actor may take it. */
  canTake: z.boolean(),
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
  /** Petitions of others in which a step waits for the actor. */
  turn: z.int(),
  /** Lines of citizens nobody has read, in petitions of the actor. */
  unread: z.int(),
})

export const petitionIdInput = z.strictObject({ petitionId: id })
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
