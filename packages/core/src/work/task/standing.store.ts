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
  readonly cardIds?: readonly Id[] | undefined
  /** An SQL pattern for the card's or its managed task's name. */
  readonly pattern?: string | undefined
}

/**
 * Cards (`c`) with their managed task (`m`), the figures of their phases (`s`) and their marks (`k`) as of a day:
 * `s.phases, s.done, s.progress, s.planned, s.next_due`, `k.weak, k.watch`, all by the plan as now known.
 */
export function cardsAsOf({ day, end }: AsOf): SQL {
  const instant = end.toISOString()
  return sql`public.task_card c
    left join public.managed_task m on m.tenant_id = c.tenant_id and m.id = c.managed_task_id
    cross join lateral (
      select count(*)::int as phases, count(*) filter (where p.completed_date <= ${day}::date)::int as done,
        case when count(*) > 0 then coalesce(sum(p.planned_weight) filter (where p.completed_date <= ${day}::date), 0)::int end as progress,
        case when count(*) > 0 then coalesce(sum(p.planned_weight) filter (where p.due_date <= ${day}::date), 0)::int end as planned,
        min(p.due_date) filter (where p.completed_date is null or p.completed_date > ${day}::date) as next_due
      from public.task_phase p where p.tenant_id = c.tenant_id and p.task_card_id = c.id) s
    cross join lateral (
      select coalesce(bool_or(mark = 'weak'), false) as weak, coalesce(bool_or(mark = 'watch'), false) as watch
      from public.task_mark t where t.tenant_id = c.tenant_id and t.task_card_id = c.id and t.put_at <= ${instant}::timestamptz
        and (t.lifted_at is null or t.lifted_at > ${instant}::timestamptz)) k`
}

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

/** The conditions of a filter over `cardsAsOf`; a card counts from the day it was opened. */
export function conditionsOf(tenantId: Id, f: CardFilter): SQL {
  const parts: SQL[] = [sql`c.tenant_id = ${tenantId}`, sql`c.opened_on <= ${f.asOf.day}::date`]
  const add = (wanted: unknown, condition: SQL) => {
    if (wanted !== undefined) parts.push(condition)
  }
  const anyOf = (list: readonly Id[] | undefined) => sql`any(${uuids(list ?? [])}::text::uuid[])`
  add(f.personId, sql`(c.owner_id = ${f.personId} or c.member_ids @> array[${f.personId}::uuid])`)
  add(f.unitIds, sql`c.unit_id = ${anyOf(f.unitIds)}`)
  add(f.cardIds, sql`c.id = ${anyOf(f.cardIds)}`)
  add(f.year, sql`c.year = ${f.year}`)
  add(f.status, sql`c.status = ${f.status}`)
  add(f.ownerId, sql`c.owner_id = ${f.ownerId}`)
  add(f.unitTaskId, sql`c.unit_task_id = ${f.unitTaskId}`)
  add(f.managedTaskId, sql`c.managed_task_id = ${f.managedTaskId}`)
  add(f.objectiveKey, sql`m.objective_key = ${f.objectiveKey}`)
  if (f.onObjectives === true) parts.push(sql`m.objective_key is not null`)
  add(f.pattern, sql`(c.name ilike ${f.pattern} or m.name ilike ${f.pattern})`)
  if (f.kind !== undefined) parts.push(KINDS[f.kind])
  const delayed = isDelayed(f.asOf)
  if (f.state === 'delayed') parts.push(delayed)
  if (f.state === 'on-track') parts.push(sql`not ${delayed}`)
  if (f.state === 'behind') parts.push(sql`(${delayed} or k.weak)`)
  add(f.watched, sql`k.watch = ${f.watched}`)
  if (f.quality !== undefined) parts.push(f.quality === 'begun' ? isBegun(f.asOf) : sql`not ${isBegun(f.asOf)}`)
  return sql.join(parts, sql` and `)
}

const KINDS = {
  unit: sql`c.managed_task_id is null`,
  managed: sql`c.managed_task_id is not null`,
  'annual-report': sql`m.annual_report`,
  quality: sql`m.quality_managed`,
} as const
