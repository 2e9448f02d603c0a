import { sql } from 'drizzle-orm'
import { type Id, type LocalizedText, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { at, json, toDate } from '../document/index.ts'
import { isNews, type ReceiverState } from './domain/dispatch.ts'

export interface StoredReceiver {
  readonly id: Id
  readonly dispatchId: Id
  readonly kind: 'unit' | 'agency'
  readonly unitId: Id | null
  readonly agency: string | null
  readonly name: LocalizedText
  readonly state: ReceiverState
  readonly receptionId: Id | null
  readonly receptionNumber: string | null
  readonly receivedAt: Date | null
  readonly refusal: string | null
  readonly refusedAt: Date | null
  readonly recalledAt: Date | null
  readonly recallLate: boolean
}

export interface PlannedReceiver {
  readonly kind: 'unit' | 'agency'
  readonly unitId?: Id
  readonly agency?: string
  readonly name: LocalizedText
}

/** Makes these the receivers of a dispatch that has not left. */
export async function setReceivers(tx: TxCtx, dispatchId: Id, receivers: readonly PlannedReceiver[]): Promise<void> {
  const rows = receivers.map((one, i) => ({
    id: newId(),
    position: i + 1,
    kind: one.kind,
    unit_id: one.unitId ?? null,
    agency: one.agency ?? null,
    name: one.name,
  }))
  await tx.sql.execute(sql`
    delete from public.dispatch_receiver where tenant_id = ${tx.tenantId} and dispatch_id = ${dispatchId} and state = 'planned'`)
  await tx.sql.execute(sql`
    insert into public.dispatch_receiver (tenant_id, id, dispatch_id, position, kind, unit_id, agency, name, state)
    select ${tx.tenantId}::uuid, x.id, ${dispatchId}::uuid, x.position, x.kind, x.unit_id, x.agency, x.name, 'planned'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, position integer, kind text, unit_id uuid, agency text,
      name jsonb)`)
}

/** The receivers of dispatches, in order. */
export async function receiversOf(tx: TxCtx, dispatchIds: readonly Id[]): Promise<StoredReceiver[]> {
  if (dispatchIds.length === 0) return []
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select * from public.dispatch_receiver where tenant_id = ${tx.tenantId}
      and dispatch_id = any(${`{${dispatchIds.join(',')}}`}::text::uuid[]) order by dispatch_id, position`)
  return rows.map(fromRow)
}

/** What became of it at one receiver. */
export interface ReceiverNews {
  readonly state: ReceiverState
  readonly receptionId?: Id
  readonly receptionNumber?: string | null
  readonly refusal?: string | undefined
  readonly recallLate?: boolean | undefined
}

/**
 * Writes what a receiver tells, where it is news.
 * @returns the receiver, or undefined when the dispatch has none of that id
 */
export async function tellReceiver(
  tx: TxCtx,
  target: { dispatchId: Id; receiverId: Id },
  news: ReceiverNews,
): Promise<StoredReceiver | undefined> {
  const [row] = await tx.sql.execute<Record<string, unknown>>(sql`
    select * from public.dispatch_receiver where tenant_id = ${tx.tenantId} and dispatch_id = ${target.dispatchId}
      and id = ${target.receiverId} for update`)
  if (row === undefined) return undefined
  const before = fromRow(row)
  const now = tx.clock.now()
  const state = isNews(before.state, news.state) ? news.state : before.state
  const received = before.receivedAt ?? (['received', 'assigned', 'closed'].includes(state) ? now : null)
  const after: StoredReceiver = {
    ...before,
    state,
    receptionId: news.receptionId ?? before.receptionId,
    receptionNumber: news.receptionNumber ?? before.receptionNumber,
    receivedAt: received,
    refusal: state === 'refused' ? (news.refusal ?? before.refusal ?? '—') : before.refusal,
    refusedAt: before.refusedAt ?? (state === 'refused' ? now : null),
    recallLate: news.recallLate ?? before.recallLate,
  }
  await tx.sql.execute(sql`
    update public.dispatch_receiver set state = ${after.state}::text, reception_id = ${after.receptionId}::uuid,
      reception_number = ${after.receptionNumber}::text, received_at = ${at(after.receivedAt)}, refusal = ${after.refusal}::text,
      refused_at = ${at(after.refusedAt)}, recall_late = ${after.recallLate}::boolean
    where tenant_id = ${tx.tenantId} and id = ${before.id}`)
  return after
}

/** Marks all receivers of a dispatch as told that it is taken back. */
export async function markRecalled(tx: TxCtx, dispatchId: Id): Promise<void> {
  await tx.sql.execute(sql`
    update public.dispatch_receiver set recalled_at = ${at(tx.clock.now())}
    where tenant_id = ${tx.tenantId} and dispatch_id = ${dispatchId} and state <> 'refused'`)
}

function fromRow(row: Record<string, unknown>): StoredReceiver {
  return {
    id: row.id as Id,
    dispatchId: row.dispatch_id as Id,
    kind: row.kind as 'unit' | 'agency',
    unitId: row.unit_id as Id | null,
    agency: row.agency as string | null,
    name: json<LocalizedText>(row.name),
    state: row.state as ReceiverState,
    receptionId: row.reception_id as Id | null,
    receptionNumber: row.reception_number as string | null,
    receivedAt: toDate(row.received_at as string | null),
    refusal: row.refusal as string | null,
    refusedAt: toDate(row.refused_at as string | null),
    recalledAt: toDate(row.recalled_at as string | null),
    recallLate: row.recall_late as boolean,
  }
}
