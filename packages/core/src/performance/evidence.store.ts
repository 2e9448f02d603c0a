import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Evidence } from './domain/evidence.ts'
import { type Source, SUBJECT_OF, type SubjectType } from './domain/model.ts'
import type { NewEvidence } from './domain/plan.ts'

interface EvidenceRow extends Record<string, unknown> {
  id: string
  source: Source
  subject_id: string
  revision: number
  occurred_at: string
  recorded_at: string
  period_key: string
  unit_path: string
  person_id: string | null
  service_key: string
  value: string
  count: number
}

/** All rows of these subjects: what a batch has to be compared with. */
export async function evidenceOfSubjects(tx: TxCtx, subjectIds: readonly Id[]): Promise<Evidence[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx.sql.execute<EvidenceRow>(sql`
    select e.id, e.source, e.subject_id, e.revision, e.occurred_at, e.recorded_at, p.key as period_key,
      array_to_string(e.unit_path, ',') as unit_path, e.person_id, e.service_key, e.value::text as value, e.count
    from public.evidence e join public.period p on p.tenant_id = e.tenant_id and p.id = e.period_id
    where e.subject_id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(subjectIds)}::text::jsonb) as x)`)
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    subjectId: row.subject_id,
    revision: row.revision,
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
    periodKey: row.period_key,
    unitPath: row.unit_path.split(','),
    personId: row.person_id,
    serviceKey: row.service_key,
    value: BigInt(row.value),
    count: row.count,
  }))
}

/** Adds rows; `periodId` maps a month's key to its id. */
export async function insertEvidence(
  tx: TxCtx,
  rows: readonly NewEvidence[],
  periodId: (key: string) => Id,
): Promise<void> {
  if (rows.length === 0) return
  const json = rows.map((row) => ({
    id: row.id,
    event_id: row.eventId,
    source: row.source,
    subject_type: SUBJECT_OF[row.source],
    subject_id: row.subjectId,
    revision: row.revision,
    occurred_at: row.occurredAt.toISOString(),
    period_id: periodId(row.periodKey),
    unit_id: row.unitPath[0],
    unit_path: row.unitPath,
    person_id: row.personId,
    service_key: row.serviceKey,
    value: String(row.value),
    count: row.count,
  }))
  await tx.sql.execute(sql`
    insert into public.evidence (tenant_id, id, event_id, source, subject_type, subject_id, revision, occurred_at,
      period_id, unit_id, unit_path, person_id, service_key, value, count)
    select ${tx.tenantId}::uuid, x.id, x.event_id, x.source, x.subject_type, x.subject_id, x.revision, x.occurred_at,
      x.period_id, x.unit_id, x.unit_path, x.person_id, x.service_key, x.value, x.count
    from jsonb_to_recordset(${JSON.stringify(json)}::text::jsonb) as x(id uuid, event_id uuid, source text,
      subject_type text, subject_id uuid, revision integer, occurred_at timestamptz, period_id uuid, unit_id uuid, unit_path uuid[],
      person_id uuid, service_key text, value bigint, count integer)`)
}

/** One line of the list under an indicator. */
export interface EvidenceLine {
  readonly id: Id
  readonly source: Source
  readonly subjectType: SubjectType
  readonly subjectId: Id
  readonly revision: number
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly unitId: Id
  readonly personId: Id | null
  readonly serviceKey: string
  readonly value: bigint
  readonly count: number
}

export interface EvidenceFilter {
  readonly periodId: Id
  /** The unit whose evidence and whose units' evidence is meant. */
  readonly unitId: Id
  readonly source: Source
  readonly services: readonly string[] | null
  /** What was recorded before this instant; null for all. */
  readonly recordedBefore: Date | null
  /** What happened before this instant; null for all. */
  readonly occurredBefore: Date | null
}

