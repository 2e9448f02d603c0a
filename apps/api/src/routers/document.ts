import {
  changeAttributes,
  changeRoute,
  closeDirective,
  compareVersions,
  continueRegister,
  countDocuments,
  createDocument,
  delegateStep,
  deleteRoute,
  discardDocument,
  exportDocuments,
  getDirectiveCounts,
  getDocument,
  getDocumentKinds,
  getInbox,
  getInboxCounts,
  listDirectives,
  listDocuments,
  listRegister,
  listSavedRoutes,
  printDocument,
  processDocument,
  processMany,
  proposeRoute,
  reportDirective,
  saveDocument,
  saveRoute,
  searchPeople,
  submitDocument,
  withdrawDocument,
} from '@harmony/core/work'
import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** Documents: drafting, routes, approval, directives, the register. */
export const documentRouter = router({
  kinds: officer.output(schemas.documentKindsOutput).query(({ ctx }) => getDocumentKinds(ctx.harmony)),
  inbox: officer
    .input(schemas.inboxInput)
    .output(schemas.inboxOutput)
    .query(({ ctx, input }) => getInbox(ctx.harmony, input)),
  inboxCounts: officer.output(schemas.inboxCountsOutput).query(({ ctx }) => getInboxCounts(ctx.harmony)),
  list: officer
    .input(schemas.listDocumentsInput)
    .output(schemas.listDocumentsOutput)
    .query(({ ctx, input }) => listDocuments(ctx.harmony, input)),
  count: officer
    .input(schemas.countDocumentsInput)
    .output(schemas.countDocumentsOutput)
    .query(({ ctx, input }) => countDocuments(ctx.harmony, input)),
  export: officer
    .input(schemas.exportDocumentsInput)
    .output(schemas.exportDocumentsOutput)
    .query(({ ctx, input }) => exportDocuments(ctx.harmony, input)),
  document: officer
    .input(schemas.documentIdInput)
    .output(schemas.documentView)
    .query(({ ctx, input }) => getDocument(ctx.harmony, input)),
  print: officer
    .input(schemas.documentIdInput)
    .output(schemas.printDocumentOutput)
    .query(({ ctx, input }) => printDocument(ctx.harmony, input)),
  compareVersions: officer
    .input(schemas.compareVersionsInput)
    .output(schemas.compareVersionsOutput)
    .query(({ ctx, input }) => compareVersions(ctx.harmony, input)),

  create: officer
    .input(schemas.createDocumentInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => createDocument(ctx.harmony, input)),
  save: officer
    .input(schemas.saveDocumentInput)
    .output(schemas.saveDocumentOutput)
    .mutation(({ ctx, input }) => saveDocument(ctx.harmony, input)),
  discard: officer
    .input(schemas.discardDocumentInput)
    .output(schemas.documentIdInput)
    .mutation(({ ctx, input }) => discardDocument(ctx.harmony, input)),
  submit: officer
    .input(schemas.submitDocumentInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => submitDocument(ctx.harmony, input)),
  withdraw: officer
    .input(schemas.withdrawDocumentInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => withdrawDocument(ctx.harmony, input)),
  process: officer
    .input(schemas.processDocumentInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => processDocument(ctx.harmony, input)),
  processMany: officer
    .input(schemas.processManyInput)
    .output(schemas.processManyOutput)
    .mutation(({ ctx, input }) => processMany(ctx.harmony, input)),
  changeAttributes: officer
    .input(schemas.changeAttributesInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => changeAttributes(ctx.harmony, input)),

  proposeRoute: officer
    .input(schemas.proposeRouteInput)
    .output(schemas.proposeRouteOutput)
    .query(({ ctx, input }) => proposeRoute(ctx.harmony, input)),
  savedRoutes: officer.output(schemas.savedRoutesOutput).query(({ ctx }) => listSavedRoutes(ctx.harmony)),
  saveRoute: officer
    .input(schemas.saveRouteInput)
    .output(schemas.saveRouteOutput)
    .mutation(({ ctx, input }) => saveRoute(ctx.harmony, input)),
  deleteRoute: officer
    .input(schemas.deleteRouteInput)
    .output(schemas.deleteRouteInput)
    .mutation(({ ctx, input }) => deleteRoute(ctx.harmony, input)),
  searchPeople: officer
    .input(schemas.searchPeopleInput)
    .output(schemas.searchPeopleOutput)
    .query(({ ctx, input }) => searchPeople(ctx.harmony, input)),
  changeRoute: officer
    .input(schemas.changeRouteInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => changeRoute(ctx.harmony, input)),
  delegateStep: officer
    .input(schemas.delegateStepInput)
    .output(schemas.documentActOutput)
    .mutation(({ ctx, input }) => delegateStep(ctx.harmony, input)),

  directives: officer
    .input(schemas.listDirectivesInput)
    .output(schemas.listDirectivesOutput)
    .query(({ ctx, input }) => listDirectives(ctx.harmony, input)),
  directiveCounts: officer.output(schemas.directiveCountsOutput).query(({ ctx }) => getDirectiveCounts(ctx.harmony)),
  reportDirective: officer
    .input(schemas.reportDirectiveInput)
    .output(schemas.directiveActOutput)
    .mutation(({ ctx, input }) => reportDirective(ctx.harmony, input)),
  closeDirective: officer
    .input(schemas.closeDirectiveInput)
    .output(schemas.directiveActOutput)
    .mutation(({ ctx, input }) => closeDirective(ctx.harmony, input)),

  register: officer
    .input(schemas.listRegisterInput)
    .output(schemas.listRegisterOutput)
    .query(({ ctx, input }) => listRegister(ctx.harmony, input)),
  continueRegister: officer
    .input(schemas.continueRegisterInput)
    .output(schemas.continueRegisterOutput)
    .mutation(({ ctx, input }) => continueRegister(ctx.harmony, input)),
})
