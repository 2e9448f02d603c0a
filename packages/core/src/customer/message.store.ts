import { sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

/** Writes a line of the talk. */
export async function insertMessage(
  tx: TxCtx,
  line: { petitionId: Id; sender: 'citizen' | 'officer'; personId: Id | null; body: string },
): Promise<Id> {
  const id = newId()
  await tx.sql.execute(sql`
    insert into public.petition_message (tenant_id, id, petition_id, sender, person_id, body, sent_at)
    values (${tx.tenantId}, ${id}, ${line.petitionId}, ${line.sender}, ${line.personId}::uuid, ${line.body},
      ${tx.clock.now().toISOString()})`)
  return id
}

/** Marks what the other side said as read. @returns how many lines were new */
export async function markMessagesRead(tx: TxCtx, petitionId: Id, reader: 'citizen' | 'officer'): Promise<number> {
  const rows = await tx.sql.execute(sql`
    update public.petition_message set read_at = ${tx.clock.now().toISOString()}
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} and sender <> ${reader} and read_at is null returning id`)
  return rows.length
}
