import type { Ctx, Id } from '@harmony/core/kernel'
import {
  createDocument,
  getDocument,
  getInbox,
  listDirectives,
  listDocuments,
  listRegister,
  processDocument,
  reportDirective,
  saveDocument,
  saveRoute,
  submitDocument,
} from '@harmony/core/work'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'
import { made, unitTask } from './task.ts'

export const officerOf = (agency: Agency) => agency.person('officer').personId ?? ''
const headOf = (agency: Agency) => agency.person('team-head').personId ?? ''
const unitOf = (agency: Agency) => agency.unitId(agency.cast.unit)

/** One of the cast in the own unit, as the session has it. */
export async function as(agency: Agency, role: 'officer' | 'team-head'): Promise<Ctx> {
  const { actor } = agency.person(role)
  const unitId = await unitOf(agency)
  const headed = role === 'team-head' ? [unitId] : []
  return { ...agency.ctx(), actor: actor.kind === 'officer' ? { ...actor, unitIds: [unitId], headOf: headed } : actor }
}

const words = (agency: Agency) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: agency.text('본문') }] }],
})
const attributes = async (agency: Agency) => ({
  accessScope: 'unit' as const,
  extraUnitIds: [await agency.unitId(agency.cast.otherUnit)],
  extraPersonIds: [headOf(agency)],
  knowledgeCategory: 'general-administration',
  retention: '5' as const,
  disclosure: 'open' as const,
})
const route = (agency: Agency) => [{ personId: headOf(agency), role: 'approve' as const, order: 1 }]
/** The same with every id a step can have: the head in place of the administrator. */
const acting = async (agency: Agency) => [
  { ...route(agency)[0], unitId: await unitOf(agency), actingForId: await adminOf(agency) },
]
const adminOf = (agency: Agency) => agency.personId(agency.cast.officers['tenant-admin'] ?? '')
const ties = async (agency: Agency) => ({
  taskCardIds: [(await made(agency)).taskCardId],
  unitTaskId: await unitTask(agency),
})
/** Every id a list filters by. */
const filters = async (agency: Agency) => {
  const { taskCardIds, unitTaskId } = await ties(agency)
  return { unitId: await unitOf(agency), drafterId: officerOf(agency), unitTaskId, taskCardId: taskCardIds[0] }
}

/** A whole draft of the officer, to the head; with a dispatch to the own unit when it is to go out. */
async function draft(agency: Agency, kindKey = 'internal'): Promise<{ documentId: Id; version: number }> {
  const ctx = await as(agency, 'officer')
  const { documentId, version } = await createDocument(ctx, { kindKey })
  const fileIds = [await agency.upload('officer')]
  const receivers = [{ kind: 'unit' as const, unitId: await unitOf(agency) }]
  const dispatch = { title: agency.text('시행문'), body: words(agency), receivers, fileIds }
  return saveDocument(ctx, {
    documentId,
    version,
    title: agency.text('기안'),
    body: words(agency),
    fileIds,
    attributes: await attributes(agency),
    route: route(agency),
    keepVersion: true,
    ...(kindKey === 'outgoing' ? { dispatch } : {}),
  })
}

/** The same on its route, the head's to approve. */
async function running(agency: Agency, kindKey?: string) {
  const { documentId, version } = await draft(agency, kindKey)
  const { routeVersion } = await submitDocument(await as(agency, 'officer'), { documentId, version })
  return { documentId, routeVersion }
}

/** The same approved, with a directive to the officer. */
export async function approved(agency: Agency, kindKey?: string): Promise<Id> {
  const target = await running(agency, kindKey)
  const directives = [{ text: agency.text('지시'), dueDate: null }]
  const decision = { actionType: 'direct' as const, directive: 'execute' as const, directives }
  await processDocument(await as(agency, 'team-head'), { ...target, ...decision, opinion: agency.text('의견') })
  return target.documentId
}

async function directive(agency: Agency, reported: boolean) {
  const documentId = await approved(agency)
  const ctx = await as(agency, 'officer')
  const { directives } = await getDocument(ctx, { documentId })
  const directiveId = directives[0]?.id ?? ''
  if (reported) await reportDirective(ctx, { directiveId, version: 1, report: agency.text('이행') })
  return { directiveId, version: reported ? 2 : 1 }
}

