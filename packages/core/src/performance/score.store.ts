import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { ScoreDocument } from './domain/document.ts'
import type { PeriodKey } from './domain/period.ts'

/** A unit's scores of one month as stored, with what they were made of. */
export interface StoredScore {
  readonly periodId: Id
  readonly unitId: Id
  readonly releaseHash: string
  readonly document: ScoreDocument
  readonly firstEvidence: Id
  readonly lastEvidence: Id
  readonly recordedAt: Date
}

interface ScoreRow extends Record<string, unknown> {
  period_id: string
  unit_id: string
  release_hash: string
  document: ScoreDocument
  first_evidence: string
  last_evidence: string
  recorded_at: string
}

/**
 * Stores scores that changed, and the state of the day (Asia/Seoul) in the history, in one statement.
 * @returns the units whose scores are not what they were
 */
export async function saveScores(tx: TxCtx, scores: readonly Omit<StoredScore, 'recordedAt'>[]): Promise<Id[]> {
  if (scores.length === 0) return []
  const json = scores.map((score) => ({
    period_id: score.periodId,
    unit_id: score.unitId,
    release_hash: score.releaseHash,
    score: score.document.score,
    document: score.document,
    first_evidence: score.firstEvidence,
    last_evidence: score.lastEvidence,
  }))
  const rows = await tx.sql.execute<{ unit_id: string }>(sql`
    with changed as (
      insert into public.score as s (tenant_id, period_id, unit_id, release_hash, score, document, first_evidence, last_evidence)
      select ${tx.tenantId}::uuid, x.*
      from jsonb_to_recordset(${JSON.stringify(json)}::text::jsonb) as x(period_id uuid, unit_id uuid, release_hash text,
        score numeric, document jsonb, first_evidence uuid, last_evidence uuid)
      on conflict (tenant_id, period_id, unit_id) do update set release_hash = excluded.release_hash,
        score = excluded.score, document = excluded.document, first_evidence = excluded.first_evidence,
        last_evidence = excluded.last_evidence, recorded_at = clock_timestamp()
      where (s.release_hash, s.document, s.first_evidence, s.last_evidence)
        is distinct from (excluded.release_hash, excluded.document, excluded.first_evidence, excluded.last_evidence)
      returning *
    )
    insert into public.score_history (tenant_id, period_id, unit_id, recorded_on, release_hash, score, document,
      first_evidence, last_evidence, recorded_at)
    select tenant_id, period_id, unit_id, (recorded_at at time zone 'Asia/Seoul')::date, release_hash, score, document,
      first_evidence, last_evidence, recorded_at from changed
    on conflict (tenant_id, period_id, unit_id, recorded_on) do update set release_hash = excluded.release_hash,
      score = excluded.score, document = excluded.document, first_evidence = excluded.first_evidence,
      last_evidence = excluded.last_evidence, recorded_at = excluded.recorded_at
    returning unit_id`)
  return rows.map((row) => row.unit_id)
}

/** The stored scores of units in a month; of all units when `unitIds` is null. */
export async function readScores(tx: TxCtx, periodId: Id, unitIds: readonly Id[] | null): Promise<StoredScore[]> {
  if (unitIds?.length === 0) return []
  const rows = await tx.sql.execute<ScoreRow>(sql`
    select period_id, unit_id, release_hash, document, first_evidence, last_evidence, recorded_at from public.score
    where period_id = ${periodId}::uuid
      and ${unitIds === null ? sql`true` : sql`unit_id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(unitIds)}::text::jsonb) as x)`}
    order by unit_id`)
  return rows.map(toScore)
}

/** Units whose score as a number is not the one in its document: someone has changed one of the two. */
export async function unitsOfTwoScores(tx: TxCtx, periodId: Id): Promise<Id[]> {
  const rows = await tx.sql.execute<{ unit_id: Id }>(sql`
    select unit_id from public.score where tenant_id = ${tx.tenantId} and period_id = ${periodId}
      and score is distinct from (document->>'score')::numeric`)
  return rows.map((row) => row.unit_id)
}

/** The scores of a month as they stood at the end of a day (Asia/Seoul, `2026-11-22`). */
export async function readScoresAsOf(
  tx: TxCtx,
  periodId: Id,
  unitIds: readonly Id[],
  day: string,
): Promise<StoredScore[]> {
  const rows = await tx.sql.execute<ScoreRow>(sql`
    select distinct on (unit_id) period_id, unit_id, release_hash, document, first_evidence, last_evidence, recorded_at
    from public.score_history
    where period_id = ${periodId}::uuid and recorded_on <= ${day}::date
      and unit_id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(unitIds)}::text::jsonb) as x)
    order by unit_id, recorded_on desc`)
  return rows.map(toScore)
}

/** A unit's scores of the months from `from` to `to`, oldest first. */
export async function readScoresOverTime(
  tx: TxCtx,
  unitId: Id,
  from: PeriodKey,
  to: PeriodKey,
): Promise<(StoredScore & { readonly periodKey: PeriodKey; readonly state: 'open' | 'closed' })[]> {
  const rows = await tx.sql.execute<ScoreRow & { key: string; state: 'open' | 'closed' }>(sql`
    select p.key, p.state, s.period_id, s.unit_id, s.release_hash, s.document, s.first_evidence, s.last_evidence, s.recorded_at
    from public.score s join public.period p on p.tenant_id = s.tenant_id and p.id = s.period_id
    where s.unit_id = ${unitId}::uuid and p.key between ${from} and ${to} order by p.key`)
  return rows.map((row) => ({ ...toScore(row), periodKey: row.key, state: row.state }))
}

function toScore(row: ScoreRow): StoredScore {
  return {
    periodId: row.period_id,
    unitId: row.unit_id,
    releaseHash: row.release_hash,
    document: row.document,
    firstEvidence: row.first_evidence,
    lastEvidence: row.last_evidence,
    recordedAt: new Date(row.recorded_at),
  }
}
