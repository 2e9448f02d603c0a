import { OFFICIAL_HOLIDAYS } from './official-holidays.ts'
import { createCalendar, type WorkingCalendar } from './working-calendar.ts'

/** The nation-wide calendar: official holidays of 2018–2027, no agency's overrides. */
export const officialCalendar: WorkingCalendar = createCalendar({ years: OFFICIAL_HOLIDAYS })
