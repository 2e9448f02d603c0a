import type { TenantDatabase } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import { readCalendar, type StoredYear } from './calendar.store.ts'
import { OFFICIAL_HOLIDAYS } from './official-holidays.ts'
import { type CalendarOverride, createCalendar, type WorkingCalendar } from './working-calendar.ts'

/** Calendars change a few times a year: one process may answer this long from memory after another has changed one. */
const FRESH_MS = 5_000

interface Cached {
  readonly calendar: WorkingCalendar
  readonly readAt: number
}

const cache = new WeakMap<TenantDatabase, Map<string, Cached>>()

/** The tenant's working-day calendar: official holidays with the agency's own years and days. At most one statement. */
export async function calendarFor(tx: TxCtx): Promise<WorkingCalendar> {
  const known = cache.get(tx.db) ?? new Map<string, Cached>()
  cache.set(tx.db, known)
  const found = known.get(tx.tenantId)
  const now = performance.now()
  if (found !== undefined && now - found.readAt < FRESH_MS) return found.calendar
  const { years, days } = await readCalendar(tx)
  const calendar = assembleCalendar(years, days)
  known.set(tx.tenantId, { calendar, readAt: now })
  return calendar
}

/** Forgets what this process remembers of the tenant's calendar. */
export function forgetCalendar(tx: TxCtx): void {
  cache.get(tx.db)?.delete(tx.tenantId)
}

/** Official tables, except for years the agency holds whole; its days over them. */
export function assembleCalendar(years: readonly StoredYear[], days: readonly CalendarOverride[]): WorkingCalendar {
  const tables = new Map(OFFICIAL_HOLIDAYS)
  for (const { year, base } of years) if (base === 'none') tables.set(year, new Map())
  return createCalendar({ years: tables, overrides: days })
}
