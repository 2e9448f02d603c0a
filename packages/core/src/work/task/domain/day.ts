/** A day as `2005-02-28`; days compare as texts. */
export type Day = string

const MS = 86_400_000

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS)
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS).toISOString().slice(0, 10)
}
