import { ValidationError } from '../../kernel/index.ts'
import {
  type DateString,
  type DayNumber,
  dayNumberOf,
  formatDate,
  instantAt,
  parseDate,
  weekdayOf,
  yearOf,
} from './seoul-time.ts'

/** Holidays by year, then date → name. A year that is absent is unknown; a year with an empty table has weekends only. */
export type HolidayYears = ReadonlyMap<number, ReadonlyMap<DateString, string>>

/** An agency's own day: off although the table says work, or at work although it says off. */
export interface CalendarOverride {
  readonly date: DateString
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

/** Minutes after midnight, Seoul wall clock. */
export interface Shift {
  readonly from: number
  readonly to: number
}

/** 09–18 (민원처리법 시행령 제8조의3) without the lunch hour: the eight hours of 법 제19조제1항. */
export const OFFICE_HOURS: readonly Shift[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
]

export interface CalendarData {
  readonly years: HolidayYears
  readonly overrides?: readonly CalendarOverride[]
  readonly officeHours?: readonly Shift[]
}

export type DayReason = 'workday' | 'made-workday' | 'saturday' | 'sunday' | 'holiday'

export interface CalendarDay {
  readonly date: DateString
  readonly working: boolean
  readonly reason: DayReason
  /** The holiday's or override's name. */
  readonly name?: string
}

/** A span of instants, from included, to excluded. */
export interface Span {
  readonly from: Date
  readonly to: Date
}

/** When an agency works. A value: the same data give the same answers in any process and time zone. */
export interface WorkingCalendar {
  /** The Seoul date of an instant. */
  dayOf(instant: Date): DateString
  /** `days` calendar days later (earlier when negative). */
  addDays(date: DateString, days: number): DateString
  /** What kind of day it is. @throws ValidationError `calendar.year-missing` with the year. */
  day(date: DateString): CalendarDay
  /** The office hours of a date as instants; none on a day off. */
  officeHours(date: DateString): readonly Span[]
  /** First instant of a date. */
  startOf(date: DateString): Date
  /** Last instant of a date that a timestamp in milliseconds can name (민법 제159조: a period ends with its last day). */
  endOf(date: DateString): Date
  /** Working days after `after`, up to and with `upto`; 0 when upto ≤ after. */
  workingDaysBetween(after: DateString, upto: DateString): number
  /** The `count`-th working day after `date`. */
  addWorkingDays(date: DateString, count: number): DateString
  /** Milliseconds of office hours inside [from, to). */
  workingMs(from: Date, to: Date): number
  /** The instant at which `ms` milliseconds of office hours have passed since `from`; the end of a shift, never the start of the next. */
  addWorkingMs(from: Date, ms: number): Date
}

/**
 * Makes a working calendar from tables of holidays, an agency's overrides and office hours.
 * @throws ValidationError `calendar.invalid-date` for an override's impossible date, `calendar.invalid-office-hours` for shifts that overlap or are empty.
 */
export function createCalendar(data: CalendarData): WorkingCalendar {
  const shifts = checkShifts(data.officeHours ?? OFFICE_HOURS)
  const overrides = new Map((data.overrides ?? []).map((o) => [parseDate(o.date), o]))
  const known = new Map<DayNumber, CalendarDay>()

  function dayAt(day: DayNumber): CalendarDay {
    let found = known.get(day)
    if (found === undefined) {
      found = classify(day, data.years, overrides.get(day))
      known.set(day, found)
    }
    return found
  }

  function spansAt(day: DayNumber): readonly Span[] {
    if (!dayAt(day).working) return []
    return shifts.map((s) => ({ from: instantAt(day, s.from), to: instantAt(day, s.to) }))
  }

  return {
    dayOf: (instant) => formatDate(dayNumberOf(instant)),
    addDays: (date, days) => formatDate(parseDate(date) + days),
    day: (date) => dayAt(parseDate(date)),
    officeHours: (date) => spansAt(parseDate(date)),
    startOf: (date) => instantAt(parseDate(date), 0),
    endOf: (date) => new Date(instantAt(parseDate(date) + 1, 0).getTime() - 1),
    workingDaysBetween(after, upto) {
      let count = 0
      const last = parseDate(upto)
      for (let day = parseDate(after) + 1; day <= last; day++) if (dayAt(day).working) count++
      return count
    },
    addWorkingDays(date, count) {
      let day = parseDate(date)
      for (let left = count; left > 0; ) if (dayAt(++day).working) left--
      return formatDate(day)
    },
    workingMs(from, to) {
      let sum = 0
      if (to <= from) return sum
      const last = dayNumberOf(to)
      for (let day = dayNumberOf(from); day <= last; day++) {
        for (const span of spansAt(day)) sum += overlap(span, from, to)
      }
      return sum
    },
    addWorkingMs(from, ms) {
      let left = ms
      for (let day = dayNumberOf(from); ; day++) {
        for (const span of spansAt(day)) {
          const start = Math.max(span.from.getTime(), from.getTime())
          const usable = span.to.getTime() - start
          if (usable > 0 && left <= usable) return new Date(start + left)
          if (usable > 0) left -= usable
        }
      }
    },
  }
}

function classify(day: DayNumber, years: HolidayYears, override: CalendarOverride | undefined): CalendarDay {
  const date = formatDate(day)
  const year = yearOf(day)
  const holidays = years.get(year)
  if (holidays === undefined) throw new ValidationError('calendar.year-missing', { params: { year } })
  if (override?.kind === 'workday') return { date, working: true, reason: 'made-workday', name: override.name }
  const name = override?.name ?? holidays.get(date)
  if (name !== undefined) return { date, working: false, reason: 'holiday', name }
  const weekday = weekdayOf(day)
  if (weekday === 6) return { date, working: false, reason: 'saturday' }
  if (weekday === 0) return { date, working: false, reason: 'sunday' }
  return { date, working: true, reason: 'workday' }
}

function overlap(span: Span, from: Date, to: Date): number {
  const start = Math.max(span.from.getTime(), from.getTime())
  const end = Math.min(span.to.getTime(), to.getTime())
  return Math.max(0, end - start)
}

function checkShifts(shifts: readonly Shift[]): readonly Shift[] {
  let last = 0
  for (const shift of shifts) {
    if (!(shift.from >= last && shift.to > shift.from && shift.to <= 24 * 60)) {
      throw new ValidationError('calendar.invalid-office-hours', { field: 'officeHours' })
    }
    last = shift.to
  }
  if (shifts.length === 0) throw new ValidationError('calendar.invalid-office-hours', { field: 'officeHours' })
  return shifts
}