/** Documents' procedures: each act on a document made for it, at the state the act needs. */
export const documentPlans: Plans = {
  'document.kinds': nothing,
  'document.inbox': inputs(async (agency) => {
    for (const _ of [1, 2]) await running(agency)
    const { nextCursor } = await getInbox(await as(agency, 'officer'), { box: 'in-progress', limit: 1 })
    return { box: 'in-progress', cursor: nextCursor }
  }),
  'document.inboxCounts': nothing,
  'document.list': inputs(async (agency) => {
    for (const _ of [1, 2]) await approved(agency)
    const { nextCursor } = await listDocuments(await as(agency, 'officer'), { limit: 1 })
    return { cursor: nextCursor, ...(await filters(agency)) }
  }),
  'document.count': inputs(async (agency) => ({ ...(await filters(agency)), below: true })),
  'document.export': inputs(filters),
  'document.document': inputs(async (agency) => ({ documentId: await approved(agency) })),
  'document.print': inputs(async (agency) => ({ documentId: await approved(agency) })),
  'document.compareVersions': inputs(async (agency) => ({ documentId: await approved(agency), before: 1 })),
  'document.create': inputs(
    async (agency) => ({
      kindKey: 'internal',
      unitId: await unitOf(agency),
      basedOnId: await approved(agency),
      ...(await ties(agency)),
    }),
    async (agency) => ({ kindKey: 'internal', supersedesId: await approved(agency) }),
  ),
  'document.save': inputs(async (agency) => {
    const fileIds = [await agency.upload('officer')]
    const receivers = [{ kind: 'unit' as const, unitId: await unitOf(agency) }]
    return {
      ...(await versionOf(agency, 'outgoing')),
      ...(await ties(agency)),
      unitId: await unitOf(agency),
      fileIds,
      attributes: await attributes(agency),
      route: await acting(agency),
      dispatch: { title: agency.text('시행문'), body: words(agency), receivers, fileIds },
    }
  }),
  'document.discard': inputs(async (agency) => ({ documentId: (await draft(agency)).documentId })),
  'document.submit': inputs((agency) => versionOf(agency)),
  'document.withdraw': inputs(async (agency) => ({ ...(await running(agency)), reason: agency.text('사유') })),
  'document.process': inputs(async (agency) => ({
    ...(await running(agency)),
    actionType: 'direct',
    directive: 'execute',
    directives: [{ text: agency.text('지시'), personId: officerOf(agency) }],
  })),
  'document.processMany': inputs(async (agency) => ({ documents: [await running(agency)] })),
  'document.changeAttributes': inputs(async (agency) => {
    const documentId = await approved(agency)
    const { version } = await getDocument(await as(agency, 'officer'), { documentId })
    return { documentId, version, attributes: await attributes(agency), reason: agency.text('사유') }
  }),
  'document.proposeRoute': inputs(async (agency) => ({ kindKey: 'internal', unitId: await unitOf(agency) })),
  'document.savedRoutes': nothing,
  'document.saveRoute': inputs(async (agency) => ({ name: agency.text('경로'), steps: await acting(agency) })),
  'document.deleteRoute': inputs(async (agency) => {
    const name = agency.text(`경로 ${agency.next()}`)
    return saveRoute(await as(agency, 'officer'), { name, steps: route(agency) })
  }),
  'document.searchPeople': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'document.changeRoute': inputs(async (agency) => ({
    ...(await running(agency)),
    steps: await acting(agency),
    reason: agency.text('사유'),
  })),
  'document.delegateStep': inputs(async (agency) => {
    const target = await running(agency)
    const { route: steps } = await getDocument(await as(agency, 'officer'), { documentId: target.documentId })
    return { ...target, stepId: steps[0]?.id, personId: await adminOf(agency), reason: agency.text('사유') }
  }),
  'document.directives': inputs(async (agency) => {
    for (const _ of [1, 2]) await approved(agency)
    const { nextCursor } = await listDirectives(await as(agency, 'officer'), { limit: 1 })
    return { scope: 'all', unitId: await unitOf(agency), cursor: nextCursor }
  }),
  'document.directiveCounts': nothing,
  'document.reportDirective': inputs(async (agency) => ({
    ...(await directive(agency, false)),
    report: agency.text('이행'),
  })),
  'document.closeDirective': inputs(async (agency) => ({ ...(await directive(agency, true)), accept: true })),
  'document.register': inputs(async (agency) => {
    for (const _ of [1, 2]) await approved(agency)
    const target = { unitId: await unitOf(agency), year: new Date().getFullYear() }
    return { ...target, cursor: (await listRegister(await as(agency, 'officer'), { ...target, limit: 1 })).nextCursor }
  }),
  'document.continueRegister': inputs(async (agency) => ({
    unitId: await unitOf(agency),
    year: 1990 + agency.next(),
    last: 31,
    reason: agency.text('이관'),
  })),
}

async function versionOf(agency: Agency, kindKey?: string) {
  const { documentId, version } = await draft(agency, kindKey)
  return { documentId, version }
}
