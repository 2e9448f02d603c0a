/** A calendar month in Korea, as in `2026-11`. */
export type PeriodKey = string

const SEOUL_OFFSET_MS = 9 * 3_600_000
const KEY = /^(\d{4})-(0[1-9]|1[0-2])$/

/** True for a key like `2026-11`. */
export function isPeriodKey(text: string): boolean {
  return KEY.test(text)
}

/** The month an instant falls in, in Asia/Seoul (UTC+9, no summer time since 1988). */
export function periodOf(instant: Date): PeriodKey {
  return dayOf(instant).slice(0, 7)
}

/** The day an instant falls on in Asia/Seoul, as in `2026-11-22`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + SEOUL_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant a Korean day ends: the first one that belongs to the next day. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SEOUL_OFFSET_MS + 86_400_000)
}

/** The month before or after by `months`. */
export function shiftPeriod(key: PeriodKey, months: number): PeriodKey {
  const [year = 0, month = 1] = key.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
