import { type SQL, sql } from 'drizzle-orm'
import { type Id, type LocalizedText, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { AccessScope } from '../values.ts'
import type { MeetingStatus } from './domain/meeting.ts'
import type { Audience } from './domain/scope.ts'
import { audienceValues, containing, date, iso, json, UNNAMED, unitName } from './sql-parts.store.ts'

/** Someone of a meeting as they were then. */
export interface MeetingPerson {
  readonly personId: Id
  readonly role: 'chair' | 'recorder' | 'attendee' | 'observer'
  readonly name: string
  readonly title: LocalizedText | null
  readonly unit: LocalizedText | null
}

export interface MeetingState {
  readonly name: string
  readonly status: MeetingStatus
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly place: string
  readonly chairId: Id
  readonly recorderId: Id
  readonly people: readonly MeetingPerson[]
  readonly procedure: string | null
  readonly scope: AccessScope
  readonly confirmedAt: Date | null
}

export interface StoredMeeting extends MeetingState {
  readonly id: Id
  readonly unitId: Id
  readonly unitName: LocalizedText
  readonly version: number
}

interface Row extends Record<string, unknown> {
  id: Id
  name: string
  status: MeetingStatus
  starts_at: string
  ends_at: string | null
  place: string
  chair_id: Id
  recorder_id: Id
  people: unknown
  procedure: string | null
  scope: AccessScope
  confirmed_at: string | null
  unit_id: Id
  unit_name: LocalizedText | null
  version: number
}

const STATE = sql.raw(
  'name, status, starts_at, ends_at, place, chair_id, recorder_id, people, procedure, scope, confirmed_at, confirmed_by, ' +
    'audience_unit_ids, audience_person_ids',
)

const values = (s: MeetingState, audience: Audience): SQL => sql`
  ${s.name}::text, ${s.status}::text, ${s.startsAt.toISOString()}::timestamptz, ${iso(s.endsAt)}::timestamptz, ${s.place}::text,
  ${s.chairId}::uuid, ${s.recorderId}::uuid, ${JSON.stringify(s.people)}::text::jsonb, ${s.procedure}::text, ${s.scope}::text,
  ${iso(s.confirmedAt)}::timestamptz, ${s.confirmedAt === null ? null : s.chairId}::uuid, ${audienceValues(audience)}`

/** Writes a new meeting. */
export async function insertMeeting(
  tx: TxCtx,
  meeting: MeetingState & { id: Id; unitId: Id },
  audience: Audience,
): Promise<void> {
  const now = tx.clock.now().toISOString()
  await tx.sql.execute(sql`
    insert into public.meeting (tenant_id, id, unit_id, origin, created_at, changed_by, changed_at, ${STATE})
    values (${tx.tenantId}, ${meeting.id}, ${meeting.unitId}, ${tx.origin}, ${now}, ${meeting.recorderId}, ${now},
      ${values(meeting, audience)})`)
}

/** Writes a changed meeting over the version that was read; false when another change came first. */
export async function saveMeeting(
  tx: TxCtx,
  target: { id: Id; version: number },
  state: MeetingState,
  audience: Audience,
): Promise<boolean> {
  const by = tx.actor.kind === 'officer' ? tx.actor.personId : null
  const rows = await tx.sql.execute(sql`
    update public.meeting set (changed_by, changed_at, version, ${STATE}) =
      row(${by}::uuid, ${tx.clock.now().toISOString()}::timestamptz, version + 1, ${values(state, audience)})
    where tenant_id = ${tx.tenantId} and id = ${target.id} and version = ${target.version} returning id`)
  return rows.length === 1
}

/** A meeting within the actor's reach, by its own id or one of its items'. @throws NotFoundError `record.not-found` */
export async function findMeeting(tx: TxCtx, id: Id): Promise<StoredMeeting> {
  const [row] = await tx.sql.execute<Row>(sql`
    select m.*, ${unitName('m')} as unit_name from public.meeting m
    where m.tenant_id = ${tx.tenantId} and m.id = coalesce((select i.meeting_id from public.agenda_item i
      where i.tenant_id = ${tx.tenantId} and i.id = ${id}), ${id}::uuid) and ${withinAudience(tx.actor, 'm')}`)
  if (row === undefined) throw new NotFoundError('record.not-found')
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    startsAt: new Date(row.starts_at),
    endsAt: date(row.ends_at),
    place: row.place,
    chairId: row.chair_id,
    recorderId: row.recorder_id,
    people: json<MeetingPerson[]>(row.people),
    procedure: row.procedure,
    scope: row.scope,
    confirmedAt: date(row.confirmed_at),
    unitId: row.unit_id,
    unitName: row.unit_name ?? UNNAMED,
    version: row.version,
  }
}

export interface MeetingFilter {
  readonly status: MeetingStatus | undefined
  /** Only where this person has a part. */
  readonly personId: Id | undefined
  readonly search: string | undefined
  readonly after: { readonly at: string; readonly id: Id } | undefined
  readonly limit: number
}

/** Meetings within the audience, the latest first. */
export async function meetingPage(tx: TxCtx, filter: MeetingFilter) {
  const { status, personId, search, after } = filter
  const parts = [withinAudience(tx.actor, 'm')]
  if (status !== undefined) parts.push(sql`m.status = ${status}`)
  if (personId !== undefined) parts.push(sql`m.audience_person_ids @> array[${personId}::uuid]`)
  if (search)
    parts.push(sql`(m.name ilike ${containing(search)} or exists (select 1 from public.agenda_item i
      where i.tenant_id = m.tenant_id and i.meeting_id = m.id and i.title ilike ${containing(search)}))`)
  if (after !== undefined) parts.push(sql`(m.starts_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const rows = await tx.sql.execute<Row & { chair: string | null; items: number; decided: number }>(sql`
    select m.*, ${unitName('m')} as unit_name, p.name as chair, i.items, i.decided from (
      select * from public.meeting m where m.tenant_id = ${tx.tenantId} and ${sql.join(parts, sql` and `)}
      order by m.starts_at desc, m.id desc limit ${filter.limit}
    ) m
    left join public.person p on p.tenant_id = m.tenant_id and p.id = m.chair_id
    cross join lateral (select count(*)::int as items, count(i.result)::int as decided from public.agenda_item i
      where i.tenant_id = m.tenant_id and i.meeting_id = m.id) i
    order by m.starts_at desc, m.id desc`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    status: row.status,
    startsAt: new Date(row.starts_at).toISOString(),
    endsAt: row.ends_at === null ? null : new Date(row.ends_at).toISOString(),
    place: row.place,
    unit: { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    chair: row.chair ?? '—',
    items: row.items,
    decided: row.decided,
  }))
}
