import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSlug } from '../../../testing/index.ts'
import { runModel } from '../../../testing/release.ts'
import { openFunctions, unitTasksByCodes } from '../../brm/index.ts'
import { functionFile, line } from '../../brm/testing.ts'
import type { Id } from '../../kernel/index.ts'
import { readAttachedFile, storeFile, withTenant } from '../../platform/index.ts'
import { createTaskCard, listAchievements } from '../task/index.ts'
import {
  acknowledgeMemo,
  answerMemo,
  cancelMeeting,
  cancelSchedule,
  confirmMinutes,
  createSchedule,
  editMeeting,
  editSchedule,
  getMeeting,
  getMemo,
  getSchedule,
  listMeetings,
  listMemos,
  listSchedule,
  mayReadMemoFile,
  planMeeting,
  recordScheduleResult,
  sendMemo,
  withdrawMemo,
  writeMinutes,
} from './index.ts'
import { type Code, type RecordWorld, recordWorld } from './testing.ts'

const NINE = '2026-01-07T00:00:00.000Z'
const TEN = '2026-01-07T01:00:00.000Z'
const ELEVEN = '2026-01-07T02:00:00.000Z'
const WEEK = { from: '2026-01-04T15:00:00Z', to: '2026-01-11T15:00:00Z' }
const NOBODY = '0198f0aa-0000-7000-8000-000000000000'

let w: RecordWorld
beforeAll(async () => {
  w = await recordWorld()
}, 60_000)
afterAll(() => w.t.close())

const personId = (code: Code) => w.personId(code)
const unitId = (code: string) => w.unitId(code)
const as = (code: Code, at = NINE, slug: TestSlug = 'mogaha') => w.as(code, at, slug)
const entry = { title: '팀제 매뉴얼 제작 및 보급 계획 수립', startsAt: NINE, endsAt: ELEVEN, place: '혁신팀 회의실' }
const unheard = { kind: 'not-found' }

