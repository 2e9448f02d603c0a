import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

/** The code of the newest mail about a registration; only the demo, which has no mail server, reads it. */
export async function newestCode(tx: TxCtx, registrationId: Id): Promise<string | null> {
  const rows = await tx.sql.execute<{ code: string }>(sql`
    select params ->> 'code' as code from public.mail_outbox
    where template = 'identity.code' and params ->> 'registrationId' = ${registrationId}::text order by id desc limit 1`)
  return rows[0]?.code ?? null
}
