import type { LocalizedText } from '../../../kernel/index.ts'
import { addDays, type Day } from './day.ts'

/** A week from Monday to Sunday as Korean offices call it. */
export interface Week {
  readonly from: Day
  readonly to: Day
  readonly year: number
  readonly month: number
  /** Of the month, from 1. */
  readonly week: number
  readonly label: LocalizedText
}

/**
 * The week a day lies in. Weeks begin on Monday and belong to the month of their Thursday, where the most of their
 * days lie (KS X ISO 8601 for years, taken to months): 22 August 2005 lies in `2005년 8월 4주차`.
 */
export function weekOf(day: Day): Week {
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  const from = addDays(day, -weekday)
  const [year = 0, month = 0, date = 0] = addDays(from, 3).split('-').map(Number)
  const week = Math.ceil(date / 7)
  const english = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const label = {
    ko: `${year}년 ${month}월 ${week}주차`,
    en: `Week ${week} of ${english.format(new Date(Date.UTC(year, month - 1, 1)))}`,
  }
  return { from, to: addDays(from, 6), year, month, week, label }
}
