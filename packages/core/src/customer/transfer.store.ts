import { sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

/** Writes one side of a hand-over between agencies. */
export async function insertTransfer(
  tx: TxCtx,
  row: {
    petitionId: Id
    direction: 'out' | 'in'
    otherTenantId: Id
    otherPetitionId: Id | null
    otherNumber: string | null
    reason: string
    status: 'sent' | 'received'
  },
): Promise<void> {
  const now = tx.clock.now().toISOString()
  await tx.sql.execute(sql`
    insert into public.petition_transfer (tenant_id, id, petition_id, direction, other_tenant_id, other_petition_id, other_number,
      reason, status, sent_at, decided_at)
    values (${tx.tenantId}, ${newId()}, ${row.petitionId}, ${row.direction}, ${row.otherTenantId}, ${row.otherPetitionId}::uuid,
      ${row.otherNumber}::text, ${row.reason}, ${row.status}, ${now}, ${row.status === 'received' ? now : null}::timestamptz)`)
}

/**
 * What became of the petition's last hand-over to (or from) that agency.
 * @returns when it was sent; undefined when there is none in a state that can change so
 */
export async function settleTransfer(
  tx: TxCtx,
  petitionId: Id,
  otherTenantId: Id,
  to: { status: 'received'; otherPetitionId: Id; otherNumber: string } | { status: 'refused'; refusal: string },
): Promise<Date | undefined> {
  const from = to.status === 'received' ? "('sent')" : "('sent', 'received')"
  const copy = to.status === 'received' ? to : { otherPetitionId: null, otherNumber: null }
  const refusal = to.status === 'refused' ? to.refusal : null
  const [row] = await tx.sql.execute<{ sent_at: string }>(sql`
    update public.petition_transfer set status = ${to.status}, decided_at = ${tx.clock.now().toISOString()},
      refusal = ${refusal}::text, other_petition_id = coalesce(${copy.otherPetitionId}::uuid, other_petition_id),
      other_number = coalesce(${copy.otherNumber}::text, other_number)
    where tenant_id = ${tx.tenantId} and id = (
      select id from public.petition_transfer where tenant_id = ${tx.tenantId} and petition_id = ${petitionId}
        and other_tenant_id = ${otherTenantId} and status in ${sql.raw(from)} order by id desc limit 1)
    returning sent_at`)
  return row === undefined ? undefined : new Date(row.sent_at)
}
