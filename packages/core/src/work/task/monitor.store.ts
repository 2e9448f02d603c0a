import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { UnitCount } from './domain/monitor.ts'
import { json } from './sql-parts.store.ts'
import { type CardFilter, cardsAsOf, isBegun, isDelayed, isWatched, isWeak } from './standing.store.ts'

export interface MonitorFigures {
  readonly unitTasks: { readonly tasks: number; readonly cards: number }
  readonly managed: { readonly tasks: number; readonly cards: number }
  readonly annualReport: { readonly tasks: number; readonly cards: number; readonly delayed: number }
  readonly quality: { readonly tasks: number; readonly cards: number; readonly begun: number }
  readonly behind: number
  readonly watched: number
  /** Managed tasks' cards by the unit they are in. */
  readonly units: readonly UnitCount[]
  readonly years: readonly number[]
}

/** All figures of the monitor as of a day, in one statement. */
export async function monitorFigures(tx: TxCtx, filter: CardFilter): Promise<MonitorFigures> {
  const { parts, from } = cardsAsOf(tx.tenantId, filter)
  const [row] = await tx.sql.execute<Record<string, number> & { units: unknown; years: unknown }>(sql`
    with ${parts}, f as materialized (
      select c.unit_id, c.unit_task_id, c.m_id as managed_id, c.annual_report, c.quality_managed, ${isWeak} as weak,
        ${isWatched} as watch, ${isDelayed(filter.asOf)} as delayed,
        case when c.quality_managed then ${isBegun(filter.asOf)} end as begun
      from ${from}
    )
    select count(distinct unit_task_id)::int as unit_tasks, count(*)::int as cards,
      count(distinct managed_id)::int as managed, count(managed_id)::int as managed_cards,
      count(distinct managed_id) filter (where annual_report)::int as annual,
      count(*) filter (where annual_report)::int as annual_cards,
      count(*) filter (where annual_report and delayed)::int as annual_delayed,
      count(distinct managed_id) filter (where quality_managed)::int as quality,
      count(*) filter (where quality_managed)::int as quality_cards,
      count(*) filter (where quality_managed and begun)::int as quality_begun,
      count(*) filter (where managed_id is not null and (delayed or weak))::int as behind,
      count(*) filter (where watch)::int as watched,
      (select coalesce(jsonb_agg(u), '[]'::jsonb) from (
        select unit_id as "unitId", count(*)::int as total, count(*) filter (where delayed)::int as delayed
        from f where managed_id is not null group by unit_id) u) as units,
      (select coalesce(jsonb_agg(y.year order by y.year desc), '[]'::jsonb) from (
        select distinct year from public.task_card where tenant_id = ${tx.tenantId}) y) as years
    from f`)
  if (row === undefined) throw new Error('an aggregate without a row')
  const n = (key: string) => row[key] ?? 0
  return {
    unitTasks: { tasks: n('unit_tasks'), cards: n('cards') },
    managed: { tasks: n('managed'), cards: n('managed_cards') },
    annualReport: { tasks: n('annual'), cards: n('annual_cards'), delayed: n('annual_delayed') },
    quality: { tasks: n('quality'), cards: n('quality_cards'), begun: n('quality_begun') },
    behind: n('behind'),
    watched: n('watched'),
    units: json<UnitCount[]>(row.units),
    years: json<number[]>(row.years),
  }
}

/** A managed task's card on an objective of the strategy map (R29, R33). */
export interface ObjectiveTask {
  readonly objectiveKey: string
  readonly taskCardId: Id
  readonly managedTaskId: Id
  readonly name: string
  readonly unitId: Id
  readonly state: 'on-track' | 'delayed'
  /** Marked weak (미진) by a manager. */
  readonly flagged: boolean
  /** 중점관리대상. */
  readonly watched: boolean
  readonly progress: number | null
}

/** Cards of managed tasks that serve an objective, by name. */
export async function objectiveTasks(tx: TxCtx, filter: CardFilter): Promise<ObjectiveTask[]> {
  const { parts, from } = cardsAsOf(tx.tenantId, { ...filter, onObjectives: true })
  const rows = await tx.sql.execute<Omit<ObjectiveTask, 'state'> & { delayed: boolean }>(sql`
    with ${parts}
    select c.objective_key as "objectiveKey", c.id as "taskCardId", c.m_id as "managedTaskId", c.name, c.unit_id as "unitId",
      ${isDelayed(filter.asOf)} as delayed, ${isWeak} as flagged, ${isWatched} as watched, s.progress
    from ${from} order by c.objective_key, c.name, c.id`)
  return rows.map(({ delayed, ...row }) => ({ ...row, state: delayed ? 'delayed' : 'on-track' }))
}
