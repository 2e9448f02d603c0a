import type { z } from 'zod'
import type * as directives from './directive-schemas.ts'
import type * as edits from './edit-schemas.ts'
import type * as lists from './list-schemas.ts'
import type * as routes from './route-schemas.ts'
import type * as views from './view-schemas.ts'

export { closeDirectiveInput, listDirectivesInput, reportDirectiveInput } from './directive-schemas.ts'
export {
  changeAttributesInput,
  continueRegisterInput,
  createDocumentInput,
  discardDocumentInput,
  documentIdInput,
  processDocumentInput,
  processManyInput,
  saveDocumentInput,
  submitDocumentInput,
  withdrawDocumentInput,
} from './edit-schemas.ts'
export {
  countDocumentsInput,
  exportDocumentsInput,
  inboxInput,
  listDocumentsInput,
  listRegisterInput,
} from './list-schemas.ts'
export {
  changeRouteInput,
  delegateStepInput,
  deleteRouteInput,
  proposeRouteInput,
  saveRouteInput,
  searchPeopleInput,
} from './route-schemas.ts'
export { compareVersionsInput } from './view-schemas.ts'

export type CreateDocumentInput = z.input<typeof edits.createDocumentInput>
export type SaveDocumentInput = z.input<typeof edits.saveDocumentInput>
export type SaveDocumentOutput = z.output<typeof edits.saveDocumentOutput>
export type DocumentIdInput = z.input<typeof edits.documentIdInput>
export type DiscardDocumentInput = z.input<typeof edits.discardDocumentInput>
export type SubmitDocumentInput = z.input<typeof edits.submitDocumentInput>
export type WithdrawDocumentInput = z.input<typeof edits.withdrawDocumentInput>
export type ProcessDocumentInput = z.input<typeof edits.processDocumentInput>
export type ProcessManyInput = z.input<typeof edits.processManyInput>
export type ProcessManyOutput = z.output<typeof edits.processManyOutput>
export type ChangeAttributesInput = z.input<typeof edits.changeAttributesInput>
export type ContinueRegisterInput = z.input<typeof edits.continueRegisterInput>
export type ContinueRegisterOutput = z.output<typeof edits.continueRegisterOutput>

export type ProposeRouteInput = z.input<typeof routes.proposeRouteInput>
export type ProposeRouteOutput = z.output<typeof routes.proposeRouteOutput>
export type SavedRoutesOutput = z.output<typeof routes.savedRoutesOutput>
export type SaveRouteInput = z.input<typeof routes.saveRouteInput>
export type DeleteRouteInput = z.input<typeof routes.deleteRouteInput>
export type SearchPeopleInput = z.input<typeof routes.searchPeopleInput>
export type SearchPeopleOutput = z.output<typeof routes.searchPeopleOutput>
export type ChangeRouteInput = z.input<typeof routes.changeRouteInput>
export type DelegateStepInput = z.input<typeof routes.delegateStepInput>

export type InboxInput = z.input<typeof lists.inboxInput>
export type InboxOutput = z.output<typeof lists.inboxOutput>
export type InboxCounts = z.output<typeof lists.inboxCountsOutput>
export type ListDocumentsInput = z.input<typeof lists.listDocumentsInput>
export type ListDocumentsOutput = z.output<typeof lists.listDocumentsOutput>
export type DocumentRow = z.output<typeof lists.documentRow>
export type CountDocumentsInput = z.input<typeof lists.countDocumentsInput>
export type CountDocumentsOutput = z.output<typeof lists.countDocumentsOutput>
export type ExportDocumentsInput = z.input<typeof lists.exportDocumentsInput>
export type ExportDocumentsOutput = z.output<typeof lists.exportDocumentsOutput>
export type ListRegisterInput = z.input<typeof lists.listRegisterInput>
export type ListRegisterOutput = z.output<typeof lists.listRegisterOutput>

export type DocumentView = z.output<typeof views.documentView>
export type DocumentKindsOutput = z.output<typeof views.documentKindsOutput>
export type CompareVersionsInput = z.input<typeof views.compareVersionsInput>
export type CompareVersionsOutput = z.output<typeof views.compareVersionsOutput>
export type PrintDocumentOutput = z.output<typeof views.printDocumentOutput>

export type ListDirectivesInput = z.input<typeof directives.listDirectivesInput>
export type ListDirectivesOutput = z.output<typeof directives.listDirectivesOutput>
export type DirectiveCounts = z.output<typeof directives.directiveCountsOutput>
export type DirectiveLine = z.output<typeof directives.directiveLine>
export type ReportDirectiveInput = z.input<typeof directives.reportDirectiveInput>
export type CloseDirectiveInput = z.input<typeof directives.closeDirectiveInput>
export type DirectiveActOutput = z.output<typeof directives.directiveActOutput>
