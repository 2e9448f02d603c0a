import { describe, expect, it } from 'vitest'
import { incompleteItem, type MeetingAct, type MeetingStatus, meetingRefusal, meetingRoles } from './meeting.ts'
import { type MemoAct, type MemoState, memoRefusal } from './memo.ts'
import { audienceOf } from './scope.ts'

const NOON = new Date('2026-01-07T03:00:00Z')

describe('a memo report', () => {
  const cases: [MemoState, MemoAct, string | null][] = [
    ['reported', 'acknowledge', null],
    ['reported', 'answer', null],
    ['reported', 'withdraw', null],
    ['acknowledged', 'acknowledge', 'memo.already-acknowledged'],
    ['acknowledged', 'answer', null],
    ['acknowledged', 'withdraw', 'memo.already-read'],
    ['answered', 'acknowledge', 'memo.already-answered'],
    ['answered', 'answer', null],
    ['answered', 'withdraw', 'memo.already-read'],
    ['withdrawn', 'answer', 'memo.withdrawn'],
  ]
  it.each(cases)('that is %s meets “%s” with %s', (state, act, code) => expect(memoRefusal(state, act)).toBe(code))
})

describe('a meeting', () => {
  const cases: [MeetingStatus, MeetingAct, string | null][] = [
    ['planned', 'edit', null],
    ['planned', 'minutes', null],
    ['planned', 'confirm', 'meeting.not-held'],
    ['planned', 'cancel', null],
    ['held', 'edit', 'meeting.already-held'],
    ['held', 'minutes', null],
    ['held', 'confirm', null],
    ['held', 'cancel', 'meeting.already-held'],
    ['confirmed', 'minutes', 'meeting.confirmed'],
    ['confirmed', 'confirm', 'meeting.confirmed'],
    ['cancelled', 'edit', 'meeting.cancelled'],
  ]
  it.each(cases)('that is %s meets “%s” with %s', (status, act, code) => {
    expect(meetingRefusal({ status, startsAt: NOON }, act, NOON)).toBe(code)
  })

  it('has no minutes before it begins', () => {
    const earlier = new Date(NOON.getTime() - 1)
    expect(meetingRefusal({ status: 'planned', startsAt: NOON }, 'minutes', earlier)).toBe('meeting.too-early')
  })

  it('is minuted when every item has remarks, a result and a decision', () => {
    const whole = { title: '가', remarks: '발언', result: 'passed', decision: '결정' } as const
    expect(incompleteItem([whole])).toBeNull()
    for (const lack of ['remarks', 'result', 'decision']) {
      expect(incompleteItem([whole, { ...whole, title: '나', [lack]: null }])).toBe('나')
    }
  })

  it('gives each person one part, the chair’s and the writer’s first', () => {
    const roles = meetingRoles({ chairId: 'a', recorderId: 'b', attendeeIds: ['a', 'c'], observerIds: ['c', 'd'] })
    expect(roles.map(({ personId, role }) => `${personId} ${role}`)).toEqual([
      'a chair',
      'b recorder',
      'c attendee',
      'd observer',
    ])
  })
})

describe('the audience of a record', () => {
  const units = { unitId: 'u', bureauUnitIds: ['b', 'u', 'v'] }
  it.each([
    ['participants', []],
    ['unit', ['u']],
    ['bureau', ['b', 'u', 'v']],
    ['agency', null],
  ] as const)('of scope %s are the units %j, and always those who take part', (scope, unitIds) => {
    expect(audienceOf(scope, units, ['p', 'q', 'p'])).toEqual({ unitIds, personIds: ['p', 'q'] })
  })
})
