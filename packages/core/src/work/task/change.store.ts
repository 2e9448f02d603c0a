import { sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { actorPerson, json, personOf } from './sql-parts.store.ts'

export type ChangeArea = 'header' | 'plan' | 'quality' | 'publicity' | 'customers' | 'marks'
export type Changed = Readonly<Record<string, unknown>>

/** One line of a card's history: changed parts only. */
export interface Change {
  readonly taskCardId: Id
  readonly area: ChangeArea
  readonly action: string
  readonly subjectId?: Id | null
  readonly before?: Changed | null
  readonly after?: Changed | null
  readonly reason?: string | null | undefined
}

/** Adds a line to a card's history; it never changes. */
export async function insertChange(tx: TxCtx, change: Change): Promise<void> {
  const text = (value: Changed | null | undefined) => (value == null ? null : JSON.stringify(value))
  await tx.sql.execute(sql`
    insert into public.task_change (tenant_id, id, task_card_id, area, action, subject_id, before, after, reason, actor_id, occurred_at)
    values (${tx.tenantId}, ${newId()}, ${change.taskCardId}, ${change.area}, ${change.action}, ${change.subjectId ?? null},
      ${text(change.before)}::text::jsonb, ${text(change.after)}::text::jsonb, ${change.reason ?? null}, ${actorPerson(tx.actor)},
      ${tx.clock.now().toISOString()})`)
}

/** Lines of a card's history, the newest first, before a known line. */
export async function changesOf(
  tx: TxCtx,
  filter: {
    taskCardId: Id
    area?: ChangeArea | undefined
    subjectId?: Id | undefined
    before?: Id | undefined
    limit: number
  },
) {
  const { area, subjectId, before } = filter
  const rows = await tx.sql.execute<{
    id: Id
    area: ChangeArea
    action: string
    subject_id: Id | null
    before: unknown
    after: unknown
    reason: string | null
    actor_id: Id | null
    actor_name: string | null
    occurred_at: string
  }>(sql`
    select h.id, h.area, h.action, h.subject_id, h.before, h.after, h.reason, h.actor_id, o.name as actor_name, h.occurred_at
    from public.task_change h
    left join public.person o on o.tenant_id = h.tenant_id and o.id = h.actor_id
    where h.tenant_id = ${tx.tenantId} and h.task_card_id = ${filter.taskCardId}
      ${area === undefined ? sql`` : sql`and h.area = ${area}`}
      ${subjectId === undefined ? sql`` : sql`and h.subject_id = ${subjectId}`}
      ${before === undefined ? sql`` : sql`and h.id < ${before}::uuid`}
    order by h.id desc limit ${filter.limit}`)
  return rows.map((row) => ({
    id: row.id,
    area: row.area,
    action: row.action,
    subjectId: row.subject_id,
    before: json<Changed | null>(row.before),
    after: json<Changed | null>(row.after),
    reason: row.reason,
    actor: personOf(row.actor_id, row.actor_name),
    occurredAt: new Date(row.occurred_at).toISOString(),
  }))
}

/** The parts of two states that differ, as a pair. */
export function difference(before: Changed, after: Changed): { before: Changed; after: Changed } {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const pick = (from: Changed) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
  return { before: pick(before), after: pick(after) }
}
