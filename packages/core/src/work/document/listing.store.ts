import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { Disclosure, Grade, Retention } from '../values.ts'
import type { PersonAs } from './document.store.ts'
import type { DocumentState } from './domain/document.ts'
import { type Cursor, json, toDate, uuids } from './sql.store.ts'

export interface DocumentFilter {
  readonly search?: string | undefined
  readonly kindKey?: string | undefined
  readonly unitIds?: readonly Id[] | undefined
  readonly drafterId?: Id | undefined
  readonly state?: DocumentState | undefined
  readonly grade?: Grade | undefined
  readonly disclosure?: Disclosure | undefined
  readonly retention?: Retention | undefined
  readonly knowledgeCategory?: string | undefined
  readonly unitTaskId?: Id | undefined
  readonly taskCardId?: Id | undefined
  readonly from?: Date | undefined
  /** Exclusive. */
  readonly to?: Date | undefined
}

export interface ListedDocument {
  readonly id: Id
  readonly number: string | null
  readonly title: string
  readonly kindKey: string
  readonly releaseHash: string
  readonly state: DocumentState
  readonly unitId: Id
  readonly drafter: PersonAs
  readonly approver: PersonAs | null
  readonly grade: Grade | null
  readonly disclosure: Disclosure
  readonly retention: Retention
  readonly knowledgeCategory: string
  readonly unitTaskId: Id | null
  readonly files: number
  readonly at: Date
  readonly completedAt: Date | null
  readonly superseded: boolean
}

/** The conditions of a list, its 열람범위 first. A draft is its drafter's own and stands in no list but theirs. */
function conditions(tx: TxCtx, f: DocumentFilter): SQL {
  const parts = [
    sql`d.tenant_id = ${tx.tenantId} and d.discarded_at is null and ${withinAudience(tx.actor, 'd')}`,
    f.state === 'draft' ? sql`d.state = 'draft'` : sql`d.state <> 'draft'`,
  ]
  const is = (column: string, value: string | undefined) => {
    if (value !== undefined) parts.push(sql`${sql.raw(`d.${column}`)} = ${value}`)
  }
  is('state', f.state)
  is('kind_key', f.kindKey)
  is('drafter_id', f.drafterId)
  is('grade', f.grade)
  is('disclosure', f.disclosure)
  is('retention', f.retention)
  is('knowledge_category', f.knowledgeCategory)
  is('unit_task_id', f.unitTaskId)
  if (f.unitIds?.length === 1) is('unit_id', f.unitIds[0])
  else if (f.unitIds !== undefined) parts.push(sql`d.unit_id = any(${uuids(f.unitIds)})`)
  if (f.taskCardId !== undefined)
    parts.push(sql`d.task_card_ids <> '{}' and d.task_card_ids @> array[${f.taskCardId}::uuid]`)
  if (f.from !== undefined) parts.push(sql`d.listed_at >= ${f.from.toISOString()}::timestamptz`)
  if (f.to !== undefined) parts.push(sql`d.listed_at < ${f.to.toISOString()}::timestamptz`)
  return sql.join(parts, sql` and `)
}

/** Rows a list looks through for the words before it asks the index: a common word fills its page from these. */
const NEAR = 400
/** From so many hits on a word is common: looked for row by row it is met soon, while gathering all hits takes long. */
const COMMON = 1_000

/** That a document holds the words, looked for in the row itself and the texts of its files. */
function holds(words: string): SQL {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return sql`((coalesce(d.number, '') || ' ' || d.title || ' ' || d.body_text) ilike ${like} or exists (
    select from public.document_file f join public.file_text x on x.tenant_id = f.tenant_id and x.file_id = f.file_id
    where f.tenant_id = d.tenant_id and f.document_id = d.id and x.text ilike ${like}))`
}

/** At most so many documents that hold the words, by the index. */
async function hitsOf(tx: TxCtx, words: string, most: number): Promise<Id[]> {
  const rows = await tx.sql.execute<{ id: Id }>(sql`select id from (${found(tx, words, most)}) hit (id) limit ${most}`)
  return rows.map(({ id }) => id)
}

