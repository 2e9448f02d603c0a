/** A calendar day as `YYYY-MM-DD`; days of the agency's calendar, without a time or zone. */
export type Day = string

const DAY_MS = 86_400_000

function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

/** Today in Seoul. */
export function today(now: Date = new Date()): Day {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** The day an instant falls on in Seoul. */
export function dayOf(at: string | Date): Day {
  return today(new Date(at))
}

/** A day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(noon(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to) - noon(from)) / DAY_MS)
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return [a, b].toSorted()[0] ?? a
}

/** The instant at which a day of Seoul is shown, for the formatters. */
export function instantOf(day: Day): string {
  return `${day}T12:00:00+09:00`
}

/** A day as the source screens write it: `2005.02.28`. */
export function dotted(day: Day | null): string {
  return day === null ? '' : day.replaceAll('-', '.')
}

/** True for text that is a day. */
export function isDay(text: string | undefined): text is Day {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text))
}
