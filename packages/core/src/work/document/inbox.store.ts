import { type SQL, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { Grade, RouteRole } from '../values.ts'
import type { PersonAs, PlanStep } from './document.store.ts'
import type { DocumentState } from './domain/document.ts'
import { found } from './listing.store.ts'
import { type Cursor, json, toDate } from './sql.store.ts'

export type Box = 'waiting' | 'upcoming' | 'returned' | 'held' | 'in-progress' | 'drafts' | 'done'

export interface InboxFilter {
  readonly box: Box
  readonly personId: Id
  readonly kindKey: string | undefined
  readonly role: RouteRole | undefined
  readonly search: string | undefined
  readonly sort: 'date' | 'title'
  readonly descending: boolean
  readonly after: Cursor | undefined
  readonly limit: number
}

/** A line of somebody's 결재함. */
export interface InboxLine {
  readonly id: Id
  readonly title: string
  readonly number: string | null
  readonly kindKey: string
  readonly releaseHash: string
  readonly state: DocumentState
  readonly unitId: Id
  readonly drafter: PersonAs
  readonly round: number
  readonly files: number
  readonly at: Date
  readonly submittedAt: Date | null
  readonly completedAt: Date | null
  readonly step: {
    readonly id: Id
    readonly role: RouteRole
    readonly request: PlanStep['request']
    readonly final: boolean
    readonly delegated: boolean
    readonly actingFor: PersonAs | null
  } | null
  readonly waitingFor: readonly { readonly id: Id; readonly name: string }[]
  readonly progress: { readonly done: number; readonly of: number }
  readonly grade: Grade | null
  readonly version: number
  readonly routeVersion: number
}

const RUNNING = sql`d.state in ('in-review', 'on-hold')`

/** Documents in a person's box with the instant they came to it. */
function boxOf(tx: TxCtx, box: Box, me: Id): SQL {
  const mine = (state: string) => sql`
    public.route_step s join public.document d on d.tenant_id = s.tenant_id and d.id = s.document_id and d.round = s.round and ${RUNNING}
    where s.tenant_id = ${tx.tenantId} and s.person_id = ${me}::uuid and s.state = ${state}`
  const seen = sql`d.id in (
    select document_id from public.route_step where tenant_id = ${tx.tenantId} and person_id = ${me}::uuid and state = 'done'
    union select id from public.document where tenant_id = ${tx.tenantId} and drafter_id = ${me}::uuid)`
  const plain = sql`public.document d where d.tenant_id = ${tx.tenantId} and d.discarded_at is null`
  switch (box) {
    case 'waiting':
      return sql`select d.id, d.title, coalesce(s.turn_at, d.submitted_at) as at, s.role, d.kind_key from ${mine('turn')}`
    case 'upcoming':
      return sql`select d.id, d.title, d.submitted_at as at, s.role, d.kind_key from ${mine('waiting')}`
    case 'held':
      return sql`select d.id, d.title, d.changed_at as at, s.role, d.kind_key from ${mine('held')}
        union all select d.id, d.title, d.changed_at, null, d.kind_key from ${plain} and d.drafter_id = ${me}::uuid and d.state = 'on-hold'`
    case 'returned':
      return sql`select d.id, d.title, d.changed_at as at, null as role, d.kind_key from ${plain} and d.drafter_id = ${me}::uuid
        and d.state in ('returned', 'withdrawn')`
    case 'drafts':
      return sql`select d.id, d.title, d.changed_at as at, null as role, d.kind_key from ${plain} and d.drafter_id = ${me}::uuid
        and d.state = 'draft'`
    case 'in-progress':
      return sql`select d.id, d.title, d.submitted_at as at, null as role, d.kind_key from ${plain} and ${RUNNING} and ${seen}`
    case 'done':
      return sql`select d.id, d.title, d.completed_at as at, null as role, d.kind_key from ${plain}
        and d.state in ('approved', 'stopped') and ${seen}`
  }
}

/** A page of a person's box: the ids first, then what their lines show. */
export async function pageOfInbox(tx: TxCtx, f: InboxFilter): Promise<InboxLine[]> {
  const key = sql.raw(f.sort === 'date' ? 'b.at' : 'b.title')
  const way = sql.raw(f.descending ? 'desc' : 'asc')
  const value = f.sort === 'date' ? sql`${f.after?.key ?? ''}::timestamptz` : sql`${f.after?.key ?? ''}::text`
  const parts: SQL[] = [sql`true`]
  if (f.kindKey !== undefined) parts.push(sql`b.kind_key = ${f.kindKey}`)
  if (f.role !== undefined) parts.push(sql`b.role = ${f.role}`)
  if (f.search !== undefined && f.search !== '') parts.push(sql`b.id in (${found(tx, f.search)})`)
  if (f.after !== undefined)
    parts.push(sql`(${key}, b.id) ${sql.raw(f.descending ? '<' : '>')} (${value}, ${f.after.id}::uuid)`)
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select d.id, d.title, d.number, d.kind_key, d.release_hash, d.state, d.unit_id, d.drafter, d.round, b.at, d.submitted_at,
      d.completed_at, d.grade, d.version, d.route_version,
      (select count(*)::int from public.document_file x where x.tenant_id = d.tenant_id and x.document_id = d.id) as files,
      (select jsonb_build_object('id', x.id, 'role', x.role, 'request', jsonb_build_object('action', x.request_action, 'note', x.request_note),
        'final', x.final, 'delegated', x.delegated, 'actingFor', x.acting_for) from public.route_step x
        where x.tenant_id = d.tenant_id and x.document_id = d.id and x.round = d.round and x.person_id = ${f.personId}::uuid
          and x.state <> 'skipped' limit 1) as step,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.person_id, 'name', x.person ->> 'name') order by x.ord), '[]')
        from public.route_step x where x.tenant_id = d.tenant_id and x.document_id = d.id and x.round = d.round
          and x.state in ('turn', 'held') and ${RUNNING}) as waiting,
      (select jsonb_build_object('done', count(*) filter (where x.state = 'done'), 'of', count(*)) from public.route_step x
        where x.tenant_id = d.tenant_id and x.document_id = d.id and x.round = d.round and x.state <> 'skipped') as progress
    from (select b.id, b.title, b.at from (${boxOf(tx, f.box, f.personId)}) b where ${sql.join(parts, sql` and `)}
      order by ${key} ${way}, b.id ${way} limit ${f.limit}) b
    join public.document d on d.tenant_id = ${tx.tenantId} and d.id = b.id
    where ${withinAudience(tx.actor, 'd')}
    order by ${key} ${way}, b.id ${way}`)
  return rows.map(fromRow)
}

/** How much lies in a person's boxes. */
export async function inboxFigures(tx: TxCtx, me: Id) {
  const [row] = await tx.sql.execute<Record<string, number>>(sql`
    select s.*, o.* from (
      select count(*) filter (where s.state = 'turn')::int as waiting, count(*) filter (where s.state = 'waiting')::int as upcoming,
        count(*) filter (where s.state = 'held')::int as held,
        count(*) filter (where s.state = 'turn' and s.role = 'review')::int as review,
        count(*) filter (where s.state = 'turn' and s.role = 'consent')::int as consent,
        count(*) filter (where s.state = 'turn' and s.role = 'approve')::int as approve
      from public.route_step s join public.document d on d.tenant_id = s.tenant_id and d.id = s.document_id and d.round = s.round and ${RUNNING}
      where s.tenant_id = ${tx.tenantId} and s.person_id = ${me}::uuid and s.state in ('turn', 'held', 'waiting')
        and ${withinAudience(tx.actor, 'd')}) s,
    (select count(*) filter (where d.state in ('returned', 'withdrawn'))::int as returned,
        count(*) filter (where d.state = 'on-hold')::int as own_held,
        count(*) filter (where d.state = 'draft')::int as drafts
      from public.document d where d.tenant_id = ${tx.tenantId} and d.drafter_id = ${me}::uuid and d.discarded_at is null
        and d.state in ('returned', 'withdrawn', 'on-hold', 'draft')) o`)
  const [going] = await tx.sql.execute<{ n: number }>(
    sql`select count(*)::int as n from (${boxOf(tx, 'in-progress', me)}) b`,
  )
  const of = (key: string) => row?.[key] ?? 0
  return {
    waiting: of('waiting'),
    upcoming: of('upcoming'),
    returned: of('returned'),
    held: of('held') + of('own_held'),
    inProgress: going?.n ?? 0,
    drafts: of('drafts'),
    review: of('review'),
    consent: of('consent'),
    approve: of('approve'),
  }
}

function fromRow(row: Record<string, unknown>): InboxLine {
  return {
    id: row.id as Id,
    title: row.title as string,
    number: row.number as string | null,
    kindKey: row.kind_key as string,
    releaseHash: row.release_hash as string,
    state: row.state as DocumentState,
    unitId: row.unit_id as Id,
    drafter: json<PersonAs>(row.drafter),
    round: row.round as number,
    files: row.files as number,
    at: new Date(row.at as string),
    submittedAt: toDate(row.submitted_at as string | null),
    completedAt: toDate(row.completed_at as string | null),
    step: json<InboxLine['step']>(row.step),
    waitingFor: json<InboxLine['waitingFor']>(row.waiting),
    progress: json<InboxLine['progress']>(row.progress),
    grade: row.grade as Grade | null,
    version: row.version as number,
    routeVersion: row.route_version as number,
  }
}
