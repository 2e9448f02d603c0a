import { type SQL, sql } from 'drizzle-orm'
import { type Id, type LocalizedText, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { RichTextDocument } from '../rich-text.ts'
import type { AccessScope, Disclosure, Grade, Retention } from '../values.ts'
import type { DocumentAudience } from './domain/audience.ts'
import type { DocumentState } from './domain/document.ts'
import type { FieldValue } from './domain/fields.ts'
import type { PlannedStep } from './domain/route.ts'
import { at, json, jsonb, texts, toDate, uuids } from './sql.store.ts'

/** Who somebody was when it happened. */
export interface PersonAs {
  readonly id: Id
  readonly name: string
  readonly title: LocalizedText | null
  readonly unit: LocalizedText | null
}

/** A place of a route as a draft keeps it. */
export interface PlanStep extends PlannedStep {
  readonly id: Id
  readonly unitId: Id | null
  readonly request: { readonly action: 'report' | 'direct' | 'execute'; readonly note: string }
}

export type PlanReceiver =
  | { readonly kind: 'unit'; readonly unitId: Id }
  | { readonly kind: 'agency'; readonly agency: string }

/** 시행정보 as planned. */
export interface DispatchPlan {
  readonly title: string
  readonly body: RichTextDocument
  readonly receivers: readonly PlanReceiver[]
  readonly fileIds: readonly Id[]
  readonly showApprovers: boolean
}

/** What the drafter writes. */
export interface DocumentContent {
  readonly title: string
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly body: RichTextDocument
  readonly dispatchPlan: DispatchPlan | null
}

/** 관리속성 as stored. */
export interface DocumentAttributes {
  readonly accessScope: AccessScope
  readonly extraUnitIds: readonly Id[]
  readonly extraPersonIds: readonly Id[]
  readonly knowledgeCategory: string
  readonly retention: Retention
  readonly disclosure: Disclosure
  readonly disclosureGrounds: readonly string[]
  readonly disclosureNote: string
}

/** What acts change on a document. */
export interface DocumentStatus {
  readonly kindKey: string
  readonly releaseHash: string
  readonly state: DocumentState
  readonly round: number
  readonly unitId: Id
  readonly drafter: PersonAs
  readonly bodyText: string
  readonly routePlan: readonly PlanStep[]
  readonly unitTaskId: Id | null
  readonly taskCardIds: readonly Id[]
  readonly audience: DocumentAudience
  readonly retentionFrom: string | null
  readonly retentionUntil: string | null
  readonly number: string | null
  readonly grade: Grade | null
  readonly approver: PersonAs | null
  readonly approvedVersion: number | null
  readonly changeNote: string | null
  readonly supersededById: Id | null
  readonly submittedAt: Date | null
  readonly completedAt: Date | null
  readonly discardedAt: Date | null
  readonly listedAt: Date
  readonly routeVersion: number
}

export type DocumentParts = DocumentContent & DocumentAttributes & DocumentStatus
/** Parts an act gathers before it writes them. */
export type DocumentChange = { -readonly [K in keyof DocumentParts]?: DocumentParts[K] }

export interface StoredDocument extends DocumentParts {
  readonly id: Id
  readonly drafterId: Id
  readonly supersedesId: Id | null
  readonly createdAt: Date
  readonly changedBy: Id | null
  readonly changedAt: Date
  readonly version: number
}

type Put = { [K in keyof DocumentParts]: (value: DocumentParts[K]) => SQL }

const uuid = (value: Id | null) => sql`${value}::uuid`
const text = (value: string | null) => sql`${value}::text`
const integer = (value: number | null) => sql`${value}::integer`
const day = (value: string | null) => sql`${value}::date`

const PUT: Put = {
  title: text,
  fields: jsonb,
  body: jsonb,
  dispatchPlan: jsonb,
  accessScope: text,
  extraUnitIds: uuids,
  extraPersonIds: uuids,
  knowledgeCategory: text,
  retention: text,
  disclosure: text,
  disclosureGrounds: texts,
  disclosureNote: text,
  kindKey: text,
  releaseHash: text,
  state: text,
  round: integer,
  unitId: uuid,
  drafter: jsonb,
  bodyText: text,
  routePlan: jsonb,
  unitTaskId: uuid,
  taskCardIds: uuids,
  audience: (value) => sql`${uuids(value.unitIds)}, audience_person_ids = ${uuids(value.personIds)}`,
  retentionFrom: day,
  retentionUntil: day,
  number: text,
  grade: text,
  approver: jsonb,
  approvedVersion: integer,
  changeNote: text,
  supersededById: uuid,
  submittedAt: at,
  completedAt: at,
  discardedAt: at,
  listedAt: at,
  routeVersion: integer,
}

const column = (key: string) =>
  key === 'audience' ? 'audience_unit_ids' : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Writes a new document. */
export async function insertDocument(
  tx: TxCtx,
  document: DocumentParts & { id: Id; supersedesId: Id | null },
): Promise<void> {
  const { audience } = document
  const keys = (Object.keys(PUT) as (keyof Put)[]).filter((key) => key !== 'audience')
  const columns = sql.raw(keys.map(column).join(', '))
  const now = tx.clock.now()
  await tx.sql.execute(sql`
    insert into public.document (tenant_id, id, drafter_id, supersedes_id, origin, created_at, changed_by, changed_at,
      audience_unit_ids, audience_person_ids, ${columns})
    values (${tx.tenantId}::uuid, ${document.id}::uuid, ${document.drafter.id}::uuid, ${document.supersedesId}::uuid, ${tx.origin}::text,
      ${at(now)}, ${document.drafter.id}::uuid, ${at(now)}, ${uuids(audience.unitIds)}, ${uuids(audience.personIds)},
      ${sql.join(
        keys.map((key) => put(key, document)),
        sql`, `,
      )})`)
}

/**
 * Writes what an act changed, if the document is still as it was read.
 * @returns false when somebody changed it meanwhile; nothing is written then
 */
export async function updateDocument(
  tx: TxCtx,
  document: Pick<StoredDocument, 'id' | 'version'>,
  change: Partial<DocumentParts>,
): Promise<boolean> {
  const keys = (Object.keys(change) as (keyof Put)[]).filter((key) => change[key] !== undefined)
  const set = keys.map((key) => sql`, ${sql.raw(column(key))} = ${put(key, change)}`)
  const rows = await tx.sql.execute(sql`
    update public.document set version = version + 1, changed_at = ${at(tx.clock.now())},
      changed_by = ${tx.actor.kind === 'officer' ? tx.actor.personId : null}::uuid ${sql.join(set, sql``)}
    where tenant_id = ${tx.tenantId} and id = ${document.id} and version = ${document.version} returning id`)
  return rows.length === 1
}

function put<K extends keyof Put>(key: K, values: Partial<DocumentParts>): SQL {
  return PUT[key](values[key] as DocumentParts[K])
}

/**
 * A document the actor may know of; with `lock`, nobody else changes it until the transaction ends.
 * @throws NotFoundError `document.not-found`, whether missing, another agency's, discarded, or outside its 열람범위
 */
export async function findDocument(tx: TxCtx, id: Id, options: { lock?: boolean } = {}): Promise<StoredDocument> {
  const [row] = await tx.sql.execute<Row>(sql`
    select d.* from public.document d
    where d.tenant_id = ${tx.tenantId} and d.id = ${id} and d.discarded_at is null and ${withinAudience(tx.actor, 'd')}
    ${options.lock === true ? sql`for update` : sql``}`)
  if (row === undefined) throw new NotFoundError('document.not-found')
  return fromRow(row)
}

/** Number, title and state of other documents, of those the actor may know of. */
export async function linkedDocuments(tx: TxCtx, ids: readonly Id[]) {
  if (ids.length === 0) return []
  return [
    ...(await tx.sql.execute<{ id: Id; number: string | null; title: string; state: DocumentState }>(sql`
      select d.id, d.number, d.title, d.state from public.document d
      where d.tenant_id = ${tx.tenantId} and d.id = any(${uuids(ids)}) and ${withinAudience(tx.actor, 'd')}`)),
  ]
}

type Row = Record<string, unknown> & {
  id: Id
  unit_id: Id
  drafter_id: Id
  state: DocumentState
  created_at: string
  changed_at: string
  listed_at: string
  submitted_at: string | null
  completed_at: string | null
  discarded_at: string | null
}

function fromRow(row: Row): StoredDocument {
  const plain = <T>(key: string) => row[key] as T
  return {
    id: row.id,
    drafterId: row.drafter_id,
    unitId: row.unit_id,
    state: row.state,
    title: plain('title'),
    fields: json(row.fields),
    body: json(row.body),
    dispatchPlan: json(row.dispatch_plan),
    accessScope: plain('access_scope'),
    extraUnitIds: list(row.extra_unit_ids),
    extraPersonIds: list(row.extra_person_ids),
    knowledgeCategory: plain('knowledge_category'),
    retention: plain('retention'),
    disclosure: plain('disclosure'),
    disclosureGrounds: list(row.disclosure_grounds),
    disclosureNote: plain('disclosure_note'),
    kindKey: plain('kind_key'),
    releaseHash: plain('release_hash'),
    round: plain('round'),
    drafter: json(row.drafter),
    bodyText: plain('body_text'),
    routePlan: json(row.route_plan),
    unitTaskId: plain('unit_task_id'),
    taskCardIds: list(row.task_card_ids),
    audience: {
      unitIds: row.audience_unit_ids === null ? null : list(row.audience_unit_ids),
      personIds: list(row.audience_person_ids),
    },
    retentionFrom: plain('retention_from'),
    retentionUntil: plain('retention_until'),
    number: plain('number'),
    grade: plain('grade'),
    approver: json(row.approver),
    approvedVersion: plain('approved_version'),
    changeNote: plain('change_note'),
    supersedesId: plain('supersedes_id'),
    supersededById: plain('superseded_by_id'),
    createdAt: new Date(row.created_at),
    submittedAt: toDate(row.submitted_at),
    completedAt: toDate(row.completed_at),
    discardedAt: toDate(row.discarded_at),
    listedAt: new Date(row.listed_at),
    changedBy: plain('changed_by'),
    changedAt: new Date(row.changed_at),
    version: plain('version'),
    routeVersion: plain('route_version'),
  }
}

/** An array column, whichever way the driver hands it over. */
export function list(value: unknown): string[] {
  if (Array.isArray(value)) return value as string[]
  if (typeof value !== 'string') return []
  const inner = value.slice(1, -1)
  return inner === '' ? [] : inner.split(',').map((one) => one.replace(/^"|"$/g, ''))
}
