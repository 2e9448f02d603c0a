import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { officialCalendar } from '../../platform/calendar/index.ts'
import { type StatutoryClockInput, statutoryClock } from './statutory-clock.ts'
import { routingDeadline } from './statutory-clock-period.ts'

const seoul = (text: string) => new Date(`${text}+09:00`)
const DAYS = (amount: number) => ({ unit: 'days', amount }) as const
const IMMEDIATE = { unit: 'hours', amount: 3 } as const
const run = (input: Omit<StatutoryClockInput, 'calendar'>) => statutoryClock({ ...input, calendar: officialCalendar })
const due = (input: Omit<StatutoryClockInput, 'calendar'>) => officialCalendarText(run(input).dueAt)
const officialCalendarText = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)

describe('민원처리법 제19조제1항: 5 days or less run in working hours from the moment of receipt', () => {
  it.each([
    // received, days, due
    ['2026-11-16T09:00', 1, '2026-11-16T18:00'],
    ['2026-11-16T10:30', 1, '2026-11-17T10:30'],
    ['2026-11-16T12:30', 1, '2026-11-17T12:00'],
    ['2026-11-20T16:00', 1, '2026-11-23T16:00'], // Friday, over the weekend
    ['2026-11-20T16:00', 5, '2026-11-27T16:00'],
    ['2026-11-20T18:30', 1, '2026-11-23T18:00'], // after hours: starts Monday 09:00
    ['2026-11-21T11:00', 2, '2026-11-24T18:00'], // Saturday
    ['2026-02-13T17:00', 3, '2026-02-23T17:00'], // 설날 16–18 February
    ['2026-09-23T14:00', 2, '2026-09-29T14:00'], // 추석 24–26 September
    ['2026-02-27T13:00', 1, '2026-03-03T12:00'], // 3·1절 on Sunday, substitute on Monday
  ])('received %s, %i day(s): due %s', (received, days, expected) => {
    expect(due({ receivedAt: seoul(received), period: DAYS(days) })).toBe(expected)
  })

  it('measures the time used in working hours ÷ 8', () => {
    const clock = run({
      receivedAt: seoul('2026-11-20T16:00'),
      period: DAYS(5),
      completedAt: seoul('2026-11-23T11:00'),
    })
    expect(clock).toMatchObject({
      basis: 'hours',
      elapsedWorkingMinutes: 240,
      elapsedDays: '0.5',
      withinDeadline: true,
    })
  })

  it('is late one millisecond after the deadline', () => {
    const received = { receivedAt: seoul('2026-11-16T09:00'), period: DAYS(1) }
    expect(run({ ...received, completedAt: seoul('2026-11-16T18:00') }).withinDeadline).toBe(true)
    expect(run({ ...received, completedAt: seoul('2026-11-16T18:00:00.001') }).withinDeadline).toBe(false)
  })
})

describe('민원처리법 제19조제2항: 6 days or more run in days, the first day counted', () => {
  it.each([
    ['2026-11-16T09:00', 7, '2026-11-24T23:59'],
    ['2026-11-16T23:50', 7, '2026-11-24T23:59'],
    ['2026-11-16T00:05', 6, '2026-11-23T23:59'],
    ['2026-11-21T11:00', 7, '2026-12-01T23:59'], // Saturday: Monday is the first day
    ['2026-02-13T10:00', 7, '2026-02-26T23:59'], // 설날
    ['2026-09-23T10:00', 14, '2026-10-16T23:59'], // 추석, 개천절 with its substitute, 한글날
    ['2026-11-16T09:00', 14, '2026-12-03T23:59'],
    ['2026-12-24T09:00', 7, '2027-01-05T23:59'], // over the turn of the year
  ])('received %s, %i days: due %s', (received, days, expected) => {
    expect(due({ receivedAt: seoul(received), period: DAYS(days) })).toBe(expected)
  })

  it('counts the day of receipt as one, whatever the hour', () => {
    const clock = run({
      receivedAt: seoul('2026-11-16T17:59'),
      period: DAYS(7),
      completedAt: seoul('2026-11-17T09:01'),
    })
    expect(clock).toMatchObject({ basis: 'days', elapsedDays: '2', elapsedWorkingMinutes: 2, withinDeadline: true })
  })
})

describe('시행령 제19조: 즉시 is three working hours', () => {
  it.each([
    ['2026-11-16T09:00', '2026-11-16T12:00'],
    ['2026-11-16T10:00', '2026-11-16T14:00'],
    ['2026-11-20T17:00', '2026-11-23T11:00'],
  ])('received %s: due %s', (received, expected) => {
    expect(due({ receivedAt: seoul(received), period: IMMEDIATE })).toBe(expected)
  })
})

