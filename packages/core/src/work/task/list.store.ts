import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { type Day, daysBetween } from './domain/day.ts'
import { instant, UNNAMED, unitName } from './sql-parts.store.ts'
import { type CardFilter, cardsAsOf, isDelayed, isWatched, isWeak } from './standing.store.ts'

export type TaskSort = 'name' | 'due' | 'changed' | 'progress'

/** A page of a list: what order, after which row, how many. */
export interface Page {
  readonly sort: TaskSort
  readonly descending: boolean
  readonly after: { readonly key: string; readonly id: Id } | undefined
  readonly limit: number
}

type Row = {
  id: Id
  key: string
  name: string
  year: number
  status: 'active' | 'closed'
  unit_id: Id
  unit_name: LocalizedText | null
  owner_id: Id
  owner_name: string | null
  unit_task_id: Id
  managed_id: Id | null
  managed_name: string
  objective_key: string | null
  annual_report: boolean
  quality_managed: boolean
  phases: number
  done: number
  progress: number | null
  planned: number | null
  manual_progress: number | null
  next_due: Day | null
  next_name: string | null
  delayed: boolean
  weak: boolean
  watch: boolean
  changed_at: string
}

const KEYS = {
  name: { value: sql`c.name`, type: sql.raw('text') },
  due: { value: sql`coalesce(s.next_due, '9999-12-31'::date)`, type: sql.raw('date') },
  changed: { value: sql`c.changed_at`, type: sql.raw('timestamptz') },
  progress: { value: sql`coalesce(s.progress, -1)`, type: sql.raw('int') },
} as const

/**
 * A page of cards as of a day, and how many match in all; one statement. Names are looked up for the page only.
 */
export async function cardPage(tx: TxCtx, filter: CardFilter, page: Page) {
  const { value, type } = KEYS[page.sort]
  const order = sql.raw(page.descending ? 'desc' : 'asc')
  const beyond = sql.raw(page.descending ? '<' : '>')
  const { after } = page
  const { parts, from } = cardsAsOf(tx.tenantId, filter)
  const later =
    after === undefined ? sql`` : sql`where (f.key, f.id) ${beyond} (${after.key}::text::${type}, ${after.id}::uuid)`
  const rows = await tx.sql.execute<Partial<Row> & { total: number }>(sql`
    with ${parts}, f as (
      select c.*, ${value} as key, coalesce(s.phases, 0) as phases, coalesce(s.done, 0) as done, s.progress, s.planned, s.next_due,
        ${isDelayed(filter.asOf)} as delayed, ${isWeak} as weak, ${isWatched} as watch
      from ${from}
    ), page as (
      select * from f ${later} order by f.key ${order}, f.id ${order} limit ${page.limit}
    )
    select t.total, page.id, page.key::text as key, page.name, page.year, page.status, page.unit_id, ${unitName('page.unit_id')} as unit_name,
      page.owner_id, o.name as owner_name, page.unit_task_id, page.m_id as managed_id, page.m_name as managed_name, page.objective_key,
      page.annual_report, page.quality_managed, page.phases, page.done, page.progress, page.planned, page.manual_progress,
      page.next_due::text as next_due, page.delayed, page.weak, page.watch, page.changed_at,
      (select p.name from public.task_phase p where p.tenant_id = page.tenant_id and p.task_card_id = page.id
        and p.due_date = page.next_due and (p.completed_date is null or p.completed_date > ${filter.asOf.day}::date)
        order by p.position limit 1) as next_name
    from (select count(*)::int as total from f) t
    left join page on true
    left join public.person o on o.tenant_id = page.tenant_id and o.id = page.owner_id
    order by page.key ${order}, page.id ${order}`)
  const total = rows[0]?.total ?? 0
  const lines = rows.filter(isRow).map((row) => toLine(row, filter.asOf.day))
  return { total, lines }
}

export type CardLine = ReturnType<typeof toLine>

function isRow(row: Partial<Row> & { total: number }): row is Row & { total: number } {
  return row.id != null
}

function toLine(row: Row, asOf: Day) {
  return {
    key: row.key,
    id: row.id,
    name: row.name,
    year: row.year,
    status: row.status,
    unit: { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    owner: { id: row.owner_id, name: row.owner_name ?? '—' },
    unitTaskId: row.unit_task_id,
    managedTask:
      row.managed_id === null
        ? null
        : {
            id: row.managed_id,
            name: row.managed_name,
            objectiveKey: row.objective_key,
            annualReport: row.annual_report,
            qualityManaged: row.quality_managed,
          },
    progress: row.progress,
    plannedProgress: row.planned,
    manualProgress: row.manual_progress,
    delayed: row.delayed,
    weak: row.weak,
    behind: row.delayed || row.weak,
    watched: row.watch,
    daysLate: row.delayed && row.next_due !== null ? daysBetween(row.next_due, asOf) : 0,
    phases: row.phases,
    phasesDone: row.done,
    next: row.next_due === null ? null : { name: row.next_name ?? '', dueDate: row.next_due },
    changedAt: instant(row.changed_at),
  }
}
