/** A calendar day in Seoul as `YYYY-MM-DD`. */
export type Day = string

const DAY_MS = 86_400_000
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

/** The day an instant falls on in Seoul; today without one. */
export function dayOf(at: string | Date = new Date()): Day {
  return new Date(new Date(at).getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** A day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(noon(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The Monday of the week a day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(noon(day)).getUTCDay() + 6) % 7))
}

/** The instant a day of Seoul begins. */
export function startOf(day: Day): string {
  return new Date(Date.parse(`${day}T00:00:00+09:00`)).toISOString()
}

/** Minutes after midnight in Seoul. */
export function minutesOf(at: string): number {
  const seoul = new Date(new Date(at).getTime() + 9 * 3_600_000)
  return seoul.getUTCHours() * 60 + seoul.getUTCMinutes()
}

/** The clock time of an instant in Seoul as `HH:MM`. */
export function timeOf(at: string): string {
  const minutes = minutesOf(at)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The instant of a day and a clock time in Seoul; undefined when either is not one. */
export function momentOf(day: string, time: string): string | undefined {
  const at = Date.parse(`${day}T${time}:00+09:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

/** True for text that is a day. */
export function isDay(text: string | undefined): text is Day {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text))
}