describe('시행령 제20조, 행정절차법 시행령 제11조: time for a supplement is not counted', () => {
  it('in days, with the day of sending and the day of arrival', () => {
    const clock = run({
      receivedAt: seoul('2026-11-16T09:00'),
      period: DAYS(7),
      pauses: [{ kind: 'supplement', from: seoul('2026-11-17T15:00'), to: seoul('2026-11-19T10:00') }],
      completedAt: seoul('2026-11-27T17:00'),
    })
    expect(officialCalendarText(clock.dueAt)).toBe('2026-11-27T23:59')
    expect(clock.elapsedDays).toBe('7')
    expect(clock.trace.filter((d) => d.reasonKey === 'clock.paused.supplement').map((d) => d.date)).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
    ])
  })

  it('in hours, to the minute', () => {
    const pauses = [{ kind: 'supplement', from: seoul('2026-11-16T11:00'), to: seoul('2026-11-17T10:00') }] as const
    expect(due({ receivedAt: seoul('2026-11-16T10:00'), period: DAYS(1), pauses })).toBe('2026-11-17T18:00')
  })

  it('an open one keeps the deadline moving', () => {
    const pauses = [{ kind: 'supplement', from: seoul('2026-11-16T11:00') }] as const
    const received = { receivedAt: seoul('2026-11-16T09:00'), period: DAYS(7), pauses }
    const clock = run({ ...received, asOf: seoul('2026-11-18T12:00') })
    expect(clock.paused).toBe(true)
    expect(officialCalendarText(clock.dueAt)).toBe('2026-11-27T23:59')
    expect(run(received).paused).toBe(false)
  })
})

describe('시행령 제17조제5항: on-site inspection of a grievance is not counted, up to 14 days (21 when prolonged)', () => {
  const receivedAt = seoul('2026-11-02T09:00')
  const inspection = { kind: 'inspection', from: seoul('2026-11-03T09:00'), to: seoul('2026-11-27T18:00') } as const
  it('stops excluding after the fourteenth day', () => {
    expect(due({ receivedAt, period: DAYS(7), pauses: [inspection] })).toBe('2026-11-24T23:59')
  })
  it('stops excluding after the twenty-first day when prolonged', () => {
    expect(due({ receivedAt, period: DAYS(7), pauses: [{ ...inspection, prolonged: true }] })).toBe('2026-12-01T23:59')
  })
  it('takes no day whose office hours it does not cover', () => {
    const short = { ...inspection, to: seoul('2026-11-03T11:00') }
    expect(due({ receivedAt, period: DAYS(7), pauses: [short] })).toBe('2026-11-10T23:59')
  })
})

describe('시행령 제21조제1항: extension', () => {
  const received = { receivedAt: seoul('2026-11-16T09:00'), period: DAYS(7) }
  it('once within the length of the period, a second time with consent', () => {
    expect(due({ ...received, extensions: [{ amount: 3 }] })).toBe('2026-11-27T23:59')
    expect(due({ ...received, extensions: [{ amount: 7 }, { amount: 7, consented: true }] })).toBe('2026-12-14T23:59')
  })
  it('of a period in hours goes on in hours', () => {
    const hours = { receivedAt: seoul('2026-11-16T16:00'), period: DAYS(4), extensions: [{ amount: 4 }] }
    expect(run(hours).basis).toBe('hours')
    expect(due(hours)).toBe('2026-11-26T16:00')
  })
  it.each([
    ['clock.extension-too-long', [{ amount: 8 }]],
    ['clock.extension-needs-consent', [{ amount: 3 }, { amount: 3 }]],
    ['clock.too-many-extensions', [{ amount: 1 }, { amount: 1, consented: true }, { amount: 1, consented: true }]],
  ])('refuses %s', (code, extensions) => {
    expect(() => run({ ...received, extensions })).toThrow(expect.objectContaining({ code }))
  })
})

describe('시행령 제6조제7항, 제13조: routing', () => {
  it.each([
    ['to-duty-unit', '2026-11-16T12:00'],
    ['within-agency', '2026-11-16T15:00'],
    ['to-other-agency', '2026-11-17T11:00'],
    ['acceptance', '2026-11-17T11:00'],
  ] as const)('%s by %s', (step, expected) => {
    expect(officialCalendarText(routingDeadline(step, seoul('2026-11-16T11:00'), officialCalendar))).toBe(expected)
  })
})

