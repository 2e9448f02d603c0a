import { ValidationError } from '../../kernel/index.ts'

/** A calendar date in Seoul, `YYYY-MM-DD`. */
export type DateString = string

/** Days since 1970-01-01 on Seoul's wall calendar. */
export type DayNumber = number

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Seoul has kept +09:00 without summer time since 1988-10-09. */
const SEOUL_OFFSET = 9 * HOUR
const FIRST_YEAR = 1989
const LAST_YEAR = 9999

/**
 * The Seoul day an instant falls on.
 * @throws ValidationError `calendar.year-unsupported` before 1989, when Seoul still had summer time; `calendar.invalid-instant` for an invalid Date.
 */
export function dayNumberOf(instant: Date): DayNumber {
  const ms = instant.getTime()
  if (Number.isNaN(ms)) throw new ValidationError('calendar.invalid-instant')
  const day = Math.floor((ms + SEOUL_OFFSET) / DAY)
  requireYear(yearOf(day))
  return day
}

/**
 * Reads `YYYY-MM-DD`.
 * @throws ValidationError `calendar.invalid-date` for a date that no calendar has, as 2015-02-30.
 */
export function parseDate(date: DateString): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new ValidationError('calendar.invalid-date', { params: { date: date.slice(0, 40) } })
  }
  requireYear(Number(match?.[1]))
  return ms / DAY
}

/** `YYYY-MM-DD` of a day. */
export function formatDate(day: DayNumber): DateString {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Calendar year of a day. */
export function yearOf(day: DayNumber): number {
  return new Date(day * DAY).getUTCFullYear()
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The instant of a Seoul wall-clock time, in minutes after that day's midnight. */
export function instantAt(day: DayNumber, minutes: number): Date {
  return new Date(day * DAY + minutes * 60_000 - SEOUL_OFFSET)
}

function requireYear(year: number): void {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new ValidationError('calendar.year-unsupported', { params: { year, first: FIRST_YEAR } })
  }
}
