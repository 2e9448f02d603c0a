import { sql } from 'drizzle-orm'
import { type Id, type LocalizedText, NotFoundError, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { AccessScope } from '../values.ts'
import type { MemoState } from './domain/memo.ts'
import type { Audience } from './domain/scope.ts'
import { audienceValues, containing, date, ids, iso, UNNAMED, unitName, uuids } from './sql-parts.store.ts'

export interface StoredMemo {
  readonly id: Id
  readonly title: string
  readonly body: string
  readonly state: MemoState
  readonly unitId: Id
  readonly unitName: LocalizedText
  readonly personId: Id
  readonly readerId: Id
  readonly copyIds: readonly Id[]
  readonly fileIds: readonly Id[]
  readonly taskCardIds: readonly Id[]
  readonly scope: AccessScope
  readonly audience: Audience
  readonly reportedAt: Date
  readonly acknowledgedAt: Date | null
  readonly answeredAt: Date | null
  readonly version: number
}

export type NewMemo = Omit<StoredMemo, 'unitName' | 'state' | 'acknowledgedAt' | 'answeredAt' | 'version'>

interface Row extends Record<string, unknown> {
  id: Id
  title: string
  body: string
  state: MemoState
  unit_id: Id
  unit_name: LocalizedText | null
  person_id: Id
  reader_id: Id
  copy_ids: unknown
  file_ids: unknown
  task_card_ids: unknown
  scope: AccessScope
  audience_unit_ids: unknown
  audience_person_ids: unknown
  reported_at: string
  acknowledged_at: string | null
  answered_at: string | null
  version: number
}

/** Writes a memo report; its files must be the author's own. @returns how many files were found to be */
export async function insertMemo(tx: TxCtx, memo: NewMemo): Promise<number> {
  const now = tx.clock.now().toISOString()
  const owner = 'accountId' in tx.actor ? tx.actor.accountId : null
  const [row] = await tx.sql.execute<{ files: number }>(sql`
    with m as (
      insert into public.memo_report (tenant_id, id, title, body, state, unit_id, person_id, reader_id, copy_ids, file_ids,
        task_card_ids, scope, audience_unit_ids, audience_person_ids, origin, reported_at, changed_by, changed_at)
      values (${tx.tenantId}, ${memo.id}, ${memo.title}, ${memo.body}, 'reported', ${memo.unitId}, ${memo.personId},
        ${memo.readerId}, ${uuids(memo.copyIds)}, ${uuids(memo.fileIds)}, ${uuids(memo.taskCardIds)}, ${memo.scope},
        ${audienceValues(memo.audience)}, ${tx.origin}, ${now}, ${memo.personId}, ${now}) returning id
    )
    select count(file.id)::int as files from m left join public.file on file.tenant_id = ${tx.tenantId}
      and file.id = any(${uuids(memo.fileIds)}) and file.uploaded_by = ${owner}::uuid`)
  return row?.files ?? 0
}

/** Writes a memo's new state over the version that was read, with the opinion given; false when it is stale. */
export async function saveMemo(
  tx: TxCtx,
  before: StoredMemo,
  after: { state: MemoState; acknowledgedAt: Date | null; answeredAt: Date | null },
  opinion?: string,
): Promise<boolean> {
  const now = tx.clock.now().toISOString()
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  const rows = await tx.sql.execute(sql`
    with m as (
      update public.memo_report set state = ${after.state}, acknowledged_at = ${iso(after.acknowledgedAt)}::timestamptz,
        answered_at = ${iso(after.answeredAt)}::timestamptz, changed_by = ${by}::uuid, changed_at = ${now}::timestamptz,
        version = version + 1
      where tenant_id = ${tx.tenantId} and id = ${before.id} and version = ${before.version} returning id
    ), o as (
      insert into public.memo_opinion (tenant_id, id, memo_id, person_id, body, written_at)
      select ${tx.tenantId}::uuid, ${newId()}::uuid, m.id, ${by}::uuid, ${opinion ?? null}::text, ${now}::timestamptz
      from m where ${opinion ?? null}::text is not null
    ) select id from m`)
  return rows.length === 1
}

/** A memo within the actor's reach. @throws NotFoundError `record.not-found` */
export async function findMemo(tx: TxCtx, id: Id): Promise<StoredMemo> {
  const [row] = await tx.sql.execute<Row>(sql`
    select m.*, ${unitName('m')} as unit_name from public.memo_report m
    where m.tenant_id = ${tx.tenantId} and m.id = ${id} and ${withinAudience(tx.actor, 'm')}`)
  if (row === undefined) throw new NotFoundError('record.not-found')
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    state: row.state,
    unitId: row.unit_id,
    unitName: row.unit_name ?? UNNAMED,
    personId: row.person_id,
    readerId: row.reader_id,
    copyIds: ids(row.copy_ids),
    fileIds: ids(row.file_ids),
    taskCardIds: ids(row.task_card_ids),
    scope: row.scope,
    audience: {
      unitIds: row.audience_unit_ids === null ? null : ids(row.audience_unit_ids),
      personIds: ids(row.audience_person_ids),
    },
    reportedAt: new Date(row.reported_at),
    acknowledgedAt: date(row.acknowledged_at),
    answeredAt: date(row.answered_at),
    version: row.version,
  }
}

