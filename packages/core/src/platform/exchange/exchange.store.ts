import { sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import type { Envelope } from './envelope.ts'

export type OutgoingEnvelope = Omit<Envelope, 'files'> & { readonly fileIds: readonly Id[] }

/** Writes an envelope into the sender's own transaction; the worker carries it over. Returns its id. */
export async function sendEnvelope(
  tx: TxCtx,
  letter: { toTenantId: Id; kind: string; payload: unknown; fileIds?: readonly Id[] },
): Promise<Id> {
  const id = newId()
  await tx.sql.execute(sql`
    insert into public.envelope_out (tenant_id, id, to_tenant_id, kind, payload, file_ids)
    values (${tx.tenantId}, ${id}, ${letter.toTenantId}, ${letter.kind}, ${JSON.stringify(letter.payload)}::text::jsonb,
      array(select x::uuid from jsonb_array_elements_text(${JSON.stringify(letter.fileIds ?? [])}::text::jsonb) as x))`)
  tx.buffer.wakeWorker()
  return id
}

/** The sender's oldest waiting envelope, locked; undefined when none is due. */
export async function nextEnvelope(tx: TxCtx): Promise<OutgoingEnvelope | undefined> {
  const [row] = await tx.sql.execute<{
    id: Id
    to_tenant_id: Id
    kind: string
    payload: unknown
    file_ids: unknown
  }>(sql`
    select id, to_tenant_id, kind, payload, to_jsonb(file_ids) as file_ids from public.envelope_out
    where state = 'pending' and next_attempt_at <= clock_timestamp() order by id limit 1 for update skip locked`)
  if (row === undefined) return undefined
  return {
    id: row.id,
    fromTenantId: tx.tenantId,
    toTenantId: row.to_tenant_id,
    kind: row.kind,
    payload: json(row.payload),
    fileIds: json(row.file_ids) as Id[],
  }
}

/** Records the receiver's copy; false when it has been received before. */
export async function recordReceipt(tx: TxCtx, envelope: Envelope): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    insert into public.envelope_in (tenant_id, id, from_tenant_id, kind, payload)
    values (${tx.tenantId}, ${envelope.id}, ${envelope.fromTenantId}, ${envelope.kind}, ${JSON.stringify(envelope.payload)}::text::jsonb)
    on conflict do nothing returning id`)
  return rows.length > 0
}

/** Closes a delivered envelope in the sender's tenant. */
export async function markDelivered(tx: TxCtx, id: Id): Promise<void> {
  await tx.sql.execute(
    sql`update public.envelope_out set state = 'delivered', delivered_at = clock_timestamp() where id = ${id}`,
  )
}

/** Counts a failed delivery, with growing pauses; the eighth makes it a dead letter. */
export async function markFailed(tx: TxCtx, id: Id, error: string): Promise<void> {
  await tx.sql.execute(sql`
    update public.envelope_out set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      state = case when attempts + 1 >= 8 then 'dead' else 'pending' end,
      next_attempt_at = clock_timestamp() + make_interval(secs => least(300, 0.5 * power(2, attempts)))
    where id = ${id}`)
}

function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
