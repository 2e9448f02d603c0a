export type { DocumentActResult } from './act.ts'
export { changeAttributes } from './commands/change-attributes.ts'
export { actorAs, changeRoute } from './commands/change-route.ts'
export { closeDirective } from './commands/close-directive.ts'
export { continueRegister } from './commands/continue-register.ts'
export { createDocument } from './commands/create-document.ts'
export { delegateStep } from './commands/delegate-step.ts'
export { deleteRoute } from './commands/delete-route.ts'
export { discardDocument } from './commands/discard-document.ts'
export { processDocument } from './commands/process-document.ts'
export { processMany } from './commands/process-many.ts'
export { reportDirective } from './commands/report-directive.ts'
export { saveDocument } from './commands/save-document.ts'
export { saveRoute } from './commands/save-route.ts'
export { submitDocument } from './commands/submit-document.ts'
export { withdrawDocument } from './commands/withdraw-document.ts'
export { checkReceivers } from './content-checks.ts'
export {
  type DispatchPlan,
  findDocument,
  list as arrayOf,
  type PersonAs,
  type StoredDocument,
} from './document.store.ts'
export { daySpan, seoulDay } from './domain/day.ts'
export {
  directiveClosed,
  directiveGiven,
  documentApproved,
  documentHeld,
  documentReturned,
  documentStopped,
  documentSubmitted,
  documentWithdrawn,
} from './events.ts'
export { documentFileIds } from './files.store.ts'
export { documentJobs, documentSchedules } from './jobs.ts'
export { documentMessages } from './messages.ts'
export { headsOf, peopleAs, postsOf, unitNames } from './people.store.ts'
export { keepsRecords } from './policy.ts'
export { compareVersions } from './queries/compare-versions.ts'
export { getDirectiveCounts, listDirectives } from './queries/directives.ts'
export { contentOf, getDocument } from './queries/get-document.ts'
export { getInbox, getInboxCounts } from './queries/get-inbox.ts'
export { getDocumentKinds } from './queries/get-kinds.ts'
export { countDocuments, exportDocuments, listDocuments } from './queries/list-documents.ts'
export { listRegister } from './queries/list-register.ts'
export { mayFollowDocument } from './queries/live-rights.ts'
export { mayReadDocumentFile } from './queries/may-read-document-file.ts'
export { printDocument } from './queries/print-document.ts'
export { listSavedRoutes, proposeRoute, searchPeople } from './queries/routes.ts'
export { takeNumber } from './register.store.ts'
export { stepsOf } from './route.store.ts'
export { at, type Cursor, json, jsonb, packCursor, texts, toDate, unpackCursor, uuids } from './sql.store.ts'
export { receiverViews } from './view-parts.ts'
