import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MICRO } from './fixed.ts'
import { dayOf, periodOf } from './period.ts'
import { type Kept, overdueFact, promiseFact, promiseRevision, promiseSequence } from './promise.ts'

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
      revision: 4,
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

  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(dayOf)
  const at = (day: string, later: number) => new Date(Date.parse(`${day}T10:00:00+09:00`) + later * 86_400_000)

  it('late is the same value, count and month whether or not the calendar counted it before', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9 }), (dueDate, late, sequence) => {
        const done = kept({
          dueDate,
          sequence,
          inTime: false,
          doneDate: dayOf(at(dueDate, late)),
          occurredAt: at(dueDate, late),
        })
        const overdue = overdueFact({ ...due, dueDate, sequence })
        const fact = promiseFact(done)
        expect(promiseFact(done, overdue.occurredAt)).toEqual(fact)
        expect(fact).toEqual({ ...overdue, eventId: 'event', revision: overdue.revision + 2 })
        expect([promiseSequence(overdue.revision), promiseSequence(fact.revision)]).toEqual([sequence, sequence])
        expect(promiseRevision.takenBack(sequence)).toBe(fact.revision + 1)
        expect(promiseRevision.overdue(sequence + 1)).toBeGreaterThan(promiseRevision.takenBack(sequence))
      }),
    )
  })

  it('is judged by the date that was counted: told late it is kept, a date moved afterwards saves nothing', () => {
    const { occurredAt: brokenAt } = overdueFact({ ...due, dueDate: '2026-04-30' })
    const told = kept({ doneDate: '2026-04-30', occurredAt: at('2026-04-30', 3) })
    expect(promiseFact(told, brokenAt)).toMatchObject({ value: MICRO })
    const moved = kept({ dueDate: '2026-06-30', doneDate: '2026-05-20', occurredAt: at('2026-05-20', 0) })
    expect(promiseFact(moved, brokenAt)).toMatchObject({ value: 0n, occurredAt: brokenAt })
    expect(promiseFact(moved)).toMatchObject({ value: MICRO })
  })

  it('without a due day is never late', () => {
    const fact = promiseFact(kept({ dueDate: null, doneDate: '2026-04-29' }))
    expect([fact.value, periodOf(fact.occurredAt)]).toEqual([MICRO, '2026-04'])
  })
})
