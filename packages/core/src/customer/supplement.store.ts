import { sql } from 'drizzle-orm'
import { ConflictError, type Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { actorId } from './petition.store.ts'

/** Writes a request for a supplement; the petition has at most one open. */
export async function insertSupplement(
  tx: TxCtx,
  row: { id: Id; petitionId: Id; request: string; until: Date },
): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.supplement_request (tenant_id, id, petition_id, status, request, requested_by, requested_at, until)
    values (${tx.tenantId}, ${row.id}, ${row.petitionId}, 'open', ${row.request}, ${actorId(tx.actor)}::uuid,
      ${tx.clock.now().toISOString()}, ${row.until.toISOString()})`)
}

/** The citizen's answer to the open request. @returns the request's id; @throws ConflictError when none is open */
export async function closeSupplement(tx: TxCtx, petitionId: Id, reply: string): Promise<Id> {
  const [row] = await tx.sql.execute<{ id: Id }>(sql`
    update public.supplement_request set status = 'submitted', reply = ${reply}, submitted_at = ${tx.clock.now().toISOString()}
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} and status = 'open' returning id`)
  if (row === undefined) throw new ConflictError('petition.not-waiting-supplement')
  return row.id
}

/** Closes an open request whose date passed, or that an ending of the petition made void. */
export async function lapseSupplement(tx: TxCtx, petitionId: Id): Promise<void> {
  await tx.sql.execute(sql`
    update public.supplement_request set status = 'lapsed'
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} and status = 'open'`)
}
