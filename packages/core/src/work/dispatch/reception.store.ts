import { type SQL, sql } from 'drizzle-orm'
import { type Id, type LocalizedText, NotFoundError, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { arrayOf, at, json, jsonb, type PersonAs, texts, toDate, uuids } from '../document/index.ts'
import type { RichTextDocument } from '../rich-text.ts'
import type { ApproverMark } from './dispatch.store.ts'
import type { ReceptionState } from './domain/dispatch.ts'

/** Where a reception comes from, as the sender said itself. */
export interface Sender {
  readonly agency: LocalizedText
  readonly unit: LocalizedText
  readonly drafter: string
  readonly number: string
  readonly sameAgency: boolean
  /** What the sender's paper says of sender and receivers; what came in before this was sent along has none. */
  readonly paper?: { readonly senderName: LocalizedText; readonly receivers: readonly LocalizedText[] } | undefined
}

export interface NewReception {
  readonly id: Id
  readonly unitId: Id
  readonly title: string
  readonly body: RichTextDocument
  readonly fileIds: readonly Id[]
  readonly sender: Sender
  readonly fromTenantId: Id
  readonly fromDispatchId: Id
  readonly fromReceiverId: Id
  readonly approvers: readonly ApproverMark[]
  readonly disclosure: 'open' | 'partial' | 'closed'
  readonly disclosureGrounds: readonly string[]
  readonly releasedAt: Date
}

export interface StoredReception extends Omit<NewReception, 'fileIds'> {
  readonly personId: Id | null
  readonly person: PersonAs | null
  readonly state: ReceptionState
  readonly number: string | null
  readonly arrivedAt: Date
  readonly receivedAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: 'handled' | 'task' | null
  readonly closingNote: string | null
  readonly taskCardId: Id | null
  readonly refusal: string | null
  readonly recalledAt: Date | null
  readonly recallReason: string | null
  readonly recallLate: boolean
  readonly version: number
}

/** Writes the receiving unit's own copy, with its files. */
export async function insertReception(tx: TxCtx, reception: NewReception): Promise<void> {
  const r = reception
  await tx.sql.execute(sql`
    insert into public.reception (tenant_id, id, unit_id, state, title, body, sender, from_tenant_id, from_dispatch_id, from_receiver_id,
      approvers, disclosure, disclosure_grounds, audience_unit_ids, released_at, arrived_at, changed_at)
    values (${tx.tenantId}::uuid, ${r.id}::uuid, ${r.unitId}::uuid, 'arrived', ${r.title}::text, ${jsonb(r.body)}, ${jsonb(r.sender)},
      ${r.fromTenantId}::uuid, ${r.fromDispatchId}::uuid, ${r.fromReceiverId}::uuid, ${jsonb(r.approvers)}, ${r.disclosure}::text,
      ${texts(r.disclosureGrounds)}, ${uuids([r.unitId])}, ${at(r.releasedAt)}, ${at(tx.clock.now())}, ${at(tx.clock.now())})`)
  if (r.fileIds.length === 0) return
  const rows = r.fileIds.map((fileId, i) => ({ id: newId(), file_id: fileId, position: i + 1 }))
  await tx.sql.execute(sql`
    insert into public.reception_file (tenant_id, id, reception_id, file_id, position)
    select ${tx.tenantId}::uuid, x.id, ${r.id}::uuid, x.file_id, x.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, file_id uuid, position integer)`)
}

/** A reception of a unit of the actor; with `lock`, held until the transaction ends. @throws NotFoundError `reception.not-found` */
export async function findReception(tx: TxCtx, id: Id, options: { lock?: boolean } = {}): Promise<StoredReception> {
  const found = await oneReception(tx, sql`r.id = ${id} and ${withinAudience(tx.actor, 'r')}`, options.lock === true)
  if (found === undefined) throw new NotFoundError('reception.not-found')
  return found
}

/** The copy of a sender's dispatch at one receiver, for the sender's recall; locked. */
export async function receptionOf(
  tx: TxCtx,
  from: { tenantId: Id; receiverId: Id },
): Promise<StoredReception | undefined> {
  return oneReception(tx, sql`r.from_tenant_id = ${from.tenantId} and r.from_receiver_id = ${from.receiverId}`, true)
}

async function oneReception(tx: TxCtx, where: SQL, lock: boolean): Promise<StoredReception | undefined> {
  const [row] = await tx.sql.execute<Record<string, unknown>>(sql`
    select r.* from public.reception r where r.tenant_id = ${tx.tenantId} and ${where} ${lock ? sql`for update` : sql``}`)
  return row === undefined ? undefined : receptionFromRow(row)
}

/** What acts change on a reception. */
export type ReceptionChange = Partial<
  Pick<
    StoredReception,
    | 'state'
    | 'unitId'
    | 'number'
    | 'person'
    | 'receivedAt'
    | 'closedAt'
    | 'outcome'
    | 'closingNote'
    | 'taskCardId'
    | 'refusal'
    | 'recalledAt'
    | 'recallReason'
    | 'recallLate'
  >
>

type Put = { [K in keyof Required<ReceptionChange>]: (value: NonNullable<ReceptionChange[K]> | null) => SQL }
const text = (value: string | null) => sql`${value}::text`
const PUT: Put = {
  state: (value) => sql`state = ${text(value)}`,
  unitId: (value) => sql`unit_id = ${value}::uuid, audience_unit_ids = ${uuids(value === null ? [] : [value])}`,
  number: (value) => sql`number = ${text(value)}`,
  person: (value) => sql`person = ${jsonb(value)}, person_id = ${value?.id ?? null}::uuid,
    audience_person_ids = ${uuids(value === null ? [] : [value.id])}`,
  receivedAt: (value) => sql`received_at = ${at(value)}`,
  closedAt: (value) => sql`closed_at = ${at(value)}`,
  outcome: (value) => sql`outcome = ${text(value)}`,
  closingNote: (value) => sql`closing_note = ${text(value)}`,
  taskCardId: (value) => sql`task_card_id = ${value}::uuid`,
  refusal: (value) => sql`refusal = ${text(value)}`,
  recalledAt: (value) => sql`recalled_at = ${at(value)}`,
  recallReason: (value) => sql`recall_reason = ${text(value)}`,
  recallLate: (value) => sql`recall_late = ${value}::boolean`,
}

/** Writes what an act changed. @returns false when somebody changed it since it was read */
export async function updateReception(
  tx: TxCtx,
  reception: { id: Id; version: number },
  change: ReceptionChange,
): Promise<boolean> {
  const set = (Object.keys(change) as (keyof ReceptionChange)[]).map((key) => assign(key, change))
  const rows = await tx.sql.execute(sql`
    update public.reception set version = version + 1, changed_at = ${at(tx.clock.now())},
      changed_by = ${tx.actor.kind === 'officer' ? tx.actor.personId : null}::uuid, ${sql.join(set, sql`, `)}
    where tenant_id = ${tx.tenantId} and id = ${reception.id} and version = ${reception.version} returning id`)
  return rows.length === 1
}

function assign<K extends keyof ReceptionChange>(key: K, change: ReceptionChange): SQL {
  const put = PUT[key] as (value: ReceptionChange[K] | null) => SQL
  return put(change[key] ?? null)
}

/** Who changed a reception last, for the words of a conflict. */
export async function lastReceptionChange(tx: TxCtx, id: Id): Promise<string> {
  const [row] = await tx.sql.execute<{ name: string | null }>(sql`
    select p.name from public.reception r left join public.person p on p.tenant_id = r.tenant_id and p.id = r.changed_by
    where r.tenant_id = ${tx.tenantId} and r.id = ${id}`)
  return row?.name ?? '—'
}

/** The files of receptions, in order. */
export async function receptionFiles(tx: TxCtx, receptionId: Id): Promise<Id[]> {
  const rows = await tx.sql.execute<{ file_id: Id }>(sql`
    select file_id from public.reception_file where tenant_id = ${tx.tenantId} and reception_id = ${receptionId} order by position`)
  return rows.map((row) => row.file_id)
}

/** Whether a file came with a reception of a unit of the actor. */
export async function receptionHoldsFile(tx: TxCtx, fileId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.reception_file l join public.reception r on r.tenant_id = l.tenant_id and r.id = l.reception_id
    where l.tenant_id = ${tx.tenantId} and l.file_id = ${fileId} and ${withinAudience(tx.actor, 'r')} limit 1`)
  return rows.length > 0
}

/** The unit an administrator has made the agency's 문서과; null when none. */
export async function chosenDesk(tx: TxCtx): Promise<Id | null> {
  const [row] = await tx.sql.execute<{ unit_id: Id }>(sql`
    select unit_id from public.reception_desk where tenant_id = ${tx.tenantId}`)
  return row?.unit_id ?? null
}

/** Makes a unit the agency's 문서과. */
export async function chooseDesk(tx: TxCtx, unitId: Id): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.reception_desk (tenant_id, unit_id, changed_at) values (${tx.tenantId}::uuid, ${unitId}::uuid, ${at(tx.clock.now())})
    on conflict (tenant_id) do update set unit_id = excluded.unit_id, changed_at = excluded.changed_at`)
}

