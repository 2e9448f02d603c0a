import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import { mailOutbox } from './mail.tables.ts'

export type Mail = typeof mailOutbox.$inferSelect
type NewMail = Pick<Mail, 'id' | 'toAddress' | 'toAccountId' | 'subject' | 'body' | 'template' | 'params' | 'locale'>

const now = sql`clock_timestamp()`

/** Writes a mail that waits for delivery. */
export async function insertMail(tx: TxCtx, mail: NewMail): Promise<void> {
  await tx.sql.insert(mailOutbox).values({ tenantId: tx.tenantId, ...mail })
}

/**
 * Takes a mail for delivery and counts the try; undefined when it needs none. One that was being sent when its
 * worker died may have arrived already: it is marked so.
 */
export async function beginSending(tx: TxCtx, id: Id): Promise<Mail | undefined> {
  const [row] = await tx.sql
    .update(mailOutbox)
    .set({
      state: 'sending',
      attempts: sql`${mailOutbox.attempts} + 1`,
      possiblyTwice: sql`${mailOutbox.possiblyTwice} or ${mailOutbox.state} = 'sending'`,
      touchedAt: now,
    })
    .where(and(mine(tx, id), inArray(mailOutbox.state, ['pending', 'sending'])))
    .returning()
  return row
}

/** Notes how a delivery ended. */
export async function endSending(
  tx: TxCtx,
  id: Id,
  state: 'sent' | 'kept' | 'failed' | 'pending',
  error: string | null = null,
): Promise<void> {
  await tx.sql
    .update(mailOutbox)
    .set({ state, lastError: error, touchedAt: now, ...(state === 'sent' ? { sentAt: now } : {}) })
    .where(mine(tx, id))
}

/** Mails that nobody has touched for so long and that are neither delivered nor given up. */
export async function staleMails(tx: TxCtx, olderThanMs: number): Promise<Id[]> {
  const rows = await tx.sql
    .select({ id: mailOutbox.id })
    .from(mailOutbox)
    .where(
      and(
        eq(mailOutbox.tenantId, tx.tenantId),
        inArray(mailOutbox.state, ['pending', 'sending']),
        lt(mailOutbox.touchedAt, sql`clock_timestamp() - make_interval(secs => ${olderThanMs / 1000})`),
      ),
    )
    .limit(500)
  return rows.map((row) => row.id)
}

/** The tenant's newest mails; with an account, only those to it. */
export async function newestMails(tx: TxCtx, toAccountId: Id | null, limit: number): Promise<Mail[]> {
  const own = toAccountId === null ? undefined : eq(mailOutbox.toAccountId, toAccountId)
  return tx.sql
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.tenantId, tx.tenantId), own))
    .orderBy(desc(mailOutbox.id))
    .limit(limit)
}

function mine(tx: TxCtx, id: Id) {
  return and(eq(mailOutbox.tenantId, tx.tenantId), eq(mailOutbox.id, id))
}
