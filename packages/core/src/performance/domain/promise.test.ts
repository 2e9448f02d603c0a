import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MICRO } from './fixed.ts'
import { dayOf, periodOf } from './period.ts'
import { brokenFact, type Kept, promiseFact } from './promise.ts'

const due = {
  source: 'phase-compliance',
  subjectId: 'phase',
  sequence: 1,
  unitId: 't1',
  personId: 'kim',
  key: 'phase',
} as const
const kept = (changes: Partial<Kept>): Kept => ({
  ...due,
  eventId: 'event',
  dueDate: '2026-04-30',
  doneDate: '2026-04-29',
  occurredAt: new Date('2026-04-29T10:00:00+09:00'),
  inTime: true,
  share: 1,
  ...changes,
})

describe('what a promise counts for', () => {
  it('is its share on the day it was done, when that was in time', () => {
    expect(promiseFact(kept({}))).toMatchObject({
      value: MICRO,
      revision: 2,
      occurredAt: new Date('2026-04-29T01:00:00Z'),
    })
    expect(promiseFact(kept({ share: 2 / 3 })).value).toBe(666_667n)
    // Told a day later than done: it belongs to the day it was done.
    const told = promiseFact(kept({ doneDate: '2026-04-30', occurredAt: new Date('2026-05-02T09:00:00+09:00') }))
    expect(dayOf(told.occurredAt)).toBe('2026-04-30')
  })

  it('is nothing on the day after the due day when it was late, as 팀제개편 of 2005 two days late', () => {
    const late = promiseFact(
      kept({
        dueDate: '2005-04-30',
        doneDate: '2005-05-02',
        inTime: false,
        occurredAt: new Date('2005-05-02T10:00:00+09:00'),
      }),
    )
    expect(late).toMatchObject({ value: 0n, count: 1 })
    expect(dayOf(late.occurredAt)).toBe('2005-05-01')
  })

  it('is the same whether the calendar or the late completion says it first', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(dayOf)
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 9 }),
        (dueDate, daysLate, sequence) => {
          const done = new Date(Date.parse(`${dueDate}T10:00:00+09:00`) + daysLate * 86_400_000)
          const late = promiseFact(kept({ dueDate, sequence, inTime: false, doneDate: dayOf(done), occurredAt: done }))
          expect(late).toEqual({ ...brokenFact({ ...due, dueDate, sequence }), eventId: 'event' })
        },
      ),
    )
  })

  it('without a due day is never late', () => {
    const fact = promiseFact(kept({ dueDate: null, doneDate: '2026-04-29' }))
    expect([fact.value, periodOf(fact.occurredAt)]).toEqual([MICRO, '2026-04'])
    expect(() => brokenFact({ ...due, dueDate: null })).toThrow(RangeError)
  })
})
