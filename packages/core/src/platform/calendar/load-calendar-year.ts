import { type Actor, type Ctx, ValidationError } from '../../kernel/index.ts'
import { audit } from '../audit/audit.ts'
import { authorise } from '../authorise.ts'
import { withTenant } from '../db/with-tenant.ts'
import { parse } from '../parse/parse.ts'
import { replaceYear } from './calendar.store.ts'
import { forgetCalendar } from './calendar-for.ts'
import { OFFICIAL_HOLIDAYS } from './official-holidays.ts'
import { type LoadCalendarYearInput, type LoadCalendarYearOutput, loadCalendarYearInput } from './schemas.ts'
import { parseDate, yearOf } from './seoul-time.ts'

/**
 * Loads one year of an agency's calendar, replacing what it had loaded for it. A year loaded with base `none` and no
 * days counts as known: only weekends are off.
 * @throws ValidationError `calendar.*` for a date outside the year or given twice, or base `official` without an official table
 */
export async function loadCalendarYear(ctx: Ctx, raw: LoadCalendarYearInput): Promise<LoadCalendarYearOutput> {
  const input = parse(loadCalendarYearInput, raw)
  const { year, days } = input
  const official = OFFICIAL_HOLIDAYS.has(year)
  const base = input.base ?? (official ? 'official' : 'none')
  if (base === 'official' && !official)
    throw new ValidationError('calendar.year-missing', { field: 'base', params: { year } })
  checkDays(year, days)
  return withTenant(ctx, async (tx) => {
    authorise(canManageCalendar(tx.actor))
    await replaceYear(tx, { year, base }, days)
    await audit(tx, {
      action: 'calendar.load-year',
      subjectType: 'calendar',
      subjectId: String(year),
      after: { base, days },
    })
    forgetCalendar(tx)
    return { year, base, days: days.length }
  })
}

function canManageCalendar(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes('tenant-admin'))
}

function checkDays(year: number, days: readonly { date: string }[]): void {
  const seen = new Set<string>()
  for (const [i, { date }] of days.entries()) {
    const field = `days[${i}].date`
    if (yearOf(parseDate(date)) !== year)
      throw new ValidationError('calendar.date-outside-year', { field, params: { date, year } })
    if (seen.has(date)) throw new ValidationError('calendar.date-repeated', { field, params: { date } })
    seen.add(date)
  }
}
