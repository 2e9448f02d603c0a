import type { WorkingCalendar } from '../platform/index.ts'
import { readClock, timeUsed } from './domain/deadline.ts'
import { statusAt } from './domain/petition.ts'
import type { StoredPetition } from './petition.store.ts'

/** The petition's clock as read now, or as it stood when the petition closed, with its day-by-day trace (B9). */
export function clockView(petition: StoredPetition, calendar: WorkingCalendar, now: Date) {
  const read = readClock(petition.clock, calendar, petition.closedAt ?? now)
  const used = timeUsed(petition.clock, read)
  return {
    basis: read.basis,
    elapsedMinutes: used.minutes,
    elapsedDays: used.days,
    paused: statusAt(petition, now) === 'supplement',
    extended: petition.clock.extensions.length > 0,
    trace: read.trace.map(({ date, counted, reasonKey, name, minutes, due }) => ({
      date,
      counted,
      reasonKey,
      name: name ?? null,
      minutes,
      due,
    })),
  }
}
