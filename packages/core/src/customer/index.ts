export { answerPetition } from './commands/answer-petition.ts'
export { assignPetition } from './commands/assign-petition.ts'
export { completeTask } from './commands/complete-task.ts'
export { discardDraft } from './commands/discard-draft.ts'
export { draftAnswer } from './commands/draft-answer.ts'
export { extendDeadline } from './commands/extend-deadline.ts'
export { filePetition } from './commands/file-petition.ts'
export { fireTimers } from './commands/fire-timers.ts'
export { markRead } from './commands/mark-read.ts'
export { ratePetition } from './commands/rate-petition.ts'
export { refuseTransfer } from './commands/refuse-transfer.ts'
export { reopenPetition } from './commands/reopen-petition.ts'
export { requestSupplement } from './commands/request-supplement.ts'
export { saveDraft } from './commands/save-draft.ts'
export { sendMessage } from './commands/send-message.ts'
export { submitSupplement } from './commands/submit-supplement.ts'
export { takePetition } from './commands/take-petition.ts'
export { transferPetition } from './commands/transfer-petition.ts'
export { transferToAgency } from './commands/transfer-to-agency.ts'
export { withdrawPetition } from './commands/withdraw-petition.ts'
export { customerFor } from './customer.store.ts'
export { type StatutoryClock, type StatutoryClockInput, statutoryClock } from './domain/statutory-clock.ts'
export {
  petitionAssigned,
  petitionCompleted,
  petitionExtended,
  petitionFiled,
  petitionMessage,
  petitionNotice,
  petitionRated,
  petitionReceived,
  petitionReopened,
  petitionTransferRefused,
  petitionTransferred,
  petitionWithdrawn,
  supplementRequested,
  supplementSubmitted,
} from './events.ts'
export { customerEnvelopeHandlers } from './exchange.ts'
export { type CustomerFragment, customerFragment } from './fragment.ts'
export {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  importPetitions,
  type LogCases,
  type Rejection,
  readCases,
  readMapping,
} from './import/index.ts'
export { customerSchedules, timersJob } from './jobs.ts'
export { customerMessages } from './messages.ts'
export { can as canCustomer, type PetitionRight, type PetitionSubject } from './policy.ts'
export { getCatalogue, listTransferAgencies } from './queries/get-catalogue.ts'
export { getMyPetition } from './queries/get-my-petition.ts'
export { getPetition } from './queries/get-petition.ts'
export { getQueue, getQueueCounts } from './queries/get-queue.ts'
export { listDrafts } from './queries/list-drafts.ts'
export { listMyPetitions } from './queries/list-my-petitions.ts'
export { listVoices } from './queries/list-voices.ts'
export { mayFollowPetition, mayFollowQueue } from './queries/live-rights.ts'
export { mayReadPetitionFile, readPetitionFile } from './queries/read-petition-file.ts'
export { reportPetitions } from './queries/report-petitions.ts'
export { listServiceCases } from './queries/service-cases.ts'
export {
  type ReportPetitionsInput,
  type ReportPetitionsOutput,
  reportPetitionsInput,
  reportPetitionsOutput,
} from './report-schemas.ts'
export { customerMailSubscribers } from './subscribers.ts'
export { customerPart } from './synthesis.ts'
