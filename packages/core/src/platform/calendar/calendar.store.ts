import { sql } from 'drizzle-orm'
import type { TxCtx } from '../db/with-tenant.ts'
import type { CalendarOverride } from './working-calendar.ts'

export interface StoredYear {
  readonly year: number
  readonly base: 'official' | 'none'
}

/** The years and days the tenant has loaded, in one statement. */
export async function readCalendar(tx: TxCtx): Promise<{ years: StoredYear[]; days: CalendarOverride[] }> {
  const rows = await tx.sql.execute<{ year: number; base: 'official' | 'none'; days: CalendarOverride[] | null }>(sql`
    select y.year, y.base, (
      select jsonb_agg(jsonb_build_object('date', d.date::text, 'kind', d.kind, 'name', d.name) order by d.date)
      from public.calendar_day d where d.tenant_id = y.tenant_id and d.year = y.year
    ) as days
    from public.calendar_year y where y.tenant_id = ${tx.tenantId} order by y.year`)
  return { years: rows.map(({ year, base }) => ({ year, base })), days: rows.flatMap((row) => row.days ?? []) }
}

/** Puts a year's table in place of the one before. */
export async function replaceYear(tx: TxCtx, year: StoredYear, days: readonly CalendarOverride[]): Promise<void> {
  const at = tx.clock.now().toISOString()
  await Promise.all([
    tx.sql.execute(sql`delete from public.calendar_year where tenant_id = ${tx.tenantId} and year = ${year.year}`),
    tx.sql.execute(sql`
      insert into public.calendar_year (tenant_id, year, base, loaded_at)
      values (${tx.tenantId}, ${year.year}, ${year.base}, ${at})`),
    tx.sql.execute(sql`
      insert into public.calendar_day (tenant_id, date, kind, name)
      select ${tx.tenantId}::uuid, d.date, d.kind, d.name
      from jsonb_to_recordset(${JSON.stringify(days)}::text::jsonb) as d(date date, kind text, name text)`),
  ])
}
