import { type SQL, sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { OpenTask, Stage, Status } from './domain/petition.ts'

export interface QueueFilter {
  readonly unitId: Id | undefined
  readonly personId: Id | undefined
  readonly unassigned: boolean
  /** Only what waits for this officer in petitions of others. */
  readonly turn: Turn | undefined
  readonly closed: boolean
  readonly status: Status | undefined
  readonly serviceKey: string | undefined
  readonly search: string | undefined
  readonly sort: 'due' | 'received'
  readonly descending: boolean
  readonly after: { readonly at: string; readonly id: Id } | undefined
  readonly limit: number
}

/** For whom a step may wait: the officer's units, those headed, and the roles held. */
export interface Turn {
  readonly personId: Id
  readonly unitIds: readonly Id[]
  readonly headOf: readonly Id[]
  readonly roles: readonly string[]
}

export interface QueueLine {
  readonly id: Id
  readonly number: string
  readonly title: string
  readonly serviceKey: string
  readonly releaseHash: string
  readonly channel: string
  readonly stage: Stage
  readonly status: Status
  readonly unit: { readonly id: Id; readonly name: LocalizedText }
  readonly person: { readonly id: Id; readonly name: string } | null
  readonly customerName: string | null
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly completedAt: Date | null
  readonly unread: number
  /** The tasks that wait. */
  readonly tasks: readonly OpenTask[]
  readonly version: number
}

/** A page of petitions, in order of deadline or receipt, after a known row. Names are joined to the page only. */
export async function queuePage(tx: TxCtx, filter: QueueFilter): Promise<QueueLine[]> {
  const key = sql.raw(filter.sort === 'due' ? 'p.due_at' : 'p.received_at')
  const direction = sql.raw(filter.descending ? 'desc' : 'asc')
  const beyond = sql.raw(filter.descending ? '<' : '>')
  const { after, unitId, personId } = filter
  const order = sql`order by ${key} ${direction}, p.id ${direction} limit ${filter.limit}`
  const later =
    after === undefined ? sql`` : sql`and (${key}, p.id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`
  /** Rows of one owner, in the order of that owner's index. A range of one value keeps the column in the order, so that
   * no plan reads the whole agency's queue for a unit with few rows. */
  const owned = (column: SQL, id: Id) => sql`
      select p.* from public.petition p
      where p.tenant_id = ${tx.tenantId} and ${column} >= ${id}::uuid and ${column} <= ${id}::uuid and ${conditions(filter)} ${
        after === undefined
          ? sql``
          : sql`and (${column}, ${key}, p.id) ${beyond} (${id}::uuid, ${after.at}::timestamptz, ${after.id}::uuid)`
      }
      order by ${column} ${direction}, ${key} ${direction}, p.id ${direction} limit ${filter.limit}`
  const any = (scope: SQL) => sql`
      select p.* from public.petition p where p.tenant_id = ${tx.tenantId} and ${scope} and ${conditions(filter)} ${later} ${order}`
  const own =
    unitId !== undefined
      ? owned(sql`p.unit_id`, unitId)
      : personId !== undefined
        ? owned(sql`p.person_id`, personId)
        : any(filter.turn === undefined ? sql`true` : waitsFor(filter.turn))
  // Beside its own, a unit sees what waits for its hand in others' petitions: few, found by an index of their own.
  const asks = unitId !== undefined && !filter.closed && !filter.unassigned
  const asked = asks ? any(sql`p.asked_unit_ids <> '{}' and ${unitId}::uuid = any(p.asked_unit_ids)`) : undefined
  const rows = await tx.sql.execute<{
    id: Id
    number: string
    title: string
    service_key: string
    release_hash: string
    channel: string
    stage: Stage
    status: Status
    unit_id: Id
    unit_name: LocalizedText | null
    person_id: Id | null
    person_name: string | null
    customer_name: string | null
    received_at: string
    due_at: string
    completed_at: string | null
    unread: number
    tasks: OpenTask[]
    version: number
  }>(sql`
    with page as (${asked === undefined ? own : sql`select p.* from ((${own}) union all (${asked})) p ${order}`})
    select p.id, p.number, p.title, p.service_key, p.release_hash, p.channel, p.stage, p.status, p.unit_id, p.person_id,
      p.received_at, p.due_at, p.completed_at, p.version, p.tasks, o.name as person_name, c.name as customer_name,
      (select v.name from public.unit_version v where v.tenant_id = p.tenant_id and v.unit_id = p.unit_id
        order by v.valid_from desc limit 1) as unit_name,
      (select count(*)::int from public.petition_message m where m.tenant_id = p.tenant_id and m.petition_id = p.id
        and m.sender = 'citizen' and m.read_at is null) as unread
    from page p
    left join public.person o on o.tenant_id = p.tenant_id and o.id = p.person_id
    left join public.customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    order by ${key} ${direction}, p.id ${direction}`)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    serviceKey: row.service_key,
    releaseHash: row.release_hash,
    channel: row.channel,
    stage: row.stage,
    status: row.status,
    unit: { id: row.unit_id, name: row.unit_name ?? { ko: '—', en: '—' } },
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '—' },
    customerName: row.customer_name,
    receivedAt: new Date(row.received_at),
    dueAt: new Date(row.due_at),
    completedAt: row.completed_at === null ? null : new Date(row.completed_at),
    unread: row.unread,
    tasks: row.tasks,
    version: row.version,
  }))
}

