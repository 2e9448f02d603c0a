import { sql } from 'drizzle-orm'
import { ConflictError, canonicalJson, type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { json } from './sql-parts.store.ts'

export type RecordKind = 'schedule' | 'memo' | 'meeting'

export interface ChangeDraft {
  readonly subjectKind: RecordKind
  readonly subjectId: Id
  readonly kind: string
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly after?: Readonly<Record<string, unknown>> | undefined
  readonly reason?: string | undefined
}

export interface ChangeLine {
  readonly id: Id
  readonly kind: string
  readonly at: string
  readonly person: string | null
  readonly reason: string | null
  readonly fields: string[]
}

/** Adds a line to the history of a record. */
export async function addChange(tx: TxCtx, change: ChangeDraft): Promise<void> {
  const personId = tx.actor.kind === 'officer' ? tx.actor.personId : null
  const value = (of: unknown) => (of === undefined ? null : JSON.stringify(of))
  await tx.sql.execute(sql`
    insert into public.record_change (tenant_id, id, subject_kind, subject_id, kind, person_id, before, after, reason, occurred_at)
    values (${tx.tenantId}, ${newId()}, ${change.subjectKind}, ${change.subjectId}, ${change.kind}, ${personId}::uuid,
      ${value(change.before)}::text::jsonb, ${value(change.after)}::text::jsonb, ${change.reason ?? null}::text,
      ${tx.clock.now().toISOString()}::timestamptz)`)
}

/** The history of a record, newest first. */
export async function changesOf(tx: TxCtx, kind: RecordKind, id: Id): Promise<ChangeLine[]> {
  const rows = await tx.sql.execute<{
    id: Id
    kind: string
    person: string | null
    before: unknown
    after: unknown
    reason: string | null
    occurred_at: string
  }>(sql`
    select c.id, c.kind, p.name as person, c.before, c.after, c.reason, c.occurred_at from public.record_change c
    left join public.person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${tx.tenantId} and c.subject_kind = ${kind} and c.subject_id = ${id} order by c.id desc limit 200`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: new Date(row.occurred_at).toISOString(),
    person: row.person,
    reason: row.reason,
    fields: changedFields(json(row.before), json(row.after)),
  }))
}

type Values = Readonly<Record<string, unknown>> | null

function changedFields(before: Values, after: Values): string[] {
  if (before === null || after === null) return []
  return Object.keys(after).filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
}

const TABLES = { schedule: 'schedule', memo: 'memo_report', meeting: 'meeting' } as const

/** The conflict of a stale edit: who changed the record last, and when. */
export async function recordConflict(tx: TxCtx, kind: RecordKind, id: Id): Promise<ConflictError> {
  const [row] = await tx.sql.execute<{ who: string | null; changed_at: string }>(sql`
    select p.name as who, r.changed_at from public.${sql.raw(TABLES[kind])} r
    left join public.person p on p.tenant_id = r.tenant_id and p.id = r.changed_by
    where r.tenant_id = ${tx.tenantId} and r.id = ${id}`)
  const at = row === undefined ? tx.clock.now() : new Date(row.changed_at)
  return new ConflictError('record.changed-meanwhile', { params: { who: row?.who ?? '—', at: at.toISOString() } })
}
