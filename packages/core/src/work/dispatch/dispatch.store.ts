import { type SQL, sql } from 'drizzle-orm'
import { type Actor, type Id, type LocalizedText, NotFoundError, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { arrayOf, at, json, jsonb, type PersonAs, texts, toDate, uuids } from '../document/index.ts'
import type { RichTextDocument } from '../rich-text.ts'
import type { DispatchState } from './domain/dispatch.ts'

/** 결재자표시: one who approved, as it stands on the paper. */
export interface ApproverMark {
  readonly name: string
  readonly title: LocalizedText | null
  readonly role: 'draft' | 'review' | 'consent' | 'approve'
  readonly mark: 'delegated' | 'acting' | 'delegated-acting' | null
}

/** Why a dispatch stopped or came back, by whom, when. */
export interface Notice {
  readonly reason: string
  readonly by: string
  readonly at: string
}

export interface StoredDispatch {
  readonly id: Id
  readonly documentId: Id
  readonly state: DispatchState
  readonly unitId: Id
  readonly drafterId: Id
  readonly drafter: PersonAs
  readonly documentNumber: string
  readonly number: string | null
  readonly title: string
  readonly body: RichTextDocument
  readonly fileIds: readonly Id[]
  readonly showApprovers: boolean
  readonly approvers: readonly ApproverMark[]
  readonly disclosure: 'open' | 'partial' | 'closed'
  readonly disclosureGrounds: readonly string[]
  readonly approvedAt: Date
  readonly releasedBy: PersonAs | null
  readonly releasedAt: Date | null
  readonly sentBack: Notice | null
  readonly withdrawn: Notice | null
  readonly listedAt: Date
  readonly version: number
}

/** Whether the actor may know of a dispatch: who is in its document's audience, and the head who releases it. */
export function withinReach(actor: Actor, alias: string): SQL {
  const audience = withinAudience(actor, alias)
  if (actor.kind !== 'officer') return audience
  return sql`(${audience} or ${sql.raw(alias)}.unit_id = any(${uuids(actor.headOf)}))`
}

/** Writes a dispatch of a document that has just been approved; none when the document has one already. */
export async function insertDispatch(
  tx: TxCtx,
  dispatch: Omit<
    StoredDispatch,
    'releasedBy' | 'releasedAt' | 'sentBack' | 'withdrawn' | 'listedAt' | 'version' | 'number'
  > & {
    audience: { unitIds: readonly Id[] | null; personIds: readonly Id[] }
  },
): Promise<boolean> {
  const d = dispatch
  const rows = await tx.sql.execute(sql`
    insert into public.dispatch (tenant_id, id, document_id, state, unit_id, drafter_id, drafter, document_number, title, body, file_ids,
      show_approvers, approvers, disclosure, disclosure_grounds, audience_unit_ids, audience_person_ids, approved_at, listed_at, changed_at)
    values (${tx.tenantId}::uuid, ${d.id}::uuid, ${d.documentId}::uuid, ${d.state}::text, ${d.unitId}::uuid, ${d.drafterId}::uuid,
      ${jsonb(d.drafter)}, ${d.documentNumber}::text, ${d.title}::text, ${jsonb(d.body)}, ${uuids(d.fileIds)}, ${d.showApprovers}::boolean,
      ${jsonb(d.approvers)}, ${d.disclosure}::text, ${texts(d.disclosureGrounds)}, ${uuids(d.audience.unitIds)}, ${uuids(d.audience.personIds)},
      ${at(d.approvedAt)}, ${at(d.approvedAt)}, ${at(tx.clock.now())})
    on conflict (tenant_id, document_id) do nothing returning id`)
  return rows.length === 1
}

/** A dispatch the actor may know of; with `lock`, held until the transaction ends. @throws NotFoundError `dispatch.not-found` */
export async function findDispatch(tx: TxCtx, id: Id, options: { lock?: boolean } = {}): Promise<StoredDispatch> {
  const [row] = await tx.sql.execute<Record<string, unknown>>(sql`
    select d.* from public.dispatch d where d.tenant_id = ${tx.tenantId} and d.id = ${id} and ${withinReach(tx.actor, 'd')}
    ${options.lock === true ? sql`for update` : sql``}`)
  if (row === undefined) throw new NotFoundError('dispatch.not-found')
  return dispatchFromRow(row)
}

export interface DispatchChange {
  readonly state: DispatchState
  readonly number?: string
  readonly releasedBy?: PersonAs
  readonly releasedAt?: Date
  readonly sentBack?: Notice | null
  readonly withdrawn?: Notice
  readonly showApprovers?: boolean
}

/** Writes what an act changed. @returns false when somebody changed it since it was read */
export async function updateDispatch(
  tx: TxCtx,
  dispatch: { id: Id; version: number },
  change: DispatchChange,
): Promise<boolean> {
  const set: SQL[] = [sql`state = ${change.state}::text`]
  if (change.number !== undefined) set.push(sql`number = ${change.number}::text`)
  if (change.releasedBy !== undefined) set.push(sql`released_by = ${jsonb(change.releasedBy)}`)
  if (change.releasedAt !== undefined)
    set.push(sql`released_at = ${at(change.releasedAt)}`, sql`listed_at = ${at(change.releasedAt)}`)
  if (change.sentBack !== undefined) set.push(sql`sent_back = ${jsonb(change.sentBack)}`)
  if (change.withdrawn !== undefined) set.push(sql`withdrawn = ${jsonb(change.withdrawn)}`)
  if (change.showApprovers !== undefined) set.push(sql`show_approvers = ${change.showApprovers}::boolean`)
  const rows = await tx.sql.execute(sql`
    update public.dispatch set version = version + 1, changed_at = ${at(tx.clock.now())},
      changed_by = ${tx.actor.kind === 'officer' ? tx.actor.personId : null}::uuid, ${sql.join(set, sql`, `)}
    where tenant_id = ${tx.tenantId} and id = ${dispatch.id} and version = ${dispatch.version} returning id`)
  return rows.length === 1
}

/** A row of the table as the area knows it. */
export function dispatchFromRow(row: Record<string, unknown>): StoredDispatch {
  return {
    id: row.id as Id,
    documentId: row.document_id as Id,
    state: row.state as DispatchState,
    unitId: row.unit_id as Id,
    drafterId: row.drafter_id as Id,
    drafter: json(row.drafter),
    documentNumber: row.document_number as string,
    number: row.number as string | null,
    title: row.title as string,
    body: json(row.body),
    fileIds: arrayOf(row.file_ids),
    showApprovers: row.show_approvers as boolean,
    approvers: json(row.approvers),
    disclosure: row.disclosure as StoredDispatch['disclosure'],
    disclosureGrounds: arrayOf(row.disclosure_grounds),
    approvedAt: new Date(row.approved_at as string),
    releasedBy: json(row.released_by),
    releasedAt: toDate(row.released_at as string | null),
    sentBack: json(row.sent_back),
    withdrawn: json(row.withdrawn),
    listedAt: new Date(row.listed_at as string),
    version: row.version as number,
  }
}

/** Adds a line to what happened to a dispatch or a reception. */
export async function addDispatchHistory(
  tx: TxCtx,
  subjectId: Id,
  line: { kind: string; person: PersonAs | null; reason?: string; facts?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const reason = line.reason === undefined || line.reason === '' ? null : line.reason
  await tx.sql.execute(sql`
    insert into public.dispatch_history (tenant_id, id, subject_id, kind, person, reason, facts, occurred_at)
    values (${tx.tenantId}::uuid, ${newId()}::uuid, ${subjectId}::uuid, ${line.kind}::text, ${jsonb(line.person)}, ${reason}::text,
      ${jsonb(line.facts ?? {})}, ${at(tx.clock.now())})`)
}

/** What happened to a dispatch or a reception, the first first. */
export async function dispatchHistoryOf(tx: TxCtx, subjectId: Id) {
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select id, kind, person, reason, facts, occurred_at from public.dispatch_history
    where tenant_id = ${tx.tenantId} and subject_id = ${subjectId} order by id`)
  return rows.map((row) => ({
    id: row.id as Id,
    kind: row.kind as string,
    person: json<PersonAs | null>(row.person),
    reason: row.reason as string | null,
    facts: json<Record<string, unknown>>(row.facts),
    at: new Date(row.occurred_at as string).toISOString(),
  }))
}

/** Whether a file goes along with a dispatch the actor may know of. */
export async function dispatchHoldsFile(tx: TxCtx, fileId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.document_file l join public.dispatch d on d.tenant_id = l.tenant_id and d.document_id = l.document_id
    where l.tenant_id = ${tx.tenantId} and l.file_id = ${fileId} and l.file_id = any(d.file_ids) and ${withinReach(tx.actor, 'd')} limit 1`)
  return rows.length > 0
}
