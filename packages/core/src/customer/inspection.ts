import type { WorkingCalendar } from '../platform/index.ts'
import { type ClockState, pauseClock, resumeClock } from './domain/deadline.ts'
import type { OpenTask } from './domain/petition.ts'

const INSPECTION_DAYS = 14

interface Move {
  readonly petitionType: string
  readonly before: readonly OpenTask[]
  readonly after: readonly OpenTask[]
  readonly now: Date
  readonly calendar: WorkingCalendar
}

/** The clock when tasks change: a grievance's on-site inspection does not count, at most 14 days (시행령 제17조제5항). */
export function inspectionClock(clock: ClockState, { petitionType, before, after, now, calendar }: Move): ClockState {
  if (petitionType !== 'grievance') return clock
  const wasOpen = before.some((task) => task.action === 'inspect')
  const isOpen = after.some((task) => task.action === 'inspect')
  if (wasOpen === isOpen) return clock
  if (wasOpen) return resumeClock(clock, 'inspection', now)
  const until = calendar.startOf(calendar.addDays(calendar.dayOf(now), INSPECTION_DAYS))
  return pauseClock(clock, 'inspection', now, until)
}
