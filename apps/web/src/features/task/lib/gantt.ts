import { addDays, type Day, daysBetween, earlier } from './days.ts'

/** What the chart needs of a phase. */
export interface GanttPhase {
  readonly id: string
  readonly name: string
  readonly dueDate: Day
  readonly completedDate: Day | null
}

/** A stretch of the year's line, in shares of 0–1. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A phase as the chart draws it. */
export interface GanttBar {
  readonly id: string
  readonly begin: Day
  /** From its beginning to the due date, as planned. */
  readonly planned: Stretch
  /** From its beginning to the day it was done, at most to the due date; null while open. */
  readonly done: Stretch | null
  /** From the due date to the day it was done late, or to today while it is still open; null when in time. */
  readonly late: Stretch | null
  readonly lateDays: number
}

/** Where a day stands on the line of a year: 0 on 1 January, 1 at the year's end; days outside stop at the ends. */
export function shareOfYear(day: Day, year: number): number {
  const begin = `${year}-01-01`
  const days = daysBetween(begin, `${year + 1}-01-01`)
  return Math.min(1, Math.max(0, daysBetween(begin, day) / days))
}

/**
 * The bars of a plan. A phase begins the day after the one before it was due, the first with the plan's year.
 * @param phases in the order of the plan
 * @param planYear the year the plan is for
 * @param year the year shown
 * @param today the day up to which an open phase counts as late
 */
export function ganttBars(phases: readonly GanttPhase[], planYear: number, year: number, today: Day): GanttBar[] {
  let free = `${planYear}-01-01`
  return phases.map((phase) => {
    const begin = earlier(free, phase.dueDate)
    const end = phase.dueDate
    free = addDays(phase.dueDate, 1)
    const stop = phase.completedDate ?? today
    const lateDays = Math.max(0, daysBetween(end, stop))
    const at = (day: Day) => shareOfYear(day, year)
    const after = (day: Day) => at(addDays(day, 1))
    const doneTo = phase.completedDate === null ? null : earlier(phase.completedDate, end)
    return {
      id: phase.id,
      begin,
      planned: { from: at(begin), to: after(end) },
      done: doneTo === null ? null : { from: Math.min(at(begin), at(doneTo)), to: after(doneTo) },
      late: lateDays > 0 ? { from: after(end), to: after(stop) } : null,
      lateDays,
    }
  })
}

/** The months of a year as stretches of its line. */
export function months(year: number): readonly Stretch[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = (n: number) => (n === 12 ? `${year + 1}-01-01` : `${year}-${String(n + 1).padStart(2, '0')}-01`)
    return { from: shareOfYear(first(month), year), to: shareOfYear(first(month + 1), year) }
  })
}
