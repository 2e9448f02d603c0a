import { assignReception, listDispatches, listReceptions, releaseDispatch, sendBackDispatch } from '@harmony/core/work'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'
import { approved, as, officerOf } from './document.ts'
import { unitTask } from './task.ts'

const reasonOf = (agency: Agency) => agency.text('사유')

/** A dispatch of the officer that waits for the head's release, to the own unit. */
async function waiting(agency: Agency) {
  const documentId = await approved(agency, 'outgoing')
  const [row] = (await listDispatches(await as(agency, 'officer'), { scope: 'all', documentId })).rows
  return { dispatchId: row?.id ?? '', version: row?.version ?? 1 }
}

async function sentBack(agency: Agency) {
  const target = await waiting(agency)
  const { version } = await sendBackDispatch(await as(agency, 'team-head'), { ...target, reason: reasonOf(agency) })
  return { ...target, version }
}

async function sent(agency: Agency) {
  const target = await waiting(agency)
  return releaseDispatch(await as(agency, 'team-head'), target)
}

/** What has come in at the own unit. */
async function arrived(agency: Agency) {
  const { number } = await sent(agency)
  const { rows } = await listReceptions(await as(agency, 'officer'), { search: number ?? '', limit: 100 })
  const row = rows.find((one) => one.sender.number === number)
  return { receptionId: row?.id ?? '', version: row?.version ?? 1 }
}

async function assigned(agency: Agency) {
  const target = await arrived(agency)
  const ctx = await as(agency, 'officer')
  const { version } = await assignReception(ctx, { ...target, personId: officerOf(agency) })
  return { ...target, version }
}

/** Dispatch's procedures: each act on a dispatch or reception made for it. */
export const dispatchPlans: Plans = {
  'dispatch.list': inputs(async (agency) => {
    for (const _ of [1, 2]) await waiting(agency)
    const documentId = await approved(agency, 'outgoing')
    const { nextCursor } = await listDispatches(await as(agency, 'officer'), { limit: 1 })
    return { scope: 'all', unitId: await agency.unitId(agency.cast.unit), documentId, cursor: nextCursor }
  }),
  'dispatch.counts': nothing,
  'dispatch.dispatch': inputs(async (agency) => ({ dispatchId: (await sent(agency)).dispatchId })),
  'dispatch.release': inputs(waiting),
  'dispatch.sendBack': inputs(async (agency) => ({ ...(await waiting(agency)), reason: reasonOf(agency) })),
  'dispatch.amend': inputs(async (agency) => ({
    ...(await sentBack(agency)),
    receivers: [{ kind: 'unit', unitId: await agency.unitId(agency.cast.otherUnit) }],
    showApprovers: true,
  })),
  'dispatch.cancel': inputs(async (agency) => ({ ...(await sentBack(agency)), reason: reasonOf(agency) })),
  'dispatch.withdraw': inputs(async (agency) => {
    const { dispatchId, version } = await sent(agency)
    return { dispatchId, version, reason: reasonOf(agency) }
  }),
  'dispatch.receptions': inputs(async (agency) => {
    for (const _ of [1, 2]) await sent(agency)
    const { nextCursor } = await listReceptions(await as(agency, 'officer'), { limit: 1 })
    return { unitId: await agency.unitId(agency.cast.unit), cursor: nextCursor }
  }),
  'dispatch.receptionCounts': nothing,
  'dispatch.reception': inputs(async (agency) => ({ receptionId: (await arrived(agency)).receptionId })),
  'dispatch.receive': inputs(arrived),
  'dispatch.route': inputs(async (agency) => ({
    ...(await arrived(agency)),
    unitId: await agency.unitId(agency.cast.otherUnit),
    reason: reasonOf(agency),
  })),
  'dispatch.assign': inputs(async (agency) => ({ ...(await arrived(agency)), personId: officerOf(agency) })),
  'dispatch.toTask': inputs(async (agency) => {
    const unitTaskId = await unitTask(agency)
    return { ...(await assigned(agency)), task: { kind: 'new', name: agency.text('과제'), unitTaskId } }
  }),
  'dispatch.closeReception': inputs(assigned),
  'dispatch.refuse': inputs(async (agency) => ({ ...(await arrived(agency)), reason: reasonOf(agency) })),
  'dispatch.desk': nothing,
  'dispatch.setDesk': inputs(async (agency) => ({ unitId: await agency.unitId(agency.cast.otherUnit) })),
}
