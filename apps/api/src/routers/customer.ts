import {
  answerPetition,
  assignPetition,
  completeTask,
  discardDraft,
  draftAnswer,
  extendDeadline,
  filePetition,
  getCatalogue,
  getMyPetition,
  getPetition,
  getQueue,
  getQueueCounts,
  listDrafts,
  listMyPetitions,
  listServiceCases,
  listTransferAgencies,
  listVoices,
  markRead,
  ratePetition,
  refuseTransfer,
  reopenPetition,
  reportPetitions,
  requestSupplement,
  saveDraft,
  sendMessage,
  submitSupplement,
  takePetition,
  transferPetition,
  transferToAgency,
  withdrawPetition,
} from '@harmony/core/customer'
import * as schemas from '@harmony/core/customer/schemas'
import { citizen, guest, member, officer, router } from '../trpc/init.ts'

/** Petitions: what citizens file and follow, what officers work on. */
export const customerRouter = router({
  catalogue: guest.output(schemas.catalogueOutput).query(({ ctx }) => getCatalogue(ctx.harmony)),

  file: member
    .input(schemas.filePetitionInput)
    .output(schemas.filePetitionOutput)
    .mutation(({ ctx, input }) => filePetition(ctx.harmony, input)),
  drafts: citizen.output(schemas.draftsOutput).query(({ ctx }) => listDrafts(ctx.harmony)),
  saveDraft: citizen
    .input(schemas.saveDraftInput)
    .output(schemas.saveDraftOutput)
    .mutation(({ ctx, input }) => saveDraft(ctx.harmony, input)),
  discardDraft: citizen
    .input(schemas.discardDraftInput)
    .output(schemas.discardDraftInput)
    .mutation(({ ctx, input }) => discardDraft(ctx.harmony, input)),
  myPetitions: citizen
    .input(schemas.myPetitionsInput)
    .output(schemas.myPetitionsOutput)
    .query(({ ctx, input }) => listMyPetitions(ctx.harmony, input)),
  myPetition: citizen
    .input(schemas.petitionIdInput)
    .output(schemas.citizenPetition)
    .query(({ ctx, input }) => getMyPetition(ctx.harmony, input)),
  submitSupplement: citizen
    .input(schemas.submitSupplementInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => submitSupplement(ctx.harmony, input)),
  rate: citizen
    .input(schemas.ratePetitionInput)
    .output(schemas.ratePetitionOutput)
    .mutation(({ ctx, input }) => ratePetition(ctx.harmony, input)),
  reopen: citizen
    .input(schemas.reopenPetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => reopenPetition(ctx.harmony, input)),
  withdraw: citizen
    .input(schemas.withdrawPetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => withdrawPetition(ctx.harmony, input)),

  sendMessage: member
    .input(schemas.sendMessageInput)
    .output(schemas.sendMessageOutput)
    .mutation(({ ctx, input }) => sendMessage(ctx.harmony, input)),
  markRead: member
    .input(schemas.markReadInput)
    .output(schemas.markReadOutput)
    .mutation(({ ctx, input }) => markRead(ctx.harmony, input)),

  queue: officer
    .input(schemas.queueInput)
    .output(schemas.queueOutput)
    .query(({ ctx, input }) => getQueue(ctx.harmony, input)),
  queueCounts: officer
    .input(schemas.queueCountsInput)
    .output(schemas.queueCountsOutput)
    .query(({ ctx, input }) => getQueueCounts(ctx.harmony, input)),
  petition: officer
    .input(schemas.petitionIdInput)
    .output(schemas.officerPetition)
    .query(({ ctx, input }) => getPetition(ctx.harmony, input)),
  agencies: officer.output(schemas.agenciesOutput).query(({ ctx }) => listTransferAgencies(ctx.harmony)),
  voices: officer
    .input(schemas.voicesInput)
    .output(schemas.voicesOutput)
    .query(({ ctx, input }) => listVoices(ctx.harmony, input)),
  serviceCases: officer
    .input(schemas.serviceCasesInput)
    .output(schemas.serviceCasesOutput)
    .query(({ ctx, input }) => listServiceCases(ctx.harmony, input)),
  report: officer
    .input(schemas.reportPetitionsInput)
    .output(schemas.reportPetitionsOutput)
    .query(({ ctx, input }) => reportPetitions(ctx.harmony, input)),
  take: officer
    .input(schemas.takePetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => takePetition(ctx.harmony, input)),
  assign: officer
    .input(schemas.assignPetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => assignPetition(ctx.harmony, input)),
  transfer: officer
    .input(schemas.transferPetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => transferPetition(ctx.harmony, input)),
  transferToAgency: officer
    .input(schemas.transferToAgencyInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => transferToAgency(ctx.harmony, input)),
  refuseTransfer: officer
    .input(schemas.refuseTransferInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => refuseTransfer(ctx.harmony, input)),
  requestSupplement: officer
    .input(schemas.requestSupplementInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => requestSupplement(ctx.harmony, input)),
  extend: officer
    .input(schemas.extendDeadlineInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => extendDeadline(ctx.harmony, input)),
  draftAnswer: officer
    .input(schemas.draftAnswerInput)
    .output(schemas.draftAnswerOutput)
    .mutation(({ ctx, input }) => draftAnswer(ctx.harmony, input)),
  completeTask: officer
    .input(schemas.completeTaskInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => completeTask(ctx.harmony, input)),
  answer: officer
    .input(schemas.answerPetitionInput)
    .output(schemas.actOutput)
    .mutation(({ ctx, input }) => answerPetition(ctx.harmony, input)),
})