/** Whether a file hangs on a memo the actor may know of. */
export async function memoHoldsFile(tx: TxCtx, fileId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.memo_report m where m.tenant_id = ${tx.tenantId} and m.file_ids @> array[${fileId}::uuid]
      and ${withinAudience(tx.actor, 'm')} limit 1`)
  return rows.length > 0
}

/** The opinions on a memo, oldest first. */
export async function opinionsOf(tx: TxCtx, memoId: Id) {
  const rows = await tx.sql.execute<{ id: Id; person_id: Id; body: string; written_at: string }>(sql`
    select id, person_id, body, written_at from public.memo_opinion
    where tenant_id = ${tx.tenantId} and memo_id = ${memoId} order by id`)
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    body: row.body,
    at: new Date(row.written_at).toISOString(),
  }))
}

export interface MemoFilter {
  readonly box: 'received' | 'sent' | 'all'
  readonly personId: Id
  readonly state: MemoState | undefined
  readonly search: string | undefined
  readonly after: { readonly at: string; readonly id: Id } | undefined
  readonly limit: number
}

/** Memos within the audience, newest first; a reader does not see what was withdrawn before it was read. */
export async function memoPage(tx: TxCtx, filter: MemoFilter) {
  const { box, personId, state, search, after } = filter
  const parts = [withinAudience(tx.actor, 'm')]
  if (box === 'received') parts.push(sql`m.reader_id = ${personId}`)
  if (box === 'sent') parts.push(sql`m.person_id = ${personId}`)
  if (state !== undefined) parts.push(sql`m.state = ${state}`)
  else if (box !== 'sent') parts.push(sql`m.state <> 'withdrawn'`)
  if (search) parts.push(sql`(m.title ilike ${containing(search)} or m.body ilike ${containing(search)})`)
  if (after !== undefined) parts.push(sql`(m.reported_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const rows = await tx.sql.execute<Row & { person_name: string | null; reader_name: string | null }>(sql`
    select m.*, ${unitName('m')} as unit_name, p.name as person_name, r.name as reader_name from (
      select * from public.memo_report m where m.tenant_id = ${tx.tenantId} and ${sql.join(parts, sql` and `)}
      order by m.reported_at desc, m.id desc limit ${filter.limit}
    ) m
    left join public.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    left join public.person r on r.tenant_id = m.tenant_id and r.id = m.reader_id
    order by m.reported_at desc, m.id desc`)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    reportedAt: new Date(row.reported_at).toISOString(),
    unit: { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    person: { id: row.person_id, name: row.person_name ?? '—' },
    reader: { id: row.reader_id, name: row.reader_name ?? '—' },
    files: ids(row.file_ids).length,
    waiting: row.state === 'reported' && row.reader_id === personId,
  }))
}

/** How many memos wait for the person to read them. */
export async function waitingMemos(tx: TxCtx, personId: Id): Promise<number> {
  const [row] = await tx.sql.execute<{ n: number }>(sql`
    select count(*)::int as n from public.memo_report m where m.tenant_id = ${tx.tenantId} and m.reader_id = ${personId}
      and m.state = 'reported' and ${withinAudience(tx.actor, 'm')}`)
  return row?.n ?? 0
}