/** Ids of documents that hold the words, by the search function that stands behind wall and audience itself. */
export function found(tx: TxCtx, words: string, most: number | null = null): SQL {
  const { actor } = tx
  const [reader, units] =
    actor.kind === 'officer'
      ? [actor.personId, `{${actor.unitIds.join(',')}}`]
      : [null, actor.kind === 'system' ? null : '{}']
  return sql`select platform.search_documents(${words}::text, ${reader}::uuid, ${units}::text::uuid[], ${most}::integer)`
}

/** A page of documents, by the day they are listed under or by title. */
export async function pageOfDocuments(
  tx: TxCtx,
  filter: DocumentFilter,
  page: { sort: 'date' | 'title'; descending: boolean; after: Cursor | undefined; limit: number },
): Promise<ListedDocument[]> {
  const key = sql.raw(page.sort === 'date' ? 'd.listed_at' : 'd.title')
  const way = sql.raw(page.descending ? 'desc' : 'asc')
  const { after } = page
  const value = page.sort === 'date' ? sql`${after?.key ?? ''}::timestamptz` : sql`${after?.key ?? ''}::text`
  const next =
    after === undefined
      ? sql``
      : sql`and (${key}, d.id) ${sql.raw(page.descending ? '<' : '>')} (${value}, ${after.id}::uuid)`
  const order = sql`order by ${key} ${way}, d.id ${way}`
  const scope = sql`from public.document d where ${conditions(tx, filter)} ${next}`
  const read = async (rows: SQL) => {
    const found = await tx.sql.execute<Record<string, unknown>>(sql`
      select d.id, d.number, d.title, d.kind_key, d.release_hash, d.state, d.unit_id, d.drafter, d.approver, d.grade, d.disclosure,
        d.retention, d.knowledge_category, d.unit_task_id, d.listed_at, d.completed_at, d.superseded_by_id is not null as superseded,
        (select count(*)::int from public.document_file f where f.tenant_id = d.tenant_id and f.document_id = d.id) as files
      ${rows} ${order} limit ${page.limit}`)
    return found.map(fromRow)
  }
  const { search } = filter
  if (search === undefined || search === '') return read(scope)
  const near = await read(sql`from (select d.* ${scope} ${order} limit ${NEAR}) d where ${holds(search)}`)
  if (near.length === page.limit) return near
  const hits = await hitsOf(tx, search, COMMON)
  return read(sql`${scope} and ${hits.length < COMMON ? sql`d.id = any(${uuids(hits)})` : holds(search)}`)
}

/** How many documents a list has, counted no further than `most`. */
export async function countOfDocuments(tx: TxCtx, filter: DocumentFilter, most: number): Promise<number> {
  const count = async (holding: SQL) => {
    const [row] = await tx.sql.execute<{ n: number }>(sql`
      select count(*)::int as n from (
        select 1 from public.document d where ${conditions(tx, filter)} ${holding} limit ${most}) one`)
    return row?.n ?? 0
  }
  const { search } = filter
  if (search === undefined || search === '') return count(sql``)
  // A few more than are counted, for drafts and what other filters leave out.
  const enough = most + COMMON / 2
  const hits = await hitsOf(tx, search, enough)
  const among = await count(sql`and d.id = any(${uuids(hits)})`)
  return hits.length < enough || among === most ? among : count(sql`and ${holds(search)}`)
}

function fromRow(row: Record<string, unknown>): ListedDocument {
  return {
    id: row.id as Id,
    number: row.number as string | null,
    title: row.title as string,
    kindKey: row.kind_key as string,
    releaseHash: row.release_hash as string,
    state: row.state as DocumentState,
    unitId: row.unit_id as Id,
    drafter: json<PersonAs>(row.drafter),
    approver: json<PersonAs | null>(row.approver),
    grade: row.grade as Grade | null,
    disclosure: row.disclosure as Disclosure,
    retention: row.retention as Retention,
    knowledgeCategory: row.knowledge_category as string,
    unitTaskId: row.unit_task_id as Id | null,
    files: row.files as number,
    at: new Date(row.listed_at as string),
    completedAt: toDate(row.completed_at as string | null),
    superseded: row.superseded as boolean,
  }
}
