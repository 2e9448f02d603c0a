export { calendarMessages } from './messages.ts'
export { officialCalendar } from './official-calendar.ts'
export { OFFICIAL_HOLIDAYS } from './official-holidays.ts'
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
