import { addDays, type Day, dayOf, minutesOf, startOf } from './days.ts'

/** What of an entry the grid needs. */
export interface Placeable {
  readonly id: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly allDay: boolean
}

/** An entry on one day: from and to in minutes after midnight, in one of so many lanes side by side. */
export interface Placed<T> {
  readonly entry: T
  readonly from: number
  readonly to: number
  readonly lane: number
  readonly lanes: number
}

export interface DayPlan<T> {
  readonly day: Day
  /** The whole day, or longer than it. */
  readonly whole: readonly T[]
  readonly timed: readonly Placed<T>[]
}

/** What has no end is drawn this long, and nothing shorter, in minutes. */
const SHORTEST = 30
const NIGHT = 24 * 60

/** Lays entries out over the days, those of one time side by side. */
export function planDays<T extends Placeable>(days: readonly Day[], entries: readonly T[]): DayPlan<T>[] {
  return days.map((day) => {
    const [begin, end] = [startOf(day), startOf(addDays(day, 1))]
    const here = entries.filter(
      (one) => one.startsAt < end && (one.endsAt ?? one.startsAt) >= begin && !endsAt(one, begin),
    )
    const isWhole = (one: T) => one.allDay || (one.startsAt <= begin && (one.endsAt ?? '') >= end)
    return {
      day,
      whole: here.filter(isWhole),
      timed: place(
        day,
        here.filter((one) => !isWhole(one)),
      ),
    }
  })
}

/** It ended exactly when the day began: it belongs to the day before. */
function endsAt(entry: Placeable, begin: string): boolean {
  return entry.endsAt === begin && entry.startsAt < begin
}

function place<T extends Placeable>(day: Day, entries: readonly T[]): Placed<T>[] {
  const spans = entries
    .map((entry) => {
      const from = dayOf(entry.startsAt) < day ? 0 : minutesOf(entry.startsAt)
      const until = entry.endsAt === null ? from : dayOf(entry.endsAt) > day ? NIGHT : minutesOf(entry.endsAt)
      const to = Math.min(NIGHT, Math.max(from + SHORTEST, until))
      return { entry, from: Math.min(from, NIGHT - SHORTEST), to }
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to || (a.entry.id < b.entry.id ? -1 : 1))
  const placed: Placed<T>[] = []
  let group: { entry: T; from: number; to: number; lane: number }[] = []
  const close = () => {
    const lanes = Math.max(0, ...group.map((one) => one.lane + 1))
    placed.push(...group.map((one) => ({ ...one, lanes })))
    group = []
  }
  for (const span of spans) {
    if (group.every((one) => one.to <= span.from)) close()
    const taken = new Set(group.filter((one) => one.to > span.from).map((one) => one.lane))
    let lane = 0
    while (taken.has(lane)) lane += 1
    group.push({ ...span, lane })
  }
  close()
  return placed
}

/** The hours the grid shows: office hours, and earlier or later ones only when something lies there. */
export function hoursShown(plans: readonly DayPlan<unknown>[]): { readonly first: number; readonly last: number } {
  const spans = plans.flatMap((plan) => plan.timed)
  const first = Math.min(9, ...spans.map((one) => Math.floor(one.from / 60)))
  const last = Math.max(18, ...spans.map((one) => Math.ceil(one.to / 60)))
  return { first, last }
}