describe('the trace', () => {
  it('names every day from receipt to deadline, and adds up', () => {
    const clock = run({
      receivedAt: seoul('2026-02-13T16:00'),
      period: DAYS(2),
      completedAt: seoul('2026-02-20T10:00'),
    })
    expect(clock.trace.map((d) => [d.date.slice(5), d.reasonKey, d.name ?? '', d.minutes, d.due])).toEqual([
      ['02-13', 'clock.counted', '', 120, false],
      ['02-14', 'clock.saturday', '', 0, false],
      ['02-15', 'clock.sunday', '', 0, false],
      ['02-16', 'clock.holiday', '설날 전날', 0, false],
      ['02-17', 'clock.holiday', '설날', 0, false],
      ['02-18', 'clock.holiday', '설날 다음 날', 0, false],
      ['02-19', 'clock.counted', '', 480, false],
      ['02-20', 'clock.counted', '', 480, true],
    ])
    expect(clock.elapsedWorkingMinutes).toBe(120 + 480 + 60)
  })
})

describe('bad input', () => {
  const receivedAt = seoul('2026-11-16T09:00')
  it.each([
    ['clock.invalid-period', { period: DAYS(0) }],
    ['clock.invalid-period', { period: DAYS(2.5) }],
    ['clock.completed-before-received', { period: DAYS(7), completedAt: seoul('2026-11-16T08:59') }],
    [
      'clock.pause-ends-before-start',
      { period: DAYS(7), pauses: [{ kind: 'supplement', from: receivedAt, to: seoul('2026-11-15T09:00') }] as const },
    ],
    ['calendar.year-missing', { period: DAYS(7), receivedAt: seoul('2015-03-02T09:00') }],
    ['calendar.year-missing', { period: DAYS(14), receivedAt: seoul('2027-12-20T09:00') }],
  ])('is refused: %s', (code, input) => {
    expect(() => run({ receivedAt, ...input })).toThrow(expect.objectContaining({ code }))
  })
})

describe('for any petition', () => {
  const instant = fc.date({
    min: new Date('2018-02-01T00:00Z'),
    max: new Date('2027-01-01T00:00Z'),
    noInvalidDate: true,
  })
  const period = fc.oneof(fc.constant(IMMEDIATE), fc.integer({ min: 1, max: 20 }).map(DAYS))
  const hours = fc.integer({ min: 0, max: 200 }).map((h) => h * 3_600_000)
  const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

  it('a longer wait never uses less time, a longer pause never brings the deadline nearer', () => {
    fc.assert(
      fc.property(instant, period, hours, hours, hours, (receivedAt, p, wait, more, start) => {
        const shorter = run({ receivedAt, period: p, completedAt: later(receivedAt, wait) })
        const longer = run({ receivedAt, period: p, completedAt: later(receivedAt, wait + more) })
        expect(longer.elapsedWorkingMs).toBeGreaterThanOrEqual(shorter.elapsedWorkingMs)
        expect(Number(longer.elapsedDays)).toBeGreaterThanOrEqual(Number(shorter.elapsedDays))
        expect(longer.dueAt).toEqual(shorter.dueAt)
        const from = later(receivedAt, start)
        const paused = (to: number) =>
          run({ receivedAt, period: p, pauses: [{ kind: 'supplement', from, to: later(from, to) }] })
        expect(paused(wait + more).dueAt.getTime()).toBeGreaterThanOrEqual(paused(wait).dueAt.getTime())
      }),
      { numRuns: 300 },
    )
  })

  it('a later receipt never has an earlier deadline, a longer period never either', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 6, max: 20 }),
        hours,
        (at, short, long, ms) => {
          for (const p of [DAYS(short), DAYS(long), IMMEDIATE]) {
            const first = run({ receivedAt: at, period: p }).dueAt.getTime()
            expect(run({ receivedAt: later(at, ms), period: p }).dueAt.getTime()).toBeGreaterThanOrEqual(first)
          }
          const inHours = run({ receivedAt: at, period: DAYS(short) }).dueAt.getTime()
          expect(run({ receivedAt: at, period: DAYS(long) }).dueAt.getTime()).toBeGreaterThanOrEqual(inHours)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a pause of zero is nothing, and the trace adds up to the result', () => {
    fc.assert(
      fc.property(instant, period, hours, hours, (receivedAt, p, wait, at) => {
        const completedAt = later(receivedAt, wait)
        const from = later(receivedAt, at)
        const plain = run({ receivedAt, period: p, completedAt })
        expect(run({ receivedAt, period: p, completedAt, pauses: [{ kind: 'supplement', from, to: from }] })).toEqual(
          plain,
        )
        expect(plain.trace.filter((d) => d.due)).toHaveLength(1)
        const lastDay = officialCalendar.dayOf(completedAt)
        const counted = plain.trace.filter((d) => d.counted && d.date <= lastDay).length
        if (plain.basis === 'days') expect(plain.elapsedDays).toBe(String(counted))
        expect(plain.elapsedWorkingMs).toBe(officialCalendar.workingMs(receivedAt, completedAt))
      }),
      { numRuns: 300 },
    )
  })
})
