import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Cell } from './domain/fold.ts'
import type { Source } from './domain/model.ts'
import type { PeriodKey } from './domain/period.ts'
import type { CellChange } from './domain/plan.ts'
import { supersededIn } from './evidence.store.ts'
import type { Period } from './period.store.ts'

/** A stored sum with the range of evidence it was made of. */
export interface StoredCell extends Cell {
  readonly firstEvidence: Id
  readonly lastEvidence: Id
}

/** Adds changes to the sums of their cells, all in one statement. */
export async function addToCells(
  tx: TxCtx,
  changes: readonly CellChange[],
  periodId: (key: PeriodKey) => Id,
): Promise<void> {
  if (changes.length === 0) return
  const json = changes.map((change) => ({
    period_id: periodId(change.periodKey),
    unit_id: change.unitId,
    via_unit_id: change.viaUnitId,
    source: change.source,
    service_key: change.serviceKey,
    sum: String(change.sum),
    count: String(change.count),
    first_evidence: change.firstEvidence,
    last_evidence: change.lastEvidence,
  }))
  await tx.sql.execute(sql`
    insert into public.aggregate as a (tenant_id, period_id, unit_id, via_unit_id, source, service_key, sum, count,
      first_evidence, last_evidence)
    select ${tx.tenantId}::uuid, x.*
    from jsonb_to_recordset(${JSON.stringify(json)}::text::jsonb) as x(period_id uuid, unit_id uuid, via_unit_id uuid,
      source text, service_key text, sum bigint, count bigint, first_evidence uuid, last_evidence uuid)
    on conflict (tenant_id, period_id, unit_id, via_unit_id, source, service_key) do update set
      sum = a.sum + excluded.sum, count = a.count + excluded.count,
      first_evidence = least(a.first_evidence, excluded.first_evidence),
      last_evidence = greatest(a.last_evidence, excluded.last_evidence)`)
}

/**
 * The sums of units in a month; of all units when `unitIds` is null. Cells of a unit are kept apart by child only
 * where `apart` holds for it; elsewhere they come summed up, which is all that scoring from evidence needs.
 */
export async function readCells(
  tx: TxCtx,
  period: Pick<Period, 'id' | 'key'>,
  unitIds: readonly Id[] | null,
  apart: readonly Id[] | 'all' = 'all',
): Promise<StoredCell[]> {
  const kept = apart === 'all' ? sql`true` : sql`unit_id in (${idsOf(apart)})`
  const rows = await tx.sql.execute<CellRow>(sql`
    select unit_id, case when ${kept} then via_unit_id else unit_id end as via_unit_id, source,
      service_key, sum(sum)::text as sum, sum(count)::text as count,
      min(first_evidence::text) as first_evidence, max(last_evidence::text) as last_evidence
    from public.aggregate
    where period_id = ${period.id}::uuid and ${unitIds === null ? sql`true` : sql`unit_id in (${idsOf(unitIds)})`}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`)
  return rows.map((row) => toCell(period.key, row))
}

/**
 * The sums of a month computed from its evidence alone, as known and as happened before the instants given.
 * The proof of the stored sums, and the way to any past state.
 */
export async function foldFromEvidence(
  tx: TxCtx,
  period: Pick<Period, 'id' | 'key'>,
  before: { readonly recorded?: Date | null; readonly occurred?: Date | null } = {},
): Promise<StoredCell[]> {
  const recorded = before.recorded ?? null
  const occurred = before.occurred ?? null
  const rows = await tx.sql.execute<CellRow>(sql`
    with superseded as materialized (${supersededIn(period.id, recorded, occurred)}), counting as (
      select e.id, e.unit_path, e.source, e.service_key, e.value, e.count, s.id is null as counts
      from public.evidence e left join superseded s on s.id = e.id
      where e.period_id = ${period.id}::uuid and e.count > 0
        and e.recorded_at < ${recorded?.toISOString() ?? 'infinity'}::timestamptz
        and e.occurred_at < ${occurred?.toISOString() ?? 'infinity'}::timestamptz
    ), own as (
      select unit_path, source, service_key, coalesce(sum(value) filter (where counts), 0) as sum,
        coalesce(sum(count) filter (where counts), 0) as count,
        min(id::text) as first_evidence, max(id::text) as last_evidence
      from counting group by 1, 2, 3
    )
    select unit_path[depth] as unit_id, unit_path[greatest(depth - 1, 1)] as via_unit_id, source, service_key,
      sum(sum)::text as sum, sum(count)::text as count, min(first_evidence) as first_evidence,
      max(last_evidence) as last_evidence
    from own, generate_subscripts(unit_path, 1) as depth
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`)
  return rows.map((row) => toCell(period.key, row))
}

/** Puts sums computed from zero in the place of a month's stored ones. */
export async function replaceCells(tx: TxCtx, period: Period, cells: readonly StoredCell[]): Promise<void> {
  await tx.sql.execute(sql`delete from public.aggregate where period_id = ${period.id}::uuid`)
  await addToCells(tx, cells, () => period.id)
}

interface CellRow extends Record<string, unknown> {
  unit_id: string
  via_unit_id: string
  source: Source
  service_key: string
  sum: string
  count: string
  first_evidence: string
  last_evidence: string
}

function toCell(periodKey: PeriodKey, row: CellRow): StoredCell {
  return {
    periodKey,
    unitId: row.unit_id,
    viaUnitId: row.via_unit_id,
    source: row.source,
    serviceKey: row.service_key,
    sum: BigInt(row.sum),
    count: BigInt(row.count),
    firstEvidence: row.first_evidence,
    lastEvidence: row.last_evidence,
  }
}

function idsOf(ids: readonly Id[]) {
  return sql`select x::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as x`
}