/** A row of the table as the area knows it. */
export function receptionFromRow(row: Record<string, unknown>): StoredReception {
  return {
    id: row.id as Id,
    unitId: row.unit_id as Id,
    personId: row.person_id as Id | null,
    person: json(row.person),
    state: row.state as ReceptionState,
    number: row.number as string | null,
    title: row.title as string,
    body: json(row.body),
    sender: json(row.sender),
    fromTenantId: row.from_tenant_id as Id,
    fromDispatchId: row.from_dispatch_id as Id,
    fromReceiverId: row.from_receiver_id as Id,
    approvers: json(row.approvers),
    disclosure: row.disclosure as StoredReception['disclosure'],
    disclosureGrounds: arrayOf(row.disclosure_grounds),
    releasedAt: new Date(row.released_at as string),
    arrivedAt: new Date(row.arrived_at as string),
    receivedAt: toDate(row.received_at as string | null),
    closedAt: toDate(row.closed_at as string | null),
    outcome: row.outcome as StoredReception['outcome'],
    closingNote: row.closing_note as string | null,
    taskCardId: row.task_card_id as Id | null,
    refusal: row.refusal as string | null,
    recalledAt: toDate(row.recalled_at as string | null),
    recallReason: row.recall_reason as string | null,
    recallLate: row.recall_late as boolean,
    version: row.version as number,
  }
}
