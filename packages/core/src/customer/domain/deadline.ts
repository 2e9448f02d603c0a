import type { Id } from '../../kernel/index.ts'
import { type ClockCalendar, type StatutoryClock, statutoryClock } from './statutory-clock.ts'
import type { PauseKind } from './statutory-clock-pauses.ts'
import type { ProcessingPeriod } from './statutory-clock-period.ts'

/** What the statutory clock of one petition needs, as stored on it: instants in ISO 8601. */
export interface ClockState {
  readonly period: ProcessingPeriod
  readonly startedAt: string
  readonly pauses: readonly { readonly kind: PauseKind; readonly from: string; readonly to: string }[]
  readonly extensions: readonly { readonly amount: number; readonly at: string; readonly by: Id | null }[]
  /** Time used up to completions that a reopening has superseded: it still counts. */
  readonly carried: { readonly minutes: number; readonly days: string }
}

/** A clock that starts to run at the receipt. */
export function startClock(period: ProcessingPeriod, at: Date): ClockState {
  return { period, startedAt: at.toISOString(), pauses: [], extensions: [], carried: { minutes: 0, days: '0' } }
}

/** Reads the clock at an instant; a completion is measured the same way. */
export function readClock(clock: ClockState, calendar: ClockCalendar, asOf?: Date): StatutoryClock {
  const receivedAt = new Date(clock.startedAt)
  return statutoryClock({
    receivedAt,
    period: clock.period,
    pauses: clock.pauses.map((pause) => ({ kind: pause.kind, from: new Date(pause.from), to: new Date(pause.to) })),
    extensions: clock.extensions.map(({ amount }) => ({ amount })),
    calendar,
    ...(asOf === undefined ? {} : { asOf }),
  })
}

/** The last instant in time. */
export function deadlineOf(clock: ClockState, calendar: ClockCalendar): Date {
  return readClock(clock, calendar).dueAt
}

/** A pause from now on, foreseen to last until `to`: the deadline moves by it at once. */
export function pauseClock(clock: ClockState, kind: PauseKind, from: Date, to: Date): ClockState {
  return { ...clock, pauses: [...clock.pauses, { kind, from: from.toISOString(), to: to.toISOString() }] }
}

/** Ends the last pause of the kind earlier than foreseen. */
export function resumeClock(clock: ClockState, kind: PauseKind, at: Date): ClockState {
  const last = clock.pauses.findLastIndex((pause) => pause.kind === kind)
  const pauses = clock.pauses.map((pause, i) =>
    i === last && new Date(pause.to) > at ? { ...pause, to: at.toISOString() } : pause,
  )
  return { ...clock, pauses }
}

/** Adds the extension the law allows without consent: at most the period itself. */
export function extendClock(clock: ClockState, at: Date, by: Id | null): ClockState {
  return { ...clock, extensions: [...clock.extensions, { amount: clock.period.amount, at: at.toISOString(), by }] }
}

/** Starts anew after a reopening; what was used before is carried into the next completion. */
export function restartClock(clock: ClockState, at: Date, used: { minutes: number; days: string }): ClockState {
  return { ...startClock(clock.period, at), carried: used }
}

/** Time used at completion, superseded completions included. */
export function timeUsed(clock: ClockState, read: StatutoryClock): { minutes: number; days: string } {
  return {
    minutes: clock.carried.minutes + read.elapsedWorkingMinutes,
    days: addDecimals(clock.carried.days, read.elapsedDays),
  }
}

/** Exact sum of two non-negative decimals of at most 6 places, without trailing zeros. */
export function addDecimals(a: string, b: string): string {
  const micro = toMicro(a) + toMicro(b)
  const fraction = String(micro % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${micro / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`
}

function toMicro(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0'))
}