describe('a calendar entry', () => {
  it('is in the calendars of its owner, those who take part and their team, with its history', async () => {
    const made = await createSchedule(as('lee'), { ...entry, participantIds: [personId('park')] })
    const titles = async (code: Code, view: 'mine' | 'unit') => {
      const { rows } = await listSchedule(as(code), { ...WEEK, view, unitId: unitId('team') })
      return rows.filter((row) => row.id === made.scheduleId).map((row) => [row.title, row.mine])
    }
    expect(await titles('lee', 'mine')).toEqual([[entry.title, true]])
    expect(await titles('park', 'mine')).toEqual([[entry.title, true]])
    expect(await titles('jung', 'mine')).toEqual([])
    expect(await titles('jung', 'unit')).toEqual([[entry.title, false]])
    expect(await titles('choi', 'unit')).toEqual([])
    const edited = await editSchedule(as('kim', TEN), { scheduleId: made.scheduleId, ...entry, title: '계획 보고' })
    expect(edited.version).toBe(2)
    await recordScheduleResult(as('lee', ELEVEN), { scheduleId: made.scheduleId, version: 2, result: '계획을 세움' })
    const view = await getSchedule(as('jung'), { scheduleId: made.scheduleId })
    expect(view).toMatchObject({ title: '계획 보고', result: '계획을 세움', can: { edit: false, result: false } })
    expect(view.changes.map(({ kind, person, fields }) => [kind, person, fields])).toEqual([
      ['result', '이주무', ['result']],
      ['edited', '김팀장', ['title', 'participantIds']],
      ['created', '이주무', []],
    ])
    await w.t.expectAudit(w.t.ctx('mogaha'), { action: 'schedule.create', subjectId: made.scheduleId })
    await w.t.expectAudit(w.t.ctx('mogaha'), { action: 'schedule.edited', subjectId: made.scheduleId })
  })

  it('is changed by nobody else, in no stale version, and not after it was cancelled', async () => {
    const { scheduleId } = await createSchedule(as('lee'), entry)
    const change = { scheduleId, ...entry, version: 1 }
    await expect(editSchedule(as('jung'), change)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(recordScheduleResult(as('jung'), { scheduleId, result: '가' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await editSchedule(as('lee', TEN), change)
    await expect(editSchedule(as('kim'), change)).rejects.toMatchObject({
      code: 'record.changed-meanwhile',
      params: { who: '이주무', at: TEN },
    })
    await expect(cancelSchedule(as('jung'), { scheduleId, reason: '가' })).rejects.toMatchObject({ kind: 'forbidden' })
    const done = await cancelSchedule(as('lee'), { scheduleId, reason: '장관 일정 변경' })
    expect(done.status).toBe('cancelled')
    await expect(editSchedule(as('lee'), { ...change, version: 3 })).rejects.toThrow('schedule.cancelled')
    await expect(cancelSchedule(as('lee'), { scheduleId, reason: '가' })).rejects.toThrow('schedule.cancelled')
    const audit = await w.t.expectAudit(w.t.ctx('mogaha'), { action: 'schedule.cancelled', subjectId: scheduleId })
    expect(audit.reason).toBe('장관 일정 변경')
  })

  it('of a person alone, of a bureau or of the agency is known to just those', async () => {
    const seen = async (scope: 'participants' | 'bureau' | 'agency') => {
      const { scheduleId } = await createSchedule(as('lee'), { ...entry, scope })
      const knows = async (code: Code) => {
        const one = getSchedule(as(code), { scheduleId })
        return one.then(() => true).catch((error: { kind: string }) => error.kind !== 'not-found')
      }
      return Object.fromEntries(
        await Promise.all((['lee', 'jung', 'choi', 'park'] as const).map(async (code) => [code, await knows(code)])),
      )
    }
    expect(await seen('participants')).toEqual({ lee: true, jung: false, choi: false, park: false })
    expect(await seen('bureau')).toEqual({ lee: true, jung: true, choi: true, park: false })
    expect(await seen('agency')).toEqual({ lee: true, jung: true, choi: true, park: true })
  })

  it('refuses an end before its beginning, unknown people and cards, a foreign unit and a span without end', async () => {
    const wrong = [
      [{ endsAt: NINE }, 'record.time-order', 'endsAt'],
      [{ endsAt: '2026-06-01T00:00:00Z' }, 'schedule.too-long', 'endsAt'],
      [{ participantIds: [NOBODY] }, 'record.person-unknown', 'participantIds'],
      [{ taskCardIds: [NOBODY] }, 'record.task-unknown', 'taskCardIds'],
      [{ unitId: unitId('other') }, 'record.unit-not-mine', 'unitId'],
    ] as const
    for (const [change, code, field] of wrong as readonly (readonly [object, string, string])[]) {
      await expect(createSchedule(as('lee'), { ...entry, ...change })).rejects.toMatchObject({ code, field })
    }
    await expect(listSchedule(as('lee'), { ...WEEK, to: '2027-01-01T00:00:00Z' })).rejects.toThrow('schedule.span')
    await expect(createSchedule(w.t.ctx('mogaha'), entry)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is entered once however often the form is sent', async () => {
    const once = { ...entry, idempotencyKey: 'the-same-form' }
    const [one, two] = [await createSchedule(as('lee'), once), await createSchedule(as('lee'), once)]
    expect(two).toEqual(one)
  })
})

describe('a memo report', () => {
  const memo = { title: '팀제 홍보를 위한 워크샵 계획 보고', body: '장관님께서 지시하신 워크샵 계획을 보고합니다.' }
  const sent = async (change: object = {}) =>
    (await sendMemo(as('lee'), { ...memo, readerId: personId('kim'), ...change })).memoId

  it('goes to its reader, who acknowledges it and answers with opinions that stay in order', async () => {
    const memoId = await sent({ copyIds: [personId('choi'), personId('kim')] })
    const box = await listMemos(as('kim'), { box: 'received' })
    expect(box.rows[0]).toMatchObject({ id: memoId, title: memo.title, waiting: true, person: { name: '이주무' } })
    expect(box.waiting).toBeGreaterThan(0)
    expect((await acknowledgeMemo(as('kim', TEN), { memoId, version: 1 })).state).toBe('acknowledged')
    await answerMemo(as('kim', TEN), { memoId, opinion: '지자체도 부르면 좋겠습니다.' })
    await answerMemo(as('kim', ELEVEN), { memoId, opinion: '장소도 다시 봅시다.' })
    const view = await getMemo(as('choi'), { memoId })
    expect(view).toMatchObject({ state: 'answered', acknowledgedAt: TEN, answeredAt: TEN, version: 4 })
    expect(view.copies.map((one) => one.name)).toEqual(['최본부'])
    expect(view.opinions.map(({ body, person }) => [person.name, body])).toEqual([
      ['김팀장', '지자체도 부르면 좋겠습니다.'],
      ['김팀장', '장소도 다시 봅시다.'],
    ])
    for (const action of ['memo.send', 'memo.acknowledge', 'memo.answer']) {
      await w.t.expectAudit(w.t.ctx('mogaha'), { action, subjectId: memoId })
    }
  })

  it('is acted on by its reader alone, and withdrawn by its author alone before it was read', async () => {
    const memoId = await sent({ scope: 'unit' })
    for (const act of [acknowledgeMemo(as('jung'), { memoId }), answerMemo(as('lee'), { memoId, opinion: '가' })]) {
      await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(withdrawMemo(as('kim'), { memoId, reason: '가' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(acknowledgeMemo(as('kim'), { memoId, version: 9 })).rejects.toThrow('record.changed-meanwhile')
    await acknowledgeMemo(as('kim'), { memoId })
    await expect(withdrawMemo(as('lee'), { memoId, reason: '가' })).rejects.toThrow('memo.already-read')
    const other = await sent()
    await withdrawMemo(as('lee'), { memoId: other, reason: '내용을 고쳐 다시 보고합니다.' })
    await w.t.expectAudit(w.t.ctx('mogaha'), { action: 'memo.withdraw', subjectId: other })
    await expect(acknowledgeMemo(as('kim'), { memoId: other })).rejects.toThrow('memo.withdrawn')
    expect((await listMemos(as('kim'), {})).rows.map((row) => row.id)).not.toContain(other)
    expect((await listMemos(as('lee'), { box: 'sent' })).rows.map((row) => row.id)).toContain(other)
  })

  it('has its files read by its audience alone', async () => {
    async function* bytes() {
      yield new TextEncoder().encode('워크샵 세부 계획')
    }
    const { id: fileId } = await storeFile(as('lee'), { name: '세부 계획.txt', bytes: bytes() })
    const memoId = await sent({ fileIds: [fileId] })
    expect((await getMemo(as('kim'), { memoId })).files.map((file) => file.name)).toEqual(['세부 계획.txt'])
    expect((await readAttachedFile(as('kim'), { fileId }, [mayReadMemoFile])).size).toBeGreaterThan(0)
    for (const ctx of [as('jung'), as('park'), as('kim', NINE, 'gangnam')]) {
      await expect(readAttachedFile(ctx, { fileId }, [mayReadMemoFile])).rejects.toMatchObject(unheard)
    }
    await expect(sendMemo(as('jung'), { ...memo, readerId: personId('kim'), fileIds: [fileId] })).rejects.toMatchObject(
      {
        code: 'file.unknown',
        field: 'fileIds',
      },
    )
  })

  it('goes to somebody else of the agency', async () => {
    await expect(sent({ readerId: personId('lee') })).rejects.toThrow('memo.reader-self')
    await expect(sent({ readerId: NOBODY })).rejects.toMatchObject({ code: 'record.person-unknown', field: 'readerId' })
  })

  it('is found by its words, page by page, and by nobody outside its audience', async () => {
    for (const n of [1, 2, 3]) await sent({ title: `100% 찾을 것 ${n}` })
    const first = await listMemos(as('lee'), { box: 'sent', search: '100% 찾', limit: 2 })
    const second = await listMemos(as('lee'), {
      box: 'sent',
      search: '100% 찾',
      limit: 2,
      cursor: first.nextCursor ?? '',
    })
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([2, 1, null])
    expect((await listMemos(as('jung'), { box: 'all', search: '100% 찾' })).rows).toEqual([])
    await expect(listMemos(as('lee'), { cursor: 'bm90aGluZw' })).rejects.toMatchObject({ field: 'cursor' })
  })
})

describe('a meeting', () => {
  const plan = () => ({
    name: '제23차 정책조정회의',
    startsAt: NINE,
    endsAt: ELEVEN,
    place: '대회의실',
    chairId: personId('kim'),
    attendeeIds: [personId('choi'), personId('jung')],
    observerIds: [personId('park')],
    agenda: [{ title: '팀제 매뉴얼 제작·보급 계획', presenterId: personId('lee') }, { title: '기타' }],
  })
  const planned = async (change: object = {}) => (await planMeeting(as('lee'), { ...plan(), ...change })).meetingId
  const minuted = async (meetingId: Id) => {
    const { agenda, version } = await getMeeting(as('lee'), { meetingId })
    const said = { remarks: '표준모델을 함께 보급하자는 의견', result: 'passed' as const, decision: '원안대로 의결' }
    const items = agenda.map(({ id }) => ({ id, ...said }))
    const people = { attendeeIds: [personId('jung')], observerIds: [personId('park')] }
    return writeMinutes(as('lee', ELEVEN), {
      meetingId,
      version,
      ...people,
      procedure: '개회, 보고, 의결, 폐회',
      items,
    })
  }

  it('is minuted by its writer, confirmed by its chair, and never changes again', async () => {
    const meetingId = await planned()
    expect((await minuted(meetingId)).status).toBe('held')
    const done = await confirmMinutes(as('kim', ELEVEN), { meetingId })
    expect(done.status).toBe('confirmed')
    const view = await getMeeting(as('park'), { meetingId })
    expect(view.people.map(({ name, role }) => `${name} ${role}`)).toEqual([
      '김팀장 chair',
      '이주무 recorder',
      '정주무 attendee',
      '박감사 observer',
    ])
    expect(view.agenda[0]).toMatchObject({ result: 'passed', presenter: { name: '이주무' } })
    expect(view.can).toEqual({ edit: false, minutes: false, confirm: false, cancel: false })
    await expect(minuted(meetingId)).rejects.toThrow('meeting.confirmed')
    await expect(editMeeting(as('lee'), { meetingId, ...plan() })).rejects.toThrow('meeting.confirmed')
    await expect(cancelMeeting(as('kim'), { meetingId, reason: '가' })).rejects.toThrow('meeting.confirmed')
    await expect(confirmMinutes(as('kim'), { meetingId })).rejects.toThrow('meeting.confirmed')
    for (const action of ['meeting.plan', 'meeting.minuted', 'meeting.confirmed']) {
      await w.t.expectAudit(w.t.ctx('mogaha'), { action, subjectId: meetingId })
    }
  })

  it('is confirmed only when its minutes are whole, and by nobody but the chair', async () => {
    const meetingId = await planned()
    await expect(confirmMinutes(as('kim'), { meetingId })).rejects.toThrow('meeting.not-held')
    const { agenda } = await getMeeting(as('lee'), { meetingId })
    const part = { meetingId, attendeeIds: [personId('jung')], procedure: '개회', items: [{ id: agenda[0]?.id ?? '' }] }
    await expect(writeMinutes(as('jung', ELEVEN), part)).rejects.toMatchObject({ kind: 'forbidden' })
    await writeMinutes(as('lee', ELEVEN), part)
    await expect(confirmMinutes(as('kim', ELEVEN), { meetingId })).rejects.toMatchObject({
      code: 'meeting.minutes-incomplete',
      params: { item: '팀제 매뉴얼 제작·보급 계획' },
    })
    await minuted(meetingId)
    await expect(confirmMinutes(as('lee', ELEVEN), { meetingId })).rejects.toMatchObject({ kind: 'forbidden' })
    const stale = { meetingId, version: 1 }
    await expect(confirmMinutes(as('kim', ELEVEN), stale)).rejects.toThrow('record.changed-meanwhile')
    const foreign = { ...part, items: [{ id: NOBODY }] }
    await expect(writeMinutes(as('lee', ELEVEN), foreign)).rejects.toThrow('meeting.item-unknown')
  })

  it('has a chair other than its writer, known people, and no minutes before it begins', async () => {
    await expect(planned({ chairId: personId('lee') })).rejects.toThrow('meeting.chair-is-recorder')
    await expect(planned({ chairId: NOBODY })).rejects.toMatchObject({ field: 'chairId' })
    await expect(planned({ agenda: [{ title: '가', taskCardIds: [NOBODY] }] })).rejects.toMatchObject({
      field: 'agenda',
    })
    const meetingId = await planned({ startsAt: ELEVEN, endsAt: null })
    const minutes = { meetingId, attendeeIds: [personId('jung')], procedure: '개회', items: [] }
    await expect(writeMinutes(as('lee', TEN), minutes)).rejects.toThrow('meeting.too-early')
  })

  it('is changed with its agenda, and cancelled, as long as it was not held', async () => {
    const meetingId = await planned()
    const [first] = (await getMeeting(as('lee'), { meetingId })).agenda
    const agenda = [{ title: '새 안건' }, { id: first?.id, title: '팀제 매뉴얼 제작·보급 계획' }]
    await expect(editMeeting(as('jung'), { meetingId, ...plan() })).rejects.toMatchObject({ kind: 'forbidden' })
    await editMeeting(as('kim'), { meetingId, ...plan(), agenda })
    const view = await getMeeting(as('lee'), { meetingId })
    expect(view.agenda.map(({ title }) => title)).toEqual(['새 안건', '팀제 매뉴얼 제작·보급 계획'])
    expect(view.agenda[1]?.id).toBe(first?.id)
    await cancelMeeting(as('lee'), { meetingId, reason: '의장 출장' })
    await w.t.expectAudit(w.t.ctx('mogaha'), { action: 'meeting.cancelled', subjectId: meetingId })
    await expect(editMeeting(as('lee'), { meetingId, ...plan() })).rejects.toThrow('meeting.cancelled')
  })

  it('is in the list of its audience, with what was decided', async () => {
    const meetingId = await planned({ name: '부내 혁신 점검회의' })
    await minuted(meetingId)
    const found = await listMeetings(as('park'), { search: '점검회의', mine: true })
    expect(found.rows).toMatchObject([{ id: meetingId, status: 'held', chair: '김팀장', items: 2, decided: 2 }])
    const hidden = await planned({ name: '부내 인사 회의', attendeeIds: [], observerIds: [] })
    expect((await listMeetings(as('park'), { search: '인사 회의' })).rows).toEqual([])
    await expect(getMeeting(as('park'), { meetingId: hidden })).rejects.toMatchObject(unheard)
  })
})

describe('the 실적 of a task card', () => {
  let taskCardIds: Id[]
  beforeAll(async () => {
    await runModel(w.t, 'mogaha')
    const worker = w.t.workerCtx('mogaha')
    const file = functionFile([line('T-1', '팀제 운영', { units: 'team' })])
    await openFunctions(worker, { name: '시험.csv', bytes: file }, new Date('2005-01-03T00:00:00Z'))
    const [task] = await withTenant(worker, (tx) => unitTasksByCodes(tx, ['T-1']))
    const card = { unitTaskId: task?.id ?? '', year: 2026, unitId: unitId('team'), ownerId: personId('lee') }
    const made = ['혁신적 책임행정조직 구현', '통합행정혁신시스템 구축'].map((name) =>
      createTaskCard(as('lee'), { ...card, name }),
    )
    taskCardIds = (await Promise.all(made)).map((one) => one.taskCardId)
  })

  const seen = async (code: Code = 'lee', card = 0) => {
    const { rows } = await listAchievements(as(code), { taskCardId: taskCardIds[card] ?? '', view: 'all' })
    return rows.map(({ kind, title, state }) => `${kind} ${title} ${state}`).sort()
  }

  it('fills itself with schedules, memos and agenda items, follows them, and hides what is not the reader’s', async () => {
    const [taskCardId = ''] = taskCardIds
    const tied = { taskCardIds: [taskCardId] }
    const { scheduleId } = await createSchedule(as('lee'), { ...entry, ...tied, title: '일정' })
    const { memoId } = await sendMemo(as('lee'), { title: '메모', body: '나', readerId: personId('kim'), ...tied })
    const agenda = [{ title: '안건', ...tied }]
    const place = { startsAt: NINE, place: '나', chairId: personId('kim'), attendeeIds: [personId('jung')] }
    const { meetingId } = await planMeeting(as('lee'), { name: '제23차 정책조정회의', ...place, agenda })
    expect(await seen()).toEqual(['agenda-item 안건 planned', 'memo-report 메모 reported', 'schedule 일정 planned'])
    await recordScheduleResult(as('lee', ELEVEN), { scheduleId, result: '마침' })
    await acknowledgeMemo(as('kim'), { memoId })
    const [item] = (await getMeeting(as('lee'), { meetingId })).agenda
    const items = [{ id: item?.id ?? '', remarks: '가', result: 'deferred' as const, decision: '다음에' }]
    await writeMinutes(as('lee', ELEVEN), { meetingId, attendeeIds: [personId('jung')], procedure: '개회', items })
    expect(await seen()).toEqual(['agenda-item 안건 deferred', 'memo-report 메모 read', 'schedule 일정 done'])
    expect(await seen('park')).toEqual([])
    expect(await seen('jung')).toEqual(['agenda-item 안건 deferred', 'schedule 일정 done'])
    expect(await getMeeting(as('lee'), { meetingId: item?.id ?? '' })).toMatchObject({ id: meetingId })
  })

  it('loses what is tied to another card, and keeps what was cancelled as cancelled', async () => {
    const [one = '', other = ''] = taskCardIds
    const before = await seen()
    const { scheduleId } = await createSchedule(as('lee'), { ...entry, taskCardIds: [one] })
    await editSchedule(as('lee'), { scheduleId, ...entry, taskCardIds: [other] })
    expect(await seen()).toEqual(before)
    expect(await seen('lee', 1)).toEqual([`schedule ${entry.title} planned`])
    await cancelSchedule(as('lee'), { scheduleId, reason: '연기' })
    expect(await seen('lee', 1)).toEqual([`schedule ${entry.title} cancelled`])
  })
})
