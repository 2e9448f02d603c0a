import { type Database, databaseOf, type TxCtx } from '@harmony/core/platform'
import type { TestDatabase } from '@harmony/core/testing'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Door } from './tenants-under-stress.ts'

type Statements = Pick<TxCtx, 'sql'>

/**
 * Fault: the agency is set on the session, not in the transaction, of an ordinary shared pool. The setting and the
 * statements may meet on different connections, and it stays behind for whoever comes next.
 */
export function tenantOutsideTransaction(t: TestDatabase): { door: Door; close(): Promise<void> } {
  const pool = postgres(t.app.url, { max: 3, onnotice: () => undefined })
  const handle: Statements = { sql: drizzle({ client: pool }) }
  const door: Door = async (ctx, fn) => {
    await pool`select set_config('app.tenant_id', ${ctx.tenantId}, false)`
    return fn({ ...ctx, ...handle } as unknown as TxCtx)
  }
  return { door, close: () => pool.end({ timeout: 1 }) }
}

/** Fault: the handle outlives its transaction, so it reads within whichever transaction has the connection now. */
export const handleOutlivesTransaction: Door = async (ctx, fn) => {
  const db: Database = databaseOf(ctx)
  const slot = await db.pool.checkout()
  try {
    await slot.client.unsafe(`begin; set local app.tenant_id = '${ctx.tenantId}'`)
    const result = await fn({ ...ctx, sql: drizzle({ client: slot.client }) } as unknown as TxCtx)
    await slot.client.unsafe('commit')
    return result
  } catch (error) {
    await slot.client.unsafe('rollback').catch(() => undefined)
    throw error
  } finally {
    db.pool.giveBack(slot, true)
  }
}
