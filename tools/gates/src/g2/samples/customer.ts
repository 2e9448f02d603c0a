import {
  assignPetition,
  getQueue,
  listMyPetitions,
  listServiceCases,
  listVoices,
  requestSupplement,
  saveDraft,
  sendMessage,
} from '@harmony/core/customer'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'

const reasonOf = (agency: Agency) => agency.text('사유')

/** Customer's procedures: each act on a petition made for it, at the stage the act needs. */
export const customerPlans: Plans = {
  'customer.catalogue': nothing,
  'customer.file': inputs(async (agency) => ({
    serviceKey: agency.cast.service,
    title: agency.text('새 민원'),
    body: agency.text('본문'),
    fileIds: [await agency.upload('citizen')],
    draftId: await draft(agency),
  })),
  'customer.drafts': nothing,
  'customer.saveDraft': inputs(async (agency) => ({
    draftId: await draft(agency),
    title: agency.text('초안'),
    fileIds: [await agency.upload('citizen')],
  })),
  'customer.discardDraft': inputs(async (agency) => ({ draftId: await draft(agency) })),
  'customer.myPetitions': inputs(async (agency) => ({
    cursor: (await listMyPetitions(agency.ctx('citizen'), { limit: 1 })).nextCursor,
  })),
  'customer.myPetition': inputs(async (agency) => ({ petitionId: await talkedOver(agency) })),
  'customer.submitSupplement': inputs(async (agency) => {
    const petitionId = await agency.petition()
    await requestSupplement(agency.ctx(), { petitionId, request: agency.text('보완 요청') })
    return { petitionId, reply: agency.text('보완'), fileIds: [await agency.upload('citizen')] }
  }),
  'customer.rate': inputs(async (agency) => ({
    petitionId: await agency.answered(),
    promptness: 3,
    kindness: 3,
    attitude: 3,
    overall: 3,
    comment: agency.text('평'),
  })),
  'customer.reopen': inputs(async (agency) => ({ petitionId: await agency.rated(), reason: reasonOf(agency) })),
  'customer.withdraw': inputs(async (agency) => ({ petitionId: await agency.petition(), reason: reasonOf(agency) })),
  'customer.sendMessage': inputs(async (agency) => ({
    petitionId: await agency.petition(),
    body: agency.text('말씀'),
  })),
  'customer.markRead': inputs(async (agency) => ({ petitionId: await talkedOver(agency) })),
  'customer.queue': inputs(async (agency) => {
    const unitId = await agency.unitId(agency.cast.unit)
    await agency.petition()
    const { nextCursor } = await getQueue(agency.ctx(), { unitId, limit: 1 })
    return { unitId, cursor: nextCursor }
  }),
  'customer.queueCounts': inputs(async (agency) => ({ unitId: await agency.unitId(agency.cast.unit) })),
  'customer.petition': inputs(async (agency) => ({ petitionId: await talkedOver(agency) })),
  'customer.agencies': nothing,
  'customer.voices': inputs(async (agency) => ({
    unitId: await agency.unitId(agency.cast.unit),
    cursor: (await listVoices(agency.ctx(), { limit: 1 })).nextCursor,
  })),
  'customer.serviceCases': inputs(async (agency) => {
    await agency.answered()
    const asked = { serviceKeys: [agency.cast.service], limit: 1 }
    return { ...asked, cursor: (await listServiceCases(agency.ctx(), asked)).nextCursor }
  }),
  'customer.report': inputs(() => ({ from: '2026-01-01', to: '2030-01-01', by: 'unit', basis: 'received' })),
  'customer.take': inputs(async (agency) => {
    const petitionId = await agency.petition()
    await assignPetition(agency.ctx(), { petitionId, personId: null })
    return { petitionId }
  }),
  'customer.assign': inputs(async (agency) => ({
    petitionId: await agency.petition(),
    personId: agency.person('officer').personId,
    reason: reasonOf(agency),
  })),
  'customer.transfer': inputs(async (agency) => ({
    petitionId: await agency.petition(),
    unitId: await agency.unitId(agency.cast.otherUnit),
    reason: reasonOf(agency),
  })),
  'customer.transferToAgency': inputs(async (agency) => ({
    petitionId: await agency.petition(),
    agency: 'bureau',
    reason: reasonOf(agency),
  })),
  'customer.refuseTransfer': inputs((agency) => ({ petitionId: agency.kept.inbound, reason: reasonOf(agency) })),
  'customer.requestSupplement': inputs(async (agency) => ({
    petitionId: await agency.petition(),
    request: agency.text('요청'),
  })),
  'customer.extend': inputs(async (agency) => ({ petitionId: await agency.petition(), reason: reasonOf(agency) })),
  'customer.draftAnswer': inputs(async (agency) => ({
    petitionId: await agency.atAnswer(),
    body: agency.text('답변 초안'),
    fileIds: [await agency.upload('officer')],
  })),
  'customer.completeTask': inputs(async (agency) => {
    const petitionId = await agency.petition()
    return { petitionId, ...(await agency.task(petitionId)), note: agency.text('의견') }
  }),
  'customer.answer': inputs(async (agency) => ({
    petitionId: await agency.atAnswer(),
    body: agency.text('답'),
    fileIds: [await agency.upload('officer')],
  })),
  'live.topics': inputs(
    async (agency) => {
      const petitionId = await agency.petition()
      const unitId = await agency.unitId(agency.cast.unit)
      return { topics: [`petition:${petitionId}`, `messages:${petitionId}`, `queue:${unitId}`] }
    },
    (agency) => ({ topics: [`requests:${agency.person('citizen').accountId}`] }),
  ),
}

async function draft(agency: Agency): Promise<string> {
  return (await saveDraft(agency.ctx('citizen'), { title: agency.text('초안'), body: agency.text('쓰는 중') })).draftId
}

/** A petition with a message of the citizen. */
async function talkedOver(agency: Agency): Promise<string> {
  const petitionId = await agency.petition()
  await sendMessage(agency.ctx('citizen'), { petitionId, body: agency.text('질문') })
  return petitionId
}
