import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ValidationError } from '../../kernel/index.ts'
import { officialCalendar as calendar } from './official-calendar.ts'
import { createCalendar } from './working-calendar.ts'

const HOUR = 3_600_000
const seoul = (text: string) => new Date(`${text}+09:00`)

describe('working days', () => {
  it.each([
    ['2026-11-20', true, 'workday', undefined],
    ['2026-11-21', false, 'saturday', undefined],
    ['2026-11-22', false, 'sunday', undefined],
    ['2026-02-17', false, 'holiday', '설날'],
    ['2026-03-02', false, 'holiday', '대체공휴일(3ㆍ1절)'],
    ['2026-06-03', false, 'holiday', '전국동시지방선거'],
    ['2020-08-17', false, 'holiday', '임시공휴일'],
    ['2026-11-24', true, 'workday', undefined],
  ])('%s: working %s (%s)', (date, working, reason, name) => {
    const day = calendar.day(date)
    expect(day).toMatchObject({ date, working, reason })
    if (name !== undefined) expect(day.name).toContain(name)
  })

  it('refuses a year without a table, by name', () => {
    expect(() => calendar.day('2015-03-02')).toThrow(
      expect.objectContaining({ code: 'calendar.year-missing', params: { year: 2015 } }),
    )
    expect(() => calendar.addWorkingDays('2027-12-30', 3)).toThrow(
      expect.objectContaining({ code: 'calendar.year-missing', params: { year: 2028 } }),
    )
  })

  it('takes an explicitly empty year as weekends only', () => {
    const own = createCalendar({ years: new Map([[2010, new Map()]]) })
    expect(own.day('2010-10-04').working).toBe(true)
    expect(own.day('2010-10-02').reason).toBe('saturday')
    expect(() => own.day('2011-01-03')).toThrow(ValidationError)
  })

  it('lets an agency close on a working day and open on a day off', () => {
    const own = createCalendar({
      years: new Map([[2026, new Map([['2026-05-05', '어린이날']])]]),
      overrides: [
        { date: '2026-11-24', kind: 'holiday', name: '개청기념일' },
        { date: '2026-05-05', kind: 'workday', name: '어린이날 행사' },
      ],
    })
    expect(own.day('2026-11-24')).toMatchObject({ working: false, name: '개청기념일' })
    expect(own.day('2026-05-05')).toMatchObject({ working: true, reason: 'made-workday' })
  })

  it('counts the working days after one date up to another', () => {
    expect(calendar.workingDaysBetween('2026-02-13', '2026-02-19')).toBe(1)
    expect(calendar.workingDaysBetween('2026-02-13', '2026-02-13')).toBe(0)
    expect(calendar.addWorkingDays('2026-02-13', 1)).toBe('2026-02-19')
  })
})

describe('dates', () => {
  it('knows the Seoul date of an instant', () => {
    expect(calendar.dayOf(new Date('2026-11-20T14:59:59.999Z'))).toBe('2026-11-20')
    expect(calendar.dayOf(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
  })

  it.each(['2015-02-30', '2026-13-01', '2026-1-1', '', 'tomorrow', '2025-02-29'])('refuses the date "%s"', (date) => {
    expect(() => calendar.day(date)).toThrow(expect.objectContaining({ code: 'calendar.invalid-date' }))
  })

  it('refuses years in which Seoul had summer time, and invalid instants', () => {
    expect(() => calendar.dayOf(new Date('1988-07-01T00:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'calendar.year-unsupported' }),
    )
    expect(() => calendar.dayOf(new Date(Number.NaN))).toThrow(
      expect.objectContaining({ code: 'calendar.invalid-instant' }),
    )
  })
})

describe('office hours', () => {
  it('excludes the lunch hour', () => {
    expect(calendar.workingMs(seoul('2026-11-20T09:00'), seoul('2026-11-20T18:00'))).toBe(8 * HOUR)
    expect(calendar.workingMs(seoul('2026-11-20T11:30'), seoul('2026-11-20T13:30'))).toBe(1 * HOUR)
    expect(calendar.workingMs(seoul('2026-11-20T17:00'), seoul('2026-11-23T10:00'))).toBe(2 * HOUR)
    expect(calendar.workingMs(seoul('2026-11-21T00:00'), seoul('2026-11-22T23:59'))).toBe(0)
  })

  it('ends a span of working time with its shift', () => {
    expect(calendar.addWorkingMs(seoul('2026-11-20T09:00'), 3 * HOUR)).toEqual(seoul('2026-11-20T12:00'))
    expect(calendar.addWorkingMs(seoul('2026-11-20T09:00'), 8 * HOUR)).toEqual(seoul('2026-11-20T18:00'))
    expect(calendar.addWorkingMs(seoul('2026-11-20T17:00'), 2 * HOUR)).toEqual(seoul('2026-11-23T10:00'))
  })

  it('refuses hours that overlap', () => {
    const years = new Map([[2026, new Map<string, string>()]])
    expect(() => createCalendar({ years, officeHours: [] })).toThrow(ValidationError)
    const officeHours = [
      { from: 540, to: 720 },
      { from: 700, to: 800 },
    ]
    expect(() => createCalendar({ years, officeHours })).toThrow(ValidationError)
  })

  it('adding working time and measuring it agree', () => {
    const instant = fc.date({
      min: new Date('2018-01-02T00:00Z'),
      max: new Date('2027-06-01T00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 * 8 * 3_600_000 }), (from, ms) => {
        expect(calendar.workingMs(from, calendar.addWorkingMs(from, ms))).toBe(ms)
      }),
      { numRuns: 300 },
    )
  })
})

it('gives the same answers in any time zone of the process', () => {
  const script = `
    import { officialCalendar as c } from ${JSON.stringify(new URL('./official-calendar.ts', import.meta.url).href)}
    const at = new Date('2026-11-20T08:30:00Z')
    console.log(JSON.stringify([c.dayOf(at), c.addWorkingMs(at, 7_200_000), c.workingDaysBetween('2026-02-01', '2026-03-31')]))`
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const answers = ['UTC', 'America/New_York', 'Asia/Seoul', 'Pacific/Apia'].map((TZ) => {
    const run = spawnSync(process.execPath, ['--import', tsx, '--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    return run.stdout + run.stderr
  })
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('2026-11-23T01:30:00.000Z')
})
