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

/** How many lines of the office before that one the citizen has not read yet. */
export async function unreadFromOffice(tx: TxCtx, petitionId: Id, before: Id): Promise<number> {
  const [row] = await tx.sql.execute<{ n: number }>(sql`
    select count(*)::int as n from public.petition_message
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} and sender = 'officer' and read_at is null and id < ${before}`)
  return row?.n ?? 0
}
