import { sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { PeriodKey } from './domain/period.ts'

/** A month in which evidence counts, with the release it scores under. */
export interface Period {
  readonly id: Id
  readonly key: PeriodKey
  readonly releaseHash: string
  readonly state: 'open' | 'closed'
  readonly openedAt: Date
  readonly closedAt: Date | null
}

interface PeriodRow extends Record<string, unknown> {
  id: string
  key: string
  release_hash: string
  state: 'open' | 'closed'
  opened_at: string
  closed_at: string | null
}

/**
 * One writer of evidence, scores or month ends at a time in an agency, until the transaction ends:
 * what a month end has seen and what comes after it are never mixed. The worker waits out a rebuild, a person does not.
 */
export async function lockScores(tx: TxCtx): Promise<void> {
  const wait = tx.db.role === 'worker' ? '60s' : '2s'
  await tx.sql.execute(sql`
    select set_config('lock_timeout', ${wait}, true),
      pg_advisory_xact_lock(hashtextextended(${`performance:${tx.tenantId}`}, 0))`)
}

/** From here on the transaction sees one state of the database, without keeping anybody from writing. */
export async function freezeView(tx: TxCtx): Promise<void> {
  await tx.sql.execute(sql`set transaction isolation level repeatable read`)
}

/** All months of the agency, newest first. */
export async function listPeriodRows(tx: TxCtx): Promise<Period[]> {
  const rows = await tx.sql.execute<PeriodRow>(
    sql`select id, key, release_hash, state, opened_at, closed_at from public.period order by key desc`,
  )
  return rows.map(toPeriod)
}

/** The month of that key; null when nothing was ever recorded in it. */
export async function findPeriod(tx: TxCtx, key: PeriodKey): Promise<Period | null> {
  const rows = await tx.sql.execute<PeriodRow>(
    sql`select id, key, release_hash, state, opened_at, closed_at from public.period where key = ${key}`,
  )
  return rows[0] ? toPeriod(rows[0]) : null
}

/** Opens months under a release. */
export async function insertPeriods(tx: TxCtx, keys: readonly PeriodKey[], releaseHash: string): Promise<Period[]> {
  if (keys.length === 0) return []
  const rows = keys.map((key) => ({ id: newId(), key }))
  const inserted = await tx.sql.execute<PeriodRow>(sql`
    insert into public.period (tenant_id, id, key, release_hash)
    select ${tx.tenantId}::uuid, x.id, x.key, ${releaseHash}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, key text)
    returning id, key, release_hash, state, opened_at, closed_at`)
  return inserted.map(toPeriod)
}

/** Closes an open month; the caller holds `lockScores`. Returns when it was closed. */
export async function closePeriodRow(tx: TxCtx, periodId: Id, personId: Id | null): Promise<Date> {
  const [row] = await tx.sql.execute<{ closed_at: string }>(sql`
    update public.period set state = 'closed', closed_at = clock_timestamp(), closed_by = ${personId}::uuid
    where id = ${periodId}::uuid and state = 'open' returning closed_at`)
  if (!row) throw new Error('the month is not open')
  return new Date(row.closed_at)
}

function toPeriod(row: PeriodRow): Period {
  return {
    id: row.id,
    key: row.key,
    releaseHash: row.release_hash,
    state: row.state,
    openedAt: new Date(row.opened_at),
    closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  }
}
