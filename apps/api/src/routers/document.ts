import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** Documents: drafting, routes, approval, directives, the register. */
export const documentRouter = router({
  kinds: officer.output(schemas.documentKindsOutput).query(later),
  inbox: officer.input(schemas.inboxInput).output(schemas.inboxOutput).query(later),
  inboxCounts: officer.output(schemas.inboxCountsOutput).query(later),
  list: officer.input(schemas.listDocumentsInput).output(schemas.listDocumentsOutput).query(later),
  count: officer.input(schemas.countDocumentsInput).output(schemas.countDocumentsOutput).query(later),
  export: officer.input(schemas.exportDocumentsInput).output(schemas.exportDocumentsOutput).query(later),
  document: officer.input(schemas.documentIdInput).output(schemas.documentView).query(later),
  print: officer.input(schemas.documentIdInput).output(schemas.printDocumentOutput).query(later),
  compareVersions: officer.input(schemas.compareVersionsInput).output(schemas.compareVersionsOutput).query(later),

  create: officer.input(schemas.createDocumentInput).output(schemas.documentActOutput).mutation(later),
  save: officer.input(schemas.saveDocumentInput).output(schemas.saveDocumentOutput).mutation(later),
  discard: officer.input(schemas.discardDocumentInput).output(schemas.documentIdInput).mutation(later),
  submit: officer.input(schemas.submitDocumentInput).output(schemas.documentActOutput).mutation(later),
  withdraw: officer.input(schemas.withdrawDocumentInput).output(schemas.documentActOutput).mutation(later),
  process: officer.input(schemas.processDocumentInput).output(schemas.documentActOutput).mutation(later),
  processMany: officer.input(schemas.processManyInput).output(schemas.processManyOutput).mutation(later),
  changeAttributes: officer.input(schemas.changeAttributesInput).output(schemas.documentActOutput).mutation(later),

  proposeRoute: officer.input(schemas.proposeRouteInput).output(schemas.proposeRouteOutput).query(later),
  savedRoutes: officer.output(schemas.savedRoutesOutput).query(later),
  saveRoute: officer.input(schemas.saveRouteInput).output(schemas.saveRouteOutput).mutation(later),
  deleteRoute: officer.input(schemas.deleteRouteInput).output(schemas.deleteRouteInput).mutation(later),
  searchPeople: officer.input(schemas.searchPeopleInput).output(schemas.searchPeopleOutput).query(later),
  changeRoute: officer.input(schemas.changeRouteInput).output(schemas.documentActOutput).mutation(later),
  delegateStep: officer.input(schemas.delegateStepInput).output(schemas.documentActOutput).mutation(later),

  directives: officer.input(schemas.listDirectivesInput).output(schemas.listDirectivesOutput).query(later),
  directiveCounts: officer.output(schemas.directiveCountsOutput).query(later),
  reportDirective: officer.input(schemas.reportDirectiveInput).output(schemas.directiveActOutput).mutation(later),
  closeDirective: officer.input(schemas.closeDirectiveInput).output(schemas.directiveActOutput).mutation(later),

  register: officer.input(schemas.listRegisterInput).output(schemas.listRegisterOutput).query(later),
  continueRegister: officer.input(schemas.continueRegisterInput).output(schemas.continueRegisterOutput).mutation(later),
})

function later(): never {
  throw new Error('not yet')
}
