import { ValidationError } from '../../kernel/index.ts'

/** Why time is not counted: 행정절차법 시행령 제11조 (through 민원처리법 시행령 제20조) and on-site inspection (제17조제5항). */
export type PauseKind =
  | 'supplement'
  | 'inspection'
  | 'transit'
  | 'representative'
  | 'hearing'
  | 'examination'
  | 'prior-matter'

export interface ClockPause {
  readonly kind: PauseKind
  readonly from: Date
  /** Absent while the pause is open. */
  readonly to?: Date | null
  /** An inspection prolonged once by up to 7 days (시행령 제17조제4항 단서). */
  readonly prolonged?: boolean
}

/** A pause with both ends, in epoch milliseconds, never empty. */
export interface ClosedPause {
  readonly kind: PauseKind
  readonly from: number
  readonly to: number
}

/** Office hours as epoch milliseconds. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

interface PauseCalendar {
  dayOf(instant: Date): string
  addDays(date: string, days: number): string
  officeHours(date: string): readonly { readonly from: Date; readonly to: Date }[]
  startOf(date: string): Date
}

const INSPECTION_DAYS = 14
const PROLONGED_INSPECTION_DAYS = 21

/**
 * Closes open pauses at the measuring instant, cuts inspections at their statutory length, drops empty ones.
 * @throws ValidationError `clock.pause-ends-before-start` naming the pause.
 */
export function completePauses(
  pauses: readonly ClockPause[],
  measuredAt: Date,
  calendar: PauseCalendar,
): { pauses: readonly ClosedPause[]; open: boolean } {
  const closed: ClosedPause[] = []
  let open = false
  for (const [i, pause] of pauses.entries()) {
    const isOpen = pause.to === undefined || pause.to === null
    if (isOpen && pause.from <= measuredAt) open = true
    const to = pause.to ?? (measuredAt > pause.from ? measuredAt : pause.from)
    if (to < pause.from) throw new ValidationError('clock.pause-ends-before-start', { field: `pauses[${i}].to` })
    const end = Math.min(to.getTime(), statutoryEnd(pause, calendar))
    if (end > pause.from.getTime()) closed.push({ kind: pause.kind, from: pause.from.getTime(), to: end })
  }
  return { pauses: closed, open }
}

/**
 * The pause that takes a whole day out of a clock of days, if any: a supplement takes every day it touches, the day
 * of sending and the day of arrival included (행정절차법 시행령 제11조제1호); others take the days whose office hours they cover.
 */
export function pauseOfDay(
  date: string,
  pauses: readonly ClosedPause[],
  calendar: PauseCalendar,
): ClosedPause | undefined {
  const dayStart = calendar.startOf(date).getTime()
  const dayEnd = calendar.startOf(calendar.addDays(date, 1)).getTime()
  const supplement = pauses.find((p) => p.kind === 'supplement' && p.from < dayEnd && p.to >= dayStart)
  if (supplement !== undefined) return supplement
  const touching = pauses.filter((p) => p.from < dayEnd && p.to > dayStart)
  const hours = calendar.officeHours(date).map((s) => ({ from: s.from.getTime(), to: s.to.getTime() }))
  return touching.length > 0 && withoutPauses(hours, touching).length === 0 ? touching[0] : undefined
}

/** The parts of the spans that no pause takes, in order. */
export function withoutPauses(spans: readonly TimeSpan[], pauses: readonly ClosedPause[]): readonly TimeSpan[] {
  let left = spans
  for (const pause of pauses) {
    left = left.flatMap((span) => {
      if (pause.to <= span.from || pause.from >= span.to) return [span]
      const before = { from: span.from, to: pause.from }
      const after = { from: pause.to, to: span.to }
      return [before, after].filter((part) => part.to > part.from)
    })
  }
  return left
}

function statutoryEnd(pause: ClockPause, calendar: PauseCalendar): number {
  if (pause.kind !== 'inspection') return Number.POSITIVE_INFINITY
  const days = pause.prolonged === true ? PROLONGED_INSPECTION_DAYS : INSPECTION_DAYS
  return calendar.startOf(calendar.addDays(calendar.dayOf(pause.from), days)).getTime()
}
