import { type SQL, sql } from 'drizzle-orm'
import type { TxCtx } from '../platform/index.ts'
import type { ProcessingCounts } from './domain/processing-report.ts'
import { DEFINITION_TEXTS, type ProcessingDefinition } from './domain/processing-report-definitions.ts'
import type { ReportGroup } from './report-schemas.ts'

export interface ReportScope {
  readonly from: string
  readonly to: string
  readonly basis: 'completed' | 'received'
  readonly zone: string
}

/** Working days up to and with each date, from the first date of the scope on. */
export type WorkingDayIndex = ReadonlyMap<string, number>

/** The first and last date the scope's completed petitions touch; undefined without petitions. */
export async function datesTouched(
  tx: TxCtx,
  scope: ReportScope,
): Promise<{ first: string; last: string } | undefined> {
  const [row] = await tx.sql.execute<{ first: string | null; last: string | null }>(sql`
    select min((received_at at time zone ${scope.zone}::text)::date)::text as first,
           max((completed_at at time zone ${scope.zone}::text)::date)::text as last
    from public.petition where ${inScope(tx, scope)}`)
  return row?.first == null || row.last == null ? undefined : { first: row.first, last: row.last }
}

/** Exact counts by group under a definition; `index` serves the definition `working`. */
export async function countByGroup(
  tx: TxCtx,
  scope: ReportScope,
  definition: ProcessingDefinition,
  by: ReportGroup,
  index: WorkingDayIndex,
): Promise<Map<string, ProcessingCounts>> {
  const { perDay } = DEFINITION_TEXTS[definition]
  const three = sql.raw(String(3 * perDay))
  const five = sql.raw(String(5 * perDay))
  const rows = await tx.sql.execute<{
    key: string
    total: number
    within3: number
    within5: number
    over5: number
    sum: string
  }>(sql`
    with days as (
      select d.date, d.n from jsonb_to_recordset(${indexRows(index)}::text::jsonb) as d(date date, n integer)
    ), timed as (
      select ${groupKey(by, scope)} as key, ${countedValue(definition, scope)} as value
      from public.petition ${definition === 'working' ? withDays(scope) : sql``} where ${inScope(tx, scope)}
    )
    select key, count(*)::int as total, count(*) filter (where value <= ${three})::int as within3,
      count(*) filter (where value > ${three} and value <= ${five})::int as within5,
      count(*) filter (where value > ${five})::int as over5, sum(value)::text as sum
    from timed group by key order by key`)
  return new Map(rows.map(({ key, sum, ...counts }) => [key, { ...counts, sum: BigInt(sum) }]))
}

/** Petitions received in the period and not completed. */
export async function countOpen(tx: TxCtx, scope: ReportScope): Promise<number> {
  const [row] = await tx.sql.execute<{ n: number }>(sql`
    select count(*)::int as n from public.petition
    where tenant_id = ${tx.tenantId} and status <> 'completed' and ${inPeriod(scope, 'received')}`)
  return row?.n ?? 0
}

function inScope(tx: TxCtx, scope: ReportScope): SQL {
  return sql`tenant_id = ${tx.tenantId} and status = 'completed' and ${inPeriod(scope, scope.basis)}`
}

function inPeriod(scope: ReportScope, basis: 'completed' | 'received'): SQL {
  const column = sql.raw(basis === 'completed' ? 'completed_at' : 'received_at')
  return sql`${column} >= (${scope.from}::date)::timestamp at time zone ${scope.zone}::text
    and ${column} < (${scope.to}::date + 1)::timestamp at time zone ${scope.zone}::text`
}

function groupKey(by: ReportGroup, scope: ReportScope): SQL {
  switch (by) {
    case 'month':
      return sql`to_char(${sql.raw(scope.basis === 'completed' ? 'completed_at' : 'received_at')} at time zone ${scope.zone}::text, 'YYYY-MM')`
    case 'unit':
      return sql`unit_id::text`
    case 'process':
      return sql`process_key`
    case 'service':
      return sql`service_key`
    case 'channel':
      return sql`channel`
  }
}

/** The processing time as an integer, as `processingValue` counts it. */
function countedValue(definition: ProcessingDefinition, scope: ReportScope): SQL {
  const received = dateIn('received_at', scope)
  const completed = dateIn('completed_at', scope)
  switch (definition) {
    case 'elapsed':
      return sql`(extract(epoch from completed_at - received_at) * 1000)::bigint`
    case 'calendar':
      return sql`(${completed} - ${received})::bigint`
    case 'inclusive':
      return sql`(${completed} - ${received} + 1)::bigint`
    case 'working':
      return sql`(last_day.n - first_day.n)::bigint`
    case 'statutory':
      return sql`(statutory_days * 1000000)::bigint`
  }
}

function withDays(scope: ReportScope): SQL {
  return sql`join days first_day on first_day.date = ${dateIn('received_at', scope)}
    join days last_day on last_day.date = ${dateIn('completed_at', scope)}`
}

function dateIn(column: 'received_at' | 'completed_at', scope: ReportScope): SQL {
  return sql`(${sql.raw(column)} at time zone ${scope.zone}::text)::date`
}

function indexRows(index: WorkingDayIndex): string {
  return JSON.stringify([...index].map(([date, n]) => ({ date, n })))
}
