import { ValidationError } from '../../kernel/index.ts'
import { type ClockPause, completePauses, pauseOfDay, type TimeSpan, withoutPauses } from './statutory-clock-pauses.ts'
import { budgetOf, type ClockBasis, type ClockExtension, type ProcessingPeriod } from './statutory-clock-period.ts'

/** What the clock asks of a working-day calendar; platform's WorkingCalendar is one. Dates are `YYYY-MM-DD` in Seoul. */
export interface ClockCalendar {
  dayOf(instant: Date): string
  addDays(date: string, days: number): string
  day(date: string): { readonly working: boolean; readonly reason: string; readonly name?: string }
  officeHours(date: string): readonly { readonly from: Date; readonly to: Date }[]
  startOf(date: string): Date
  endOf(date: string): Date
}

export interface StatutoryClockInput {
  /** When the agency accepted the petition (접수시각), not when it was typed. */
  readonly receivedAt: Date
  readonly period: ProcessingPeriod
  readonly pauses?: readonly ClockPause[]
  readonly extensions?: readonly ClockExtension[]
  readonly calendar: ClockCalendar
  readonly completedAt?: Date
  /** For a petition still open: the instant to measure at, and to which an open pause reaches. */
  readonly asOf?: Date
}

/** One day of the trace. `reasonKey` is a key of the message catalogue; `name` is a holiday's. */
export interface ClockDay {
  readonly date: string
  readonly counted: boolean
  readonly reasonKey: string
  readonly name?: string
  /** Office hours that ran on this day. */
  readonly workingMs: number
  readonly minutes: number
  /** Counted so far, this day included: days in a clock of days, working milliseconds in a clock of hours. */
  readonly total: number
  /** The period ends on this day. */
  readonly due: boolean
}

export interface StatutoryClock {
  /** `hours` for 즉시 and periods up to 5 days (§19①), `days` from 6 days on (§19②). */
  readonly basis: ClockBasis
  /** Last instant in time. */
  readonly dueAt: Date
  readonly elapsedWorkingMs: number
  /** Whole minutes, rounded down. */
  readonly elapsedWorkingMinutes: number
  /** Statutory days used, up to 6 decimals: counted days, or working hours ÷ 8 in a clock of hours. */
  readonly elapsedDays: string
  readonly withinDeadline: boolean
  /** A pause is open at `asOf`: the deadline still moves. */
  readonly paused: boolean
  readonly trace: readonly ClockDay[]
}

const MS_PER_DAY = 8 * 3_600_000

/**
 * Counts a petition's processing time by 민원처리법 §19 and its decree §§17, 19, 20, 21.
 * Without `completedAt` and `asOf` it measures at the receipt itself (nothing used yet).
 * @returns the deadline, the time used and a trace of every day from receipt to the later of deadline and end.
 * @throws ValidationError `clock.*` for an impossible period, pause or extension, a completion before the receipt,
 *   and `calendar.year-missing` when the count reaches a year without a holiday table.
 */
export function statutoryClock(input: StatutoryClockInput): StatutoryClock {
  const { receivedAt, calendar, completedAt } = input
  const measuredAt = completedAt ?? input.asOf ?? receivedAt
  if (measuredAt < receivedAt) throw new ValidationError('clock.completed-before-received', { field: 'completedAt' })
  const { pauses, open } = completePauses(input.pauses ?? [], measuredAt, calendar)
  const { basis, amount } = budgetOf(input.period, input.extensions ?? [])

  const trace: ClockDay[] = []
  const lastDay = calendar.dayOf(measuredAt)
  let dueAt: Date | undefined
  let total = 0
  let elapsedWorkingMs = 0
  let elapsedDays = 0
  for (
    let date = calendar.dayOf(receivedAt);
    dueAt === undefined || date <= lastDay;
    date = calendar.addDays(date, 1)
  ) {
    const { spans, ...shown } = countDay(date)
    const workingMs = lengthOf(spans)
    const before = total
    total += basis === 'days' ? Number(shown.counted) : workingMs
    const due = dueAt === undefined && total >= amount
    if (due) dueAt = basis === 'days' ? calendar.endOf(date) : instantAfter(spans, amount - before)
    if (date <= lastDay) {
      elapsedWorkingMs += lengthOf(spans, measuredAt.getTime())
      elapsedDays += Number(shown.counted)
    }
    trace.push({ date, ...shown, workingMs, minutes: Math.floor(workingMs / 60_000), total, due })
  }

  return {
    basis,
    dueAt,
    elapsedWorkingMs,
    elapsedWorkingMinutes: Math.floor(elapsedWorkingMs / 60_000),
    elapsedDays: basis === 'days' ? String(elapsedDays) : decimalDays(elapsedWorkingMs),
    withinDeadline: measuredAt <= dueAt,
    paused: open,
    trace,
  }

  function countDay(date: string): CountedDay {
    const { working, reason, name } = calendar.day(date)
    const named = name === undefined ? {} : { name }
    if (!working) return { counted: false, reasonKey: `clock.${reason}`, ...named, spans: [] }
    if (basis === 'days') {
      const pause = pauseOfDay(date, pauses, calendar)
      if (pause !== undefined) return { counted: false, reasonKey: `clock.paused.${pause.kind}`, spans: [] }
    }
    const spans = withoutPauses(hoursFromReceipt(date), pauses)
    if (basis === 'days' || spans.length > 0) return { counted: true, reasonKey: 'clock.counted', ...named, spans }
    const pause = pauses.find(
      (p) => p.from <= calendar.endOf(date).getTime() && p.to > calendar.startOf(date).getTime(),
    )
    return { counted: false, reasonKey: pause ? `clock.paused.${pause.kind}` : 'clock.after-hours', spans }
  }

  function hoursFromReceipt(date: string): TimeSpan[] {
    const spans = calendar.officeHours(date)
    const clipped = spans.map((s) => ({ from: Math.max(s.from.getTime(), receivedAt.getTime()), to: s.to.getTime() }))
    return clipped.filter((s) => s.to > s.from)
  }
}

interface CountedDay {
  readonly counted: boolean
  readonly reasonKey: string
  readonly name?: string
  /** The office hours that run on the day. */
  readonly spans: readonly TimeSpan[]
}

function lengthOf(spans: readonly TimeSpan[], until = Number.POSITIVE_INFINITY): number {
  return spans.reduce((sum, s) => sum + Math.max(0, Math.min(s.to, until) - s.from), 0)
}

/** The instant at which `ms` of the spans have run. */
function instantAfter(spans: readonly TimeSpan[], ms: number): Date {
  let left = ms
  for (const span of spans) {
    if (left <= span.to - span.from) return new Date(span.from + left)
    left -= span.to - span.from
  }
  throw new RangeError('the spans are shorter than the time asked for')
}

/** Working milliseconds ÷ 8 hours, half up to 6 decimals, without trailing zeros. */
function decimalDays(ms: number): string {
  const micro = Math.floor((ms * 1_000_000 + MS_PER_DAY / 2) / MS_PER_DAY)
  const fraction = String(micro % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${Math.floor(micro / 1_000_000)}${fraction === '' ? '' : `.${fraction}`}`
}
