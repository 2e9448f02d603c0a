import { sql } from 'drizzle-orm'
import type { Id, Origin } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import type { RecordedEvent } from './event.ts'

/** Takes the tenant's consumer lock for this transaction; false when another worker holds it. */
export async function lockTenantOutbox(tx: TxCtx): Promise<boolean> {
  const [row] = await tx.sql.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`outbox:${tx.tenantId}`}, 0)) as locked`,
  )
  return row?.locked === true
}

/** The tenant's pending events in order of recording, locked for this transaction. */
export async function claimEvents(tx: TxCtx, limit: number): Promise<RecordedEvent[]> {
  const rows = await tx.sql.execute<{
    id: Id
    type: string
    payload: unknown
    origin: Origin
    occurred_at: string
    recorded_at: string
  }>(sql`
    select id, type, payload, origin, occurred_at, recorded_at from public.outbox
    where state = 'pending' and next_attempt_at <= clock_timestamp()
    order by id limit ${limit} for update skip locked`)
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
    origin: row.origin,
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
  }))
}

/** Marks the events as seen by the consumer; returns those it had not seen. */
export async function markConsumed(tx: TxCtx, consumer: string, ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await tx.sql.execute<{ event_id: Id }>(sql`
    insert into public.consumed_event (tenant_id, consumer, event_id)
    select ${tx.tenantId}::uuid, ${consumer}, x::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as x
    on conflict do nothing returning event_id`)
  return new Set(rows.map((row) => row.event_id))
}

/** Closes events that every consumer has taken. */
export async function finishEvents(tx: TxCtx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await tx.sql.execute(sql`
    update public.outbox set state = 'done', consumed_at = clock_timestamp()
    where id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as x)`)
}

/** Counts a failed delivery; after `maxAttempts` the event becomes a dead letter. */
export async function failEvent(tx: TxCtx, id: Id, error: string, maxAttempts: number): Promise<void> {
  await tx.sql.execute(sql`
    update public.outbox set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      state = case when attempts + 1 >= ${maxAttempts} then 'dead' else 'pending' end,
      next_attempt_at = clock_timestamp() + make_interval(secs => least(60, 0.2 * power(2, attempts)))
    where id = ${id}`)
}

/** Puts dead letters back in line; returns how many. */
export async function replayDead(tx: TxCtx): Promise<number> {
  const rows = await tx.sql.execute(sql`
    update public.outbox set state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
    where state = 'dead' returning id`)
  return rows.length
}

/** How many events wait and are dead, and since when the oldest waits. */
export async function outboxStatus(tx: TxCtx): Promise<{ pending: number; dead: number; oldest: Date | null }> {
  const [row] = await tx.sql.execute<{ pending: number; dead: number; oldest: string | null }>(sql`
    select count(*) filter (where state = 'pending')::int as pending,
      count(*) filter (where state = 'dead')::int as dead,
      min(recorded_at) filter (where state = 'pending') as oldest
    from public.outbox where state in ('pending', 'dead')`)
  return { pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldest: row?.oldest ? new Date(row.oldest) : null }
}
