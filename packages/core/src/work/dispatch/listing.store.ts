import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { type Cursor, uuids } from '../document/index.ts'
import { dispatchFromRow, type StoredDispatch, withinReach } from './dispatch.store.ts'
import type { DispatchState, ReceptionState } from './domain/dispatch.ts'
import { receptionFromRow, type StoredReception } from './reception.store.ts'

interface Page {
  readonly search?: string | undefined
  readonly from?: Date | undefined
  /** Exclusive. */
  readonly to?: Date | undefined
  readonly descending: boolean
  readonly after: Cursor | undefined
  readonly limit: number
}

export interface DispatchFilter extends Page {
  readonly headOf?: readonly Id[]
  readonly unitIds?: readonly Id[] | undefined
  readonly drafterId?: Id
  readonly documentId?: Id | undefined
  readonly state?: DispatchState | undefined
}

export interface ReceptionFilter extends Page {
  readonly unitIds?: readonly Id[]
  readonly personId?: Id
  readonly unassigned?: boolean
  readonly state?: ReceptionState | 'open' | 'recalled' | undefined
}

/** Dispatches the actor may know of. The whole words are read for the rows of the page only. */
export async function pageOfDispatches(tx: TxCtx, f: DispatchFilter): Promise<(StoredDispatch & { files: number })[]> {
  const parts: SQL[] = [sql`d.tenant_id = ${tx.tenantId} and ${withinReach(tx.actor, 'd')}`]
  if (f.headOf !== undefined) parts.push(sql`d.unit_id = any(${uuids(f.headOf)}) and d.state = 'waiting'`)
  if (f.unitIds !== undefined) parts.push(sql`d.unit_id = any(${uuids(f.unitIds)})`)
  if (f.drafterId !== undefined) parts.push(sql`d.drafter_id = ${f.drafterId}::uuid`)
  if (f.documentId !== undefined) parts.push(sql`d.document_id = ${f.documentId}::uuid`)
  if (f.state !== undefined) parts.push(sql`d.state = ${f.state}`)
  parts.push(
    ...common(
      f,
      'd',
      'listed_at',
      sql`d.title ilike ${like(f.search)} or d.number ilike ${like(f.search)}
    or d.document_number ilike ${like(f.search)}`,
    ),
  )
  const way = sql.raw(f.descending ? 'desc' : 'asc')
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select d.*, cardinality(d.file_ids) as files from public.dispatch d where ${sql.join(parts, sql` and `)}
    order by d.listed_at ${way}, d.id ${way} limit ${f.limit}`)
  return rows.map((row) => ({ ...dispatchFromRow(row), files: row.files as number }))
}

/** Receptions of units of the actor. */
export async function pageOfReceptions(
  tx: TxCtx,
  f: ReceptionFilter,
): Promise<(StoredReception & { files: number })[]> {
  const parts: SQL[] = [sql`r.tenant_id = ${tx.tenantId} and ${withinAudience(tx.actor, 'r')}`]
  if (f.unitIds !== undefined) parts.push(sql`r.unit_id = any(${uuids(f.unitIds)})`)
  if (f.personId !== undefined) parts.push(sql`r.person_id = ${f.personId}::uuid`)
  if (f.unassigned === true) parts.push(sql`r.person_id is null and ${OPEN}`)
  if (f.state === 'open') parts.push(OPEN)
  else if (f.state === 'recalled') parts.push(sql`r.recalled_at is not null`)
  else if (f.state !== undefined) parts.push(sql`r.state = ${f.state}`)
  parts.push(
    ...common(
      f,
      'r',
      'arrived_at',
      sql`r.title ilike ${like(f.search)} or r.number ilike ${like(f.search)}
    or r.sender ->> 'number' ilike ${like(f.search)}`,
    ),
  )
  const way = sql.raw(f.descending ? 'desc' : 'asc')
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select r.*, (select count(*)::int from public.reception_file x where x.tenant_id = r.tenant_id and x.reception_id = r.id) as files
    from public.reception r where ${sql.join(parts, sql` and `)} order by r.arrived_at ${way}, r.id ${way} limit ${f.limit}`)
  return rows.map((row) => ({ ...receptionFromRow(row), files: row.files as number }))
}

/** What can still be acted on: neither closed, refused nor taken back in time. */
const OPEN = sql`r.state in ('arrived', 'received', 'assigned') and (r.recalled_at is null or r.recall_late)`

function common(f: Page, alias: string, key: string, words: SQL): SQL[] {
  const column = sql.raw(`${alias}.${key}`)
  const parts: SQL[] = []
  if (f.search !== undefined && f.search !== '') parts.push(sql`(${words})`)
  if (f.from !== undefined) parts.push(sql`${column} >= ${f.from.toISOString()}::timestamptz`)
  if (f.to !== undefined) parts.push(sql`${column} < ${f.to.toISOString()}::timestamptz`)
  if (f.after !== undefined) {
    const sign = sql.raw(f.descending ? '<' : '>')
    parts.push(sql`(${column}, ${sql.raw(alias)}.id) ${sign} (${f.after.key}::timestamptz, ${f.after.id}::uuid)`)
  }
  return parts
}

function like(words: string | undefined): string {
  return `%${(words ?? '').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** How many dispatches wait for the actor. */
export async function dispatchFigures(tx: TxCtx, actor: { personId: Id; headOf: readonly Id[] }) {
  const [row] = await tx.sql.execute<{ to_release: number; sent_back: number; refused: number }>(sql`
    select
      (select count(*)::int from public.dispatch d where d.tenant_id = ${tx.tenantId} and d.state = 'waiting'
        and d.unit_id = any(${uuids(actor.headOf)})) as to_release,
      (select count(*)::int from public.dispatch d where d.tenant_id = ${tx.tenantId} and d.drafter_id = ${actor.personId}::uuid
        and d.state = 'sent-back') as sent_back,
      (select count(distinct d.id)::int from public.dispatch d join public.dispatch_receiver x on x.tenant_id = d.tenant_id
        and x.dispatch_id = d.id and x.state = 'refused'
        where d.tenant_id = ${tx.tenantId} and d.drafter_id = ${actor.personId}::uuid and d.state = 'sent') as refused`)
  return { toRelease: row?.to_release ?? 0, sentBack: row?.sent_back ?? 0, refused: row?.refused ?? 0 }
}

/** How much waits in the 접수함 of the actor's units. */
export async function receptionFigures(tx: TxCtx, actor: { personId: Id; unitIds: readonly Id[] }) {
  const [row] = await tx.sql.execute<{ arrived: number; unassigned: number; mine: number; recalled: number }>(sql`
    select count(*) filter (where r.state = 'arrived' and ${OPEN})::int as arrived,
      count(*) filter (where r.state = 'received' and r.person_id is null and ${OPEN})::int as unassigned,
      count(*) filter (where r.person_id = ${actor.personId}::uuid and r.state = 'assigned')::int as mine,
      count(*) filter (where r.recalled_at is not null)::int as recalled
    from public.reception r where r.tenant_id = ${tx.tenantId} and ${withinAudience(tx.actor, 'r')}
      and r.state in ('arrived', 'received', 'assigned')`)
  return {
    arrived: row?.arrived ?? 0,
    unassigned: row?.unassigned ?? 0,
    mine: row?.mine ?? 0,
    recalled: row?.recalled ?? 0,
  }
}
