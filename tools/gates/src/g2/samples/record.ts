import type { Ctx } from '@harmony/core/kernel'
import {
  createSchedule,
  getMeeting,
  listMeetings,
  listMemos,
  planMeeting,
  sendMemo,
  writeMinutes,
} from '@harmony/core/work'
import type { Agency } from '../agency.ts'
import { inputs, type Plans } from '../sample.ts'
import { made } from './task.ts'

const HOUR = 3_600_000
const reasonOf = (agency: Agency) => agency.text('사유')
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
const officerOf = (agency: Agency) => agency.person('officer').personId ?? ''
const guestOf = (agency: Agency) => agency.person('performance-manager').personId ?? ''
const headOf = (agency: Agency) => agency.person('team-head').personId ?? ''

/** One of the cast in the own unit, as the session has it. */
async function as(agency: Agency, role: 'officer' | 'team-head'): Promise<Ctx> {
  const { actor } = agency.person(role)
  const unitIds = [await agency.unitId(agency.cast.unit)]
  return { ...agency.ctx(), actor: actor.kind === 'officer' ? { ...actor, unitIds } : actor }
}

/** A task card of the agency, to tie records to. */
const ties = async (agency: Agency) => [(await made(agency)).taskCardId]

const entry = async (agency: Agency) => ({
  title: agency.text('일정'),
  startsAt: inHours(1),
  endsAt: inHours(2),
  place: agency.text('장소'),
  note: agency.text('내용'),
  participantIds: [headOf(agency)],
  taskCardIds: await ties(agency),
})
const plan = async (agency: Agency) => ({
  name: agency.text('회의'),
  startsAt: inHours(-2),
  place: agency.text('회의실'),
  chairId: headOf(agency),
  attendeeIds: [officerOf(agency)],
  observerIds: [officerOf(agency)],
  agenda: [{ title: agency.text('안건'), presenterId: officerOf(agency), taskCardIds: await ties(agency) }],
})

async function schedule(agency: Agency): Promise<string> {
  return (await createSchedule(await as(agency, 'officer'), await entry(agency))).scheduleId
}

/** A memo of the officer to the head, or of the head to the officer. */
async function memo(agency: Agency, from: 'officer' | 'team-head' = 'officer'): Promise<string> {
  const readerId = from === 'officer' ? headOf(agency) : officerOf(agency)
  const fileIds = [await agency.upload(from)]
  const words = { title: agency.text('메모'), body: agency.text('보고') }
  return (await sendMemo(await as(agency, from), { ...words, readerId, fileIds })).memoId
}

/** A meeting the officer minutes; `held` with its minutes written. */
async function meeting(agency: Agency, held = false): Promise<string> {
  const ctx = await as(agency, 'officer')
  const { meetingId } = await planMeeting(ctx, await plan(agency))
  if (held) await writeMinutes(ctx, { meetingId, ...(await minutes(agency, meetingId)) })
  return meetingId
}

async function minutes(agency: Agency, meetingId: string) {
  const { agenda } = await getMeeting(await as(agency, 'officer'), { meetingId })
  const said = { remarks: agency.text('발언'), result: 'passed' as const, decision: agency.text('결정') }
  return {
    attendeeIds: [guestOf(agency)],
    observerIds: [officerOf(agency)],
    procedure: agency.text('순서'),
    items: agenda.map(({ id }) => ({ id, ...said })),
  }
}

/** Records' procedures: each act on a schedule, memo or meeting made for it. */
export const recordPlans: Plans = {
  'record.people': inputs((agency) => ({ search: '', ids: [officerOf(agency)] })),
  'record.schedules': inputs(async (agency) => {
    await schedule(agency)
    return {
      from: inHours(-24),
      to: inHours(48),
      view: 'unit',
      unitId: await agency.unitId(agency.cast.unit),
      personId: officerOf(agency),
    }
  }),
  'record.schedule': inputs(async (agency) => ({ scheduleId: await schedule(agency) })),
  'record.createSchedule': inputs(async (agency) => ({
    ...(await entry(agency)),
    unitId: await agency.unitId(agency.cast.unit),
  })),
  'record.editSchedule': inputs(async (agency) => ({ scheduleId: await schedule(agency), ...(await entry(agency)) })),
  'record.recordScheduleResult': inputs(async (agency) => ({
    scheduleId: await schedule(agency),
    result: agency.text('실적'),
  })),
  'record.cancelSchedule': inputs(async (agency) => ({ scheduleId: await schedule(agency), reason: reasonOf(agency) })),
  'record.memos': inputs(async (agency) => {
    for (const _ of [1, 2]) await memo(agency)
    const { nextCursor } = await listMemos(await as(agency, 'officer'), { box: 'sent', limit: 1 })
    return { box: 'sent', cursor: nextCursor }
  }),
  'record.memo': inputs(async (agency) => ({ memoId: await memo(agency) })),
  'record.sendMemo': inputs(async (agency) => ({
    title: agency.text('메모'),
    body: agency.text('보고'),
    readerId: headOf(agency),
    copyIds: [guestOf(agency)],
    taskCardIds: await ties(agency),
    fileIds: [await agency.upload('officer')],
    unitId: await agency.unitId(agency.cast.unit),
  })),
  'record.acknowledgeMemo': inputs(async (agency) => ({ memoId: await memo(agency, 'team-head') })),
  'record.answerMemo': inputs(async (agency) => ({
    memoId: await memo(agency, 'team-head'),
    opinion: agency.text('의견'),
  })),
  'record.withdrawMemo': inputs(async (agency) => ({ memoId: await memo(agency), reason: reasonOf(agency) })),
  'record.meetings': inputs(async (agency) => {
    for (const _ of [1, 2]) await meeting(agency)
    return { cursor: (await listMeetings(await as(agency, 'officer'), { limit: 1 })).nextCursor }
  }),
  'record.meeting': inputs(async (agency) => ({ meetingId: await meeting(agency, true) })),
  'record.planMeeting': inputs(async (agency) => ({
    ...(await plan(agency)),
    unitId: await agency.unitId(agency.cast.unit),
  })),
  'record.editMeeting': inputs(async (agency) => {
    const meetingId = await meeting(agency)
    const { agenda } = await getMeeting(await as(agency, 'officer'), { meetingId })
    const { agenda: items, ...rest } = await plan(agency)
    return { meetingId, ...rest, agenda: items.map((item) => ({ ...item, id: agenda[0]?.id })) }
  }),
  'record.writeMinutes': inputs(async (agency) => {
    const meetingId = await meeting(agency)
    return { meetingId, ...(await minutes(agency, meetingId)) }
  }),
  'record.confirmMinutes': inputs(async (agency) => ({ meetingId: await meetingOfHead(agency) })),
  'record.cancelMeeting': inputs(async (agency) => ({ meetingId: await meeting(agency), reason: reasonOf(agency) })),
}

/** A meeting the head minuted and the officer, its chair, is to confirm. */
async function meetingOfHead(agency: Agency): Promise<string> {
  const head = await as(agency, 'team-head')
  const { meetingId } = await planMeeting(head, { ...(await plan(agency)), chairId: officerOf(agency) })
  await writeMinutes(head, { meetingId, ...(await minutes(agency, meetingId)) })
  return meetingId
}
