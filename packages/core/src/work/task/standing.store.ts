import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { Day } from './domain/day.ts'
import { uuids } from './sql-parts.store.ts'

/** The day a list or a figure is about, and the instant it ends. */
export interface AsOf {
  readonly day: Day
  readonly end: Date
}

/** Which cards; absent filters let all through. */
export interface CardFilter {
  readonly asOf: AsOf
  /** Owner or member. */
  readonly personId?: Id | undefined
  readonly unitIds?: readonly Id[] | undefined
  readonly year?: number | undefined
  readonly kind?: 'unit' | 'managed' | 'annual-report' | 'quality' | undefined
  readonly state?: 'on-track' | 'delayed' | 'behind' | undefined
  readonly quality?: 'begun' | 'not-begun' | undefined
  readonly watched?: boolean | undefined
  readonly status?: 'active' | 'closed' | undefined
  readonly ownerId?: Id | undefined
  readonly unitTaskId?: Id | undefined
  readonly managedTaskId?: Id | undefined
  readonly objectiveKey?: string | undefined
  readonly onObjectives?: boolean | undefined
  /** With a mark that stands or ever stood. */
  readonly marked?: 'weak' | 'watch' | undefined
  /** An SQL pattern for the card's or its managed task's name. */
  readonly pattern?: string | undefined
}

/**
 * Parts of a statement about the cards of a filter: `parts` for its `with`, `from` for its `from`. `c` are the cards with
 * their managed task (`m_…`), `s` the figures of their phases (null without a plan), `k` their marks, as of the day and
 * by the plan as now known. Phases are added up once for all cards: card by card takes five times as long for a year.
 */
export function cardsAsOf(tenantId: Id, filter: CardFilter): { parts: SQL; from: SQL } {
  const { day, end } = filter.asOf
  const instant = end.toISOString()
  const parts = sql`c as materialized (
      select t.tenant_id, t.id, t.name, t.year, t.status, t.unit_id, t.owner_id, t.member_ids, t.unit_task_id, t.manual_progress,
        t.changed_at, m.id as m_id, m.name as m_name, m.objective_key, m.annual_report, m.quality_managed
      from public.task_card t
      left join public.managed_task m on m.tenant_id = t.tenant_id and m.id = t.managed_task_id
      where ${plainConditions(tenantId, filter)}
    ), s as (
      select p.task_card_id, count(*)::int as phases, count(*) filter (where p.completed_date <= ${day}::date)::int as done,
        coalesce(sum(p.planned_weight) filter (where p.completed_date <= ${day}::date), 0)::int as progress,
        coalesce(sum(p.planned_weight) filter (where p.due_date <= ${day}::date), 0)::int as planned,
        min(p.due_date) filter (where p.completed_date is null or p.completed_date > ${day}::date) as next_due
      from public.task_phase p where p.tenant_id = ${tenantId} and p.task_card_id in (select id from c) group by p.task_card_id
    ), k as (
      select task_card_id, bool_or(mark = 'weak') as weak, bool_or(mark = 'watch') as watch from public.task_mark
      where tenant_id = ${tenantId} and put_at <= ${instant}::timestamptz
        and (lifted_at is null or lifted_at > ${instant}::timestamptz) group by task_card_id
    )`
  const from = sql`c left join s on s.task_card_id = c.id left join k on k.task_card_id = c.id
    where ${standingConditions(filter)}`
  return { parts, from }
}

/** Columns of a card's marks: standing on the day or not. */
export const isWeak = sql`coalesce(k.weak, false)`
export const isWatched = sql`coalesce(k.watch, false)`

/** 지연 as of a day: an open phase whose date has passed (R13). */
export function isDelayed({ day }: AsOf): SQL {
  return sql`coalesce(s.next_due < ${day}::date, false)`
}

/** 품질관리 begun as of a day: a stage completed, or an item answered. */
export function isBegun({ day, end }: AsOf): SQL {
  return sql`(exists (select from public.task_quality_stage q where q.tenant_id = c.tenant_id and q.task_card_id = c.id
      and q.completed_date <= ${day}::date)
    or exists (select from public.task_quality_answer a where a.tenant_id = c.tenant_id and a.task_card_id = c.id
      and a.answered_at <= ${end.toISOString()}::timestamptz))`
}

/** What of a filter is about the card itself; a card counts from the day it was opened. */
function plainConditions(tenantId: Id, f: CardFilter): SQL {
  const parts: SQL[] = [sql`t.tenant_id = ${tenantId}`, sql`t.opened_on <= ${f.asOf.day}::date`]
  const add = (wanted: unknown, condition: SQL) => {
    if (wanted !== undefined) parts.push(condition)
  }
  const anyOf = (list: readonly Id[] | undefined) => sql`any(${uuids(list ?? [])}::text::uuid[])`
  add(f.personId, sql`(t.owner_id = ${f.personId} or t.member_ids @> array[${f.personId}::uuid])`)
  add(f.unitIds, sql`t.unit_id = ${anyOf(f.unitIds)}`)
  add(f.year, sql`t.year = ${f.year}`)
  add(f.status, sql`t.status = ${f.status}`)
  add(f.ownerId, sql`t.owner_id = ${f.ownerId}`)
  add(f.unitTaskId, sql`t.unit_task_id = ${f.unitTaskId}`)
  add(f.managedTaskId, sql`t.managed_task_id = ${f.managedTaskId}`)
  add(f.objectiveKey, sql`m.objective_key = ${f.objectiveKey}`)
  if (f.onObjectives === true) parts.push(sql`m.objective_key is not null`)
  add(f.pattern, sql`(t.name ilike ${f.pattern} or m.name ilike ${f.pattern})`)
  add(
    f.marked,
    sql`exists (select from public.task_mark x where x.tenant_id = t.tenant_id and x.task_card_id = t.id and x.mark = ${f.marked})`,
  )
  if (f.kind !== undefined) parts.push(KINDS[f.kind])
  return sql.join(parts, sql` and `)
}

/** What of a filter is about how the card stands on the day. */
function standingConditions(f: CardFilter): SQL {
  const parts: SQL[] = [sql`true`]
  const delayed = isDelayed(f.asOf)
  if (f.state === 'delayed') parts.push(delayed)
  if (f.state === 'on-track') parts.push(sql`not ${delayed}`)
  if (f.state === 'behind') parts.push(sql`(${delayed} or ${isWeak})`)
  if (f.watched !== undefined) parts.push(sql`${isWatched} = ${f.watched}`)
  if (f.quality !== undefined) parts.push(f.quality === 'begun' ? isBegun(f.asOf) : sql`not ${isBegun(f.asOf)}`)
  return sql.join(parts, sql` and `)
}

const KINDS = {
  unit: sql`t.managed_task_id is null`,
  managed: sql`t.managed_task_id is not null`,
  'annual-report': sql`m.annual_report`,
  quality: sql`m.quality_managed`,
} as const