/** The counting rows behind a number, newest first; `after` is the last line of the page before. */
export async function evidencePage(
  tx: TxCtx,
  filter: EvidenceFilter,
  page: { readonly limit: number; readonly after: { readonly occurredAt: Date; readonly id: Id } | null },
): Promise<EvidenceLine[]> {
  const from = page.after
    ? sql`and (e.occurred_at, e.id) < (${page.after.occurredAt.toISOString()}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  const rows = await tx.sql.execute<{
    id: string
    source: Source
    subject_type: SubjectType
    subject_id: string
    revision: number
    occurred_at: string
    recorded_at: string
    unit_id: string
    person_id: string | null
    service_key: string
    value: string
    count: number
  }>(sql`
    select e.id, e.source, e.subject_type, e.subject_id, e.revision, e.occurred_at, e.recorded_at, e.unit_id,
      e.person_id, e.service_key, e.value::text as value, e.count
    from public.evidence e join public.period p on p.tenant_id = e.tenant_id and p.id = e.period_id
    where e.period_id = ${filter.periodId}::uuid and e.source = ${filter.source} and e.count > 0
      and ${filter.unitId}::uuid = any (e.unit_path) and ${serviceCondition(filter.services)} ${from}
      and ${countsAsOf(filter.recordedBefore, filter.occurredBefore)}
    order by e.occurred_at desc, e.id desc limit ${page.limit}`)
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    revision: row.revision,
    occurredAt: new Date(row.occurred_at),
    recordedAt: new Date(row.recorded_at),
    unitId: row.unit_id,
    personId: row.person_id,
    serviceKey: row.service_key,
    value: BigInt(row.value),
    count: row.count,
  }))
}

/** Exact sum and number of the counting rows behind a number. */
export async function evidenceTotal(tx: TxCtx, filter: EvidenceFilter): Promise<{ sum: bigint; count: bigint }> {
  const { recordedBefore, occurredBefore } = filter
  const [row] = await tx.sql.execute<{ sum: string; count: string }>(sql`
    with superseded as materialized (${supersededIn(filter.periodId, recordedBefore, occurredBefore)})
    select coalesce(sum(e.value), 0)::text as sum, coalesce(sum(e.count), 0)::text as count
    from public.evidence e left join superseded s on s.id = e.id
    where e.period_id = ${filter.periodId}::uuid and e.source = ${filter.source} and e.count > 0 and s.id is null
      and ${filter.unitId}::uuid = any (e.unit_path) and ${serviceCondition(filter.services)}
      and e.recorded_at < ${recordedBefore?.toISOString() ?? 'infinity'}::timestamptz
      and e.occurred_at < ${occurredBefore?.toISOString() ?? 'infinity'}::timestamptz`)
  return { sum: BigInt(row?.sum ?? 0), count: BigInt(row?.count ?? 0) }
}

/**
 * Whether row `e` of month `p` counts: no higher revision of its subject was known when the month was closed,
 * nor at the instant asked about. `domain/plan.ts` says the same for a batch.
 */
function countsAsOf(recordedBefore: Date | null, occurredBefore: Date | null) {
  const known = recordedBefore?.toISOString() ?? 'infinity'
  const happened = occurredBefore?.toISOString() ?? 'infinity'
  return sql`e.recorded_at < ${known}::timestamptz and e.occurred_at < ${happened}::timestamptz
    and not exists (select from public.evidence n where ${supersedes(known, happened)})`
}

/** The rows of a month that do not count, found from the corrections: they are few, the rows are many. */
export function supersededIn(periodId: Id, recordedBefore: Date | null, occurredBefore: Date | null) {
  const known = recordedBefore?.toISOString() ?? 'infinity'
  const happened = occurredBefore?.toISOString() ?? 'infinity'
  return sql`select distinct e.id
    from public.period p
      join public.evidence e on e.tenant_id = p.tenant_id and e.period_id = p.id
      join public.evidence n on ${supersedes(known, happened)}
    where p.id = ${periodId}::uuid`
}

/** Row `n` takes the place of row `e` of month `p`. A first completion of a petition (2) supersedes nothing, nor does an overdue promise (2): the small index answers. */
function supersedes(known: string, happened: string) {
  return sql`n.tenant_id = e.tenant_id and n.subject_id = e.subject_id and n.source = e.source and n.revision > e.revision
    and n.revision > 2 and n.recorded_at < least(coalesce(p.closed_at, 'infinity'), ${known}::timestamptz)
    and n.occurred_at < ${happened}::timestamptz`
}

function serviceCondition(services: readonly string[] | null) {
  if (services === null) return sql`true`
  return sql`e.service_key in (select jsonb_array_elements_text(${JSON.stringify(services)}::text::jsonb))`
}
