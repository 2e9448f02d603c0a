export { calendarFor } from './calendar-for.ts'
export { loadCalendarYear } from './load-calendar-year.ts'
export { calendarMessages } from './messages.ts'
export { officialCalendar } from './official-calendar.ts'
export { OFFICIAL_HOLIDAYS } from './official-holidays.ts'
export {
  type LoadCalendarYearInput,
  type LoadCalendarYearOutput,
  loadCalendarYearInput,
  loadCalendarYearOutput,
} from './schemas.ts'
export type { DateString } from './seoul-time.ts'
export {
  type CalendarData,
  type CalendarDay,
  type CalendarOverride,
  createCalendar,
  type DayReason,
  type HolidayYears,
  OFFICE_HOURS,
  type Shift,
  type Span,
  type WorkingCalendar,
} from './working-calendar.ts'
