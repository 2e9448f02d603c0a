import { sql } from 'drizzle-orm'
import { canonicalJson, type Id, NotFoundError, newId, sha256 } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { DocumentContent, PersonAs } from './document.store.ts'
import { list } from './document.store.ts'
import { at, json, jsonb, uuids } from './sql.store.ts'

export interface StoredVersion extends DocumentContent {
  readonly number: number
  readonly round: number
  readonly fileIds: readonly Id[]
  readonly note: string
  readonly hash: string
}

/** Keeps a state of a document's content for ever. @returns its number, from 1 */
export async function keepVersion(
  tx: TxCtx,
  documentId: Id,
  version: DocumentContent & { round: number; fileIds: readonly Id[]; note: string },
): Promise<number> {
  const { title, fields, body, dispatchPlan, fileIds } = version
  const hash = sha256(canonicalJson({ title, fields, body, dispatchPlan, fileIds }))
  const [row] = await tx.sql.execute<{ number: number }>(sql`
    insert into public.document_version (tenant_id, id, document_id, number, round, title, fields, body, dispatch_plan, file_ids, note, hash,
      person_id, saved_at)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, ${documentId}::uuid,
      (select coalesce(max(number), 0) + 1 from public.document_version where tenant_id = ${tx.tenantId} and document_id = ${documentId}),
      ${version.round}::integer, ${title}::text, ${jsonb(fields)}, ${jsonb(body)}, ${jsonb(dispatchPlan)}, ${uuids(fileIds)},
      ${version.note}::text, ${hash}::text, ${tx.actor.kind === 'officer' ? tx.actor.personId : null}::uuid, ${at(tx.clock.now())}
    returning number`)
  return row?.number ?? 0
}

/** One kept state. @throws NotFoundError `document.version-not-found` */
export async function versionOf(tx: TxCtx, documentId: Id, number: number): Promise<StoredVersion> {
  const [row] = await tx.sql.execute<Record<string, unknown>>(sql`
    select number, round, title, fields, body, dispatch_plan, file_ids, note, hash from public.document_version
    where tenant_id = ${tx.tenantId} and document_id = ${documentId} and number = ${number}`)
  if (row === undefined) throw new NotFoundError('document.version-not-found')
  return {
    number: row.number as number,
    round: row.round as number,
    title: row.title as string,
    fields: json(row.fields),
    body: json(row.body),
    dispatchPlan: json(row.dispatch_plan),
    fileIds: list(row.file_ids),
    note: row.note as string,
    hash: row.hash as string,
  }
}

/** The kept states of a document without their content, the last first. */
export async function versionsOf(tx: TxCtx, documentId: Id) {
  const rows = await tx.sql.execute<{
    number: number
    round: number
    note: string
    saved_at: string
    person_id: Id | null
    name: string | null
  }>(sql`
    select v.number, v.round, v.note, v.saved_at, v.person_id, p.name from public.document_version v
    left join public.person p on p.tenant_id = v.tenant_id and p.id = v.person_id
    where v.tenant_id = ${tx.tenantId} and v.document_id = ${documentId} order by v.number desc`)
  return rows.map((row) => ({
    number: row.number,
    round: row.round,
    note: row.note,
    savedAt: new Date(row.saved_at).toISOString(),
    person: row.person_id === null ? null : { id: row.person_id, name: row.name ?? '—' },
  }))
}

/** What happened to a document, the first first. */
export async function historyOf(tx: TxCtx, documentId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    kind: string
    person: unknown
    reason: string | null
    facts: unknown
    occurred_at: string
  }>(sql`
    select id, kind, person, reason, facts, occurred_at from public.document_history
    where tenant_id = ${tx.tenantId} and document_id = ${documentId} order by id`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    person: json<PersonAs | null>(row.person),
    reason: row.reason,
    facts: json<Record<string, unknown>>(row.facts),
    at: new Date(row.occurred_at).toISOString(),
  }))
}

export interface HistoryDraft {
  readonly kind: string
  readonly person: PersonAs | null
  readonly reason?: string | null | undefined
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Adds a line to what happened to a document. */
export async function addHistory(tx: TxCtx, documentId: Id, draft: HistoryDraft): Promise<void> {
  const reason = draft.reason === undefined || draft.reason === '' ? null : draft.reason
  await tx.sql.execute(sql`
    insert into public.document_history (tenant_id, id, document_id, kind, person_id, person, reason, facts, occurred_at)
    values (${tx.tenantId}::uuid, ${newId()}::uuid, ${documentId}::uuid, ${draft.kind}::text, ${draft.person?.id ?? null}::uuid,
      ${jsonb(draft.person)}, ${reason}::text, ${jsonb(draft.facts ?? {})}, ${at(tx.clock.now())})`)
}

/** Who changed a document's route last, for the words of a conflict. */
export async function lastRouteChange(tx: TxCtx, documentId: Id): Promise<{ who: string; at: Date } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; occurred_at: string }>(sql`
    select person ->> 'name' as who, occurred_at from public.document_history
    where tenant_id = ${tx.tenantId} and document_id = ${documentId}
      and kind in ('route-changed', 'delegated', 'withdrawn', 'submitted', 'processed') order by id desc limit 1`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.occurred_at) }
}

/** Who changed a document last. */
export async function lastDocumentChange(tx: TxCtx, documentId: Id): Promise<{ who: string; at: Date } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; changed_at: string }>(sql`
    select p.name as who, d.changed_at from public.document d
    left join public.person p on p.tenant_id = d.tenant_id and p.id = d.changed_by
    where d.tenant_id = ${tx.tenantId} and d.id = ${documentId}`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.changed_at) }
}
