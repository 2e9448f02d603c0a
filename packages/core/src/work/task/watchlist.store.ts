import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { type Day, daysBetween } from './domain/day.ts'
import { ids, instant, json, personName, personOf, UNNAMED, unitName } from './sql-parts.store.ts'
import { type AsOf, cardsAsOf, isDelayed, isWatched, isWeak } from './standing.store.ts'

/** Marks with their cards as of a day, the latest put first: those that stand, or all there ever were. */
export async function markedCards(
  tx: TxCtx,
  filter: { asOf: AsOf; mark: 'weak' | 'watch'; lifted: boolean; unitIds: readonly Id[] | undefined; limit: number },
) {
  const { asOf, unitIds } = filter
  const { parts, from } = cardsAsOf(tx.tenantId, { asOf, unitIds, marked: filter.mark })
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    year: number
    unit_id: Id
    unit_name: LocalizedText | null
    owner_id: Id
    owner_name: string | null
    member_ids: unknown
    progress: number | null
    planned: number | null
    manual_progress: number | null
    next_due: Day | null
    delayed: boolean
    weak: boolean
    watch: boolean
    reason: string
    put_by: Id | null
    put_name: string | null
    put_at: string
    lift_reason: string | null
    lifted_at: string | null
  }>(sql`
    with ${parts}, f as (
      select c.*, s.progress, s.planned, s.next_due, ${isDelayed(asOf)} as delayed, ${isWeak} as weak, ${isWatched} as watch
      from ${from}
    )
    select f.id, f.name, f.year, f.unit_id, ${unitName('f.unit_id')} as unit_name, f.owner_id, ${personName('f.owner_id')} as owner_name,
      to_jsonb(f.member_ids) as member_ids, f.progress, f.planned, f.manual_progress, f.next_due::text as next_due, f.delayed,
      f.weak, f.watch, x.reason, x.put_by, ${personName('x.put_by')} as put_name, x.put_at, x.lift_reason, x.lifted_at
    from f join public.task_mark x on x.tenant_id = f.tenant_id and x.task_card_id = f.id and x.mark = ${filter.mark}
      ${filter.lifted ? sql`` : sql`and x.lifted_at is null`}
    order by x.put_at desc, x.id desc limit ${filter.limit}`)
  return rows.map((row) => ({
    taskCardId: row.id,
    name: row.name,
    year: row.year,
    unit: { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    owner: { id: row.owner_id, name: row.owner_name ?? '—' },
    memberIds: ids(json(row.member_ids)),
    progress: row.progress,
    plannedProgress: row.planned,
    manualProgress: row.manual_progress,
    delayed: row.delayed,
    behind: row.delayed || row.weak,
    watched: row.watch,
    daysLate: row.delayed && row.next_due !== null ? daysBetween(row.next_due, asOf.day) : 0,
    reason: row.reason,
    putBy: personOf(row.put_by, row.put_name),
    putAt: instant(row.put_at),
    liftReason: row.lift_reason,
    liftedAt: row.lifted_at === null ? null : instant(row.lifted_at),
  }))
}