function conditions(filter: QueueFilter): SQL {
  const parts: SQL[] = [filter.closed ? sql`p.closed_at is not null` : sql`p.closed_at is null`]
  if (filter.unassigned) parts.push(sql`p.person_id is null`)
  if (filter.status !== undefined) parts.push(sql`p.status = ${filter.status}`)
  if (filter.serviceKey !== undefined) parts.push(sql`p.service_key = ${filter.serviceKey}`)
  if (filter.search !== undefined && filter.search !== '') {
    const exact = /^\d{4}-\d{5,}$/.test(filter.search)
    const units = filter.unitId === undefined ? sql`null::uuid[]` : sql`array[${filter.unitId}::uuid]`
    const found = sql`p.id in (select platform.search_petitions(${filter.search}, ${units}))`
    parts.push(exact ? sql`p.number = ${filter.search}` : found)
  }
  return sql.join(parts, sql` and `)
}

/** Petitions in which a task waits for the officer's units or for a role of theirs, others being in charge. */
function waitsFor(turn: Turn): SQL {
  const list = (values: readonly string[]) => `{${values.join(',')}}`
  const lines = list([...turn.unitIds, ...turn.headOf])
  const roles = list(turn.roles.filter((role) => role !== 'petition-handler').map((role) => `"role:${role}"`))
  return sql`p.person_id is distinct from ${turn.personId}::uuid and (
    (p.asked_unit_ids <> '{}' and p.asked_unit_ids && ${list(turn.unitIds)}::text::uuid[])
    or (p.unit_id = any(${lines}::text::uuid[]) and exists (
      select 1 from jsonb_array_elements(p.tasks) task where task ->> 'performer' = any(${roles}::text::text[]))))`
}

type Figure = 'open' | 'overdue' | 'dueToday' | 'unassigned' | 'mine' | 'turn' | 'unread'

/** Open petitions of a unit, counted for its page's headline; `endOfToday` is the agency's own. */
export async function queueFigures(
  tx: TxCtx,
  scope: { unitId: Id | undefined; personId: Id | null; turn: Turn | undefined; now: Date; endOfToday: Date },
): Promise<Record<Figure, number>> {
  const now = scope.now.toISOString()
  const unit = scope.unitId === undefined ? sql`` : sql`and p.unit_id = ${scope.unitId}`
  const turn =
    scope.turn === undefined
      ? sql`0`
      : sql`(select count(*)::int from public.petition p where p.tenant_id = ${tx.tenantId} and p.closed_at is null and ${waitsFor(scope.turn)})`
  const [row] = await tx.sql.execute<Record<Figure, number>>(sql`
    select count(*)::int as open, count(*) filter (where p.due_at < ${now}::timestamptz and p.status <> 'supplement')::int as overdue,
      count(*) filter (where p.due_at >= ${now}::timestamptz and p.due_at <= ${scope.endOfToday.toISOString()}::timestamptz)::int as "dueToday",
      count(*) filter (where p.person_id is null)::int as unassigned,
      (select count(*)::int from public.petition p where p.tenant_id = ${tx.tenantId} and p.person_id = ${scope.personId}::uuid
        and p.closed_at is null) as mine,
      ${turn} as turn,
      (select count(*)::int from public.petition p
        join public.petition_message m on m.tenant_id = p.tenant_id and m.petition_id = p.id
        where p.tenant_id = ${tx.tenantId} and p.person_id = ${scope.personId}::uuid and p.closed_at is null
          and m.sender = 'citizen' and m.read_at is null) as unread
    from public.petition p where p.tenant_id = ${tx.tenantId} and p.closed_at is null ${unit}`)
  return row ?? { open: 0, overdue: 0, dueToday: 0, unassigned: 0, mine: 0, turn: 0, unread: 0 }
}
