import { type SQL, sql } from 'drizzle-orm'
import { type Id, type LocalizedText, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { AccessScope } from '../values.ts'
import type { Audience } from './domain/scope.ts'
import { audienceValues, date, ids, iso, UNNAMED, unitName, uuids } from './sql-parts.store.ts'

export interface StoredSchedule {
  readonly id: Id
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly allDay: boolean
  readonly place: string | null
  readonly note: string | null
  readonly result: string | null
  readonly status: 'planned' | 'cancelled'
  readonly unitId: Id
  readonly unitName: LocalizedText
  readonly personId: Id
  readonly participantIds: readonly Id[]
  readonly taskCardIds: readonly Id[]
  readonly scope: AccessScope
  readonly version: number
}

export type ScheduleState = Omit<StoredSchedule, 'id' | 'unitId' | 'unitName' | 'personId' | 'version'>

interface Row extends Record<string, unknown> {
  id: Id
  title: string
  starts_at: string
  ends_at: string | null
  all_day: boolean
  place: string | null
  note: string | null
  result: string | null
  status: 'planned' | 'cancelled'
  unit_id: Id
  unit_name: LocalizedText | null
  person_id: Id
  participant_ids: unknown
  task_card_ids: unknown
  scope: AccessScope
  version: number
}

const STATE = sql.raw(
  'title, starts_at, ends_at, all_day, place, note, result, status, participant_ids, task_card_ids, scope, ' +
    'audience_unit_ids, audience_person_ids',
)

const values = (s: ScheduleState, audience: Audience): SQL => sql`
  ${s.title}::text, ${s.startsAt.toISOString()}::timestamptz, ${iso(s.endsAt)}::timestamptz, ${s.allDay}::boolean,
  ${s.place}::text, ${s.note}::text, ${s.result}::text, ${s.status}::text, ${uuids(s.participantIds)},
  ${uuids(s.taskCardIds)}, ${s.scope}::text, ${audienceValues(audience)}`

/** Writes a new entry. */
export async function insertSchedule(
  tx: TxCtx,
  entry: ScheduleState & { id: Id; unitId: Id; personId: Id },
  audience: Audience,
): Promise<void> {
  const now = tx.clock.now().toISOString()
  await tx.sql.execute(sql`
    insert into public.schedule (tenant_id, id, unit_id, person_id, origin, created_at, changed_by, changed_at, ${STATE})
    values (${tx.tenantId}, ${entry.id}, ${entry.unitId}, ${entry.personId}, ${tx.origin}, ${now}, ${entry.personId}, ${now},
      ${values(entry, audience)})`)
}

/** Writes a changed entry over the version that was read; false when another change came first. */
export async function saveSchedule(
  tx: TxCtx,
  target: { id: Id; version: number },
  state: ScheduleState,
  audience: Audience,
): Promise<boolean> {
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  const rows = await tx.sql.execute(sql`
    update public.schedule set (changed_by, changed_at, version, ${STATE}) =
      row(${by}::uuid, ${tx.clock.now().toISOString()}::timestamptz, version + 1, ${values(state, audience)})
    where tenant_id = ${tx.tenantId} and id = ${target.id} and version = ${target.version} returning id`)
  return rows.length === 1
}

/** An entry within the actor's reach. @throws NotFoundError `record.not-found` */
export async function findSchedule(tx: TxCtx, id: Id): Promise<StoredSchedule> {
  const [row] = await tx.sql.execute<Row>(sql`
    select s.*, ${unitName('s')} as unit_name from public.schedule s
    where s.tenant_id = ${tx.tenantId} and s.id = ${id} and ${withinAudience(tx.actor, 's')}`)
  if (row === undefined) throw new NotFoundError('record.not-found')
  return {
    id: row.id,
    title: row.title,
    startsAt: new Date(row.starts_at),
    endsAt: date(row.ends_at),
    allDay: row.all_day,
    place: row.place,
    note: row.note,
    result: row.result,
    status: row.status,
    unitId: row.unit_id,
    unitName: row.unit_name ?? UNNAMED,
    personId: row.person_id,
    participantIds: ids(row.participant_ids),
    taskCardIds: ids(row.task_card_ids),
    scope: row.scope,
    version: row.version,
  }
}

export interface ScheduleFilter {
  readonly from: Date
  readonly to: Date
  readonly unitId?: Id | undefined
  readonly personId?: Id | undefined
}

/** How long one entry lasts at most, which bounds the search for those that reach into a span. */
export const LONGEST_DAYS = 62
const MOST = 1_000

/** Entries that reach into a span, of a unit or of a person (as owner or participant), by beginning. */
export async function schedulesIn(tx: TxCtx, filter: ScheduleFilter) {
  const { unitId, personId } = filter
  const earliest = new Date(filter.from.getTime() - LONGEST_DAYS * 86_400_000).toISOString()
  const whose = [
    unitId === undefined ? sql`` : sql`and s.unit_id = ${unitId}`,
    personId === undefined
      ? sql``
      : sql`and (s.person_id = ${personId} or s.participant_ids @> array[${personId}::uuid])`,
  ]
  const rows = await tx.sql.execute<Row & { person_name: string | null }>(sql`
    select s.*, p.name as person_name from public.schedule s
    left join public.person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    where s.tenant_id = ${tx.tenantId} and s.starts_at < ${filter.to.toISOString()}::timestamptz
      and s.starts_at >= ${earliest}::timestamptz
      and coalesce(s.ends_at, s.starts_at) >= ${filter.from.toISOString()}::timestamptz ${whose[0]} ${whose[1]}
      and ${withinAudience(tx.actor, 's')}
    order by s.starts_at, s.id limit ${MOST}`)
  const me = tx.actor.kind === 'officer' ? tx.actor.personId : null
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    startsAt: new Date(row.starts_at).toISOString(),
    endsAt: row.ends_at === null ? null : new Date(row.ends_at).toISOString(),
    allDay: row.all_day,
    place: row.place,
    status: row.status,
    hasResult: row.result !== null,
    person: { id: row.person_id, name: row.person_name ?? '—' },
    mine: row.person_id === me || ids(row.participant_ids).includes(me ?? ''),
    tasks: ids(row.task_card_ids).length,
  }))
}
