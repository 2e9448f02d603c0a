import type { WorkingCalendar } from '../platform/index.ts'
import { readClock, timeUsed } from './domain/deadline.ts'
import { statusAt } from './domain/petition.ts'
import type { StoredPetition } from './petition.store.ts'

/** The petition's clock as read now, or as it stood when the petition closed, with its day-by-day trace (B9). */
export function clockView(petition: StoredPetition, calendar: WorkingCalendar, now: Date) {
  const startedAt = new Date(petition.clock.startedAt)
  const asOf = petition.closedAt ?? now
  // Another machine's clock may be a little behind the one that received it.
  const read = readClock(petition.clock, calendar, asOf < startedAt ? startedAt : asOf)
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
