import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSlug } from '../../../testing/index.ts'
import {
  acknowledgeMemo,
  answerMemo,
  cancelMeeting,
  cancelSchedule,
  confirmMinutes,
  createSchedule,
  editSchedule,
  findPeople,
  getMeeting,
  getMemo,
  getSchedule,
  listMeetings,
  listMemos,
  listSchedule,
  planMeeting,
  recordScheduleResult,
  sendMemo,
  withdrawMemo,
  writeMinutes,
} from './index.ts'
import { type Code, type RecordWorld, recordWorld } from './testing.ts'

const NINE = '2026-01-07T00:00:00.000Z'
const WEEK = { from: '2026-01-04T15:00:00Z', to: '2026-01-11T15:00:00Z' }
const unheard = { kind: 'not-found' }
const entry = { title: '일정', startsAt: NINE }

let w: RecordWorld
beforeAll(async () => {
  w = await recordWorld()
}, 60_000)
afterAll(() => w.t.close())

const personId = (code: Code) => w.personId(code)
const as = (code: Code, at = NINE, slug: TestSlug = 'mogaha') => w.as(code, at, slug)

describe('another agency', () => {
  it('finds nothing of these records, whatever it calls', async () => {
    const { scheduleId } = await createSchedule(as('lee'), { ...entry, scope: 'agency' })
    const { memoId } = await sendMemo(as('lee'), {
      title: '가',
      body: '나',
      readerId: personId('kim'),
      scope: 'agency',
    })
    const plan = { name: '가', startsAt: NINE, place: '나', chairId: personId('kim'), agenda: [{ title: '다' }] }
    const { meetingId } = await planMeeting(as('lee'), { ...plan, scope: 'agency' })
    const minutes = { meetingId, attendeeIds: [], procedure: '가', items: [] }
    for (const code of ['lee', 'kim'] as const) {
      const ctx = as(code, NINE, 'gangnam')
      const acts = [
        getSchedule(ctx, { scheduleId }),
        editSchedule(ctx, { scheduleId, ...entry }),
        recordScheduleResult(ctx, { scheduleId, result: '가' }),
        cancelSchedule(ctx, { scheduleId, reason: '가' }),
        getMemo(ctx, { memoId }),
        acknowledgeMemo(ctx, { memoId }),
        answerMemo(ctx, { memoId, opinion: '가' }),
        withdrawMemo(ctx, { memoId, reason: '가' }),
        getMeeting(ctx, { meetingId }),
        writeMinutes(ctx, minutes),
        confirmMinutes(ctx, { meetingId }),
        cancelMeeting(ctx, { meetingId, reason: '가' }),
      ]
      for (const result of await Promise.allSettled(acts)) {
        expect(result).toMatchObject({ status: 'rejected', reason: unheard })
      }
      expect((await listSchedule(ctx, WEEK)).rows).toEqual([])
      expect((await listMemos(ctx, { box: 'all' })).rows).toEqual([])
      expect((await listMeetings(ctx, {})).rows).toEqual([])
      expect((await findPeople(ctx, { ids: [personId('lee')] })).rows).toEqual([])
    }
  })

  it('has people of its own, found by name or unit, heads first', async () => {
    const found = await findPeople(as('lee'), { search: '혁신팀' })
    expect(found.rows.map((one) => one.name)).toEqual(['김팀장', '이주무', '정주무'])
    expect((await findPeople(as('lee'), { search: '박감' })).rows).toMatchObject([{ unit: { ko: '감사팀' } }])
  })
})
