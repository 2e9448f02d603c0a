import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import { type TxCtx, touch } from '../../platform/index.ts'
import { ids, json, uuids } from './sql-parts.store.ts'

export type PetitionState = 'received' | 'assigned' | 'closed' | 'reopened' | 'withdrawn' | 'transferred'

/** What an event tells of a petition; what it does not tell stays as it is. */
export interface PetitionFacts {
  readonly petitionId: Id
  readonly serviceKey?: string
  readonly receivedAt?: string
  readonly unitId?: Id
  readonly personId?: Id | null
  readonly state?: PetitionState
  readonly overall?: number
}

/** Keeps what events tell of petitions, one row each, in one statement. */
export async function keepPetitions(tx: TxCtx, facts: readonly PetitionFacts[]): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((fact) => ({
    id: fact.petitionId,
    service_key: fact.serviceKey ?? null,
    received_at: fact.receivedAt ?? null,
    unit_id: fact.unitId ?? null,
    person_id: fact.personId ?? null,
    knows_person: fact.personId !== undefined,
    state: fact.state ?? null,
    overall: fact.overall ?? null,
  }))
  await tx.sql.execute(sql`
    insert into public.task_petition as t (tenant_id, petition_id, service_key, received_at, unit_id, person_id, state, overall)
    select ${tx.tenantId}::uuid, x.id, x.service_key, x.received_at, x.unit_id, x.person_id, coalesce(x.state, 'received'), x.overall
    from ${recordset(rows)}
    on conflict (tenant_id, petition_id) do nothing`)
  await tx.sql.execute(sql`
    update public.task_petition t set service_key = coalesce(x.service_key, t.service_key),
      received_at = coalesce(x.received_at, t.received_at), unit_id = coalesce(x.unit_id, t.unit_id),
      person_id = case when x.knows_person then x.person_id else t.person_id end,
      state = coalesce(x.state, t.state), overall = coalesce(x.overall, t.overall)
    from ${recordset(rows)} where t.tenant_id = ${tx.tenantId} and t.petition_id = x.id`)
}

const recordset = (rows: readonly object[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, service_key text, received_at timestamptz, unit_id uuid,
    person_id uuid, knows_person boolean, state text, overall int)`

/**
 * Enters petitions under 실적 of their cards, in two statements however many: the cards people tied by hand, and the
 * active card of the year that the unit in charge has for a unit task of the service. Where the unit has changed, the
 * entry goes along. `titles` are the services' names.
 */
export async function placePetitions(
  tx: TxCtx,
  petitionIds: readonly Id[],
  titles: ReadonlyMap<string, string>,
): Promise<void> {
  if (petitionIds.length === 0) return
  const named = JSON.stringify([...titles].map(([key, name]) => ({ key, name: name.slice(0, 300) })))
  const placed = await tx.sql.execute<{ card_id: Id }>(sql`
    with p as (
      select t.* from public.task_petition t where t.tenant_id = ${tx.tenantId}
        and t.petition_id = any(${uuids(petitionIds)}::text::uuid[]) and t.received_at is not null
    ), here as (
      select p.petition_id, c.id as card_id from p
      join public.achievement a on a.tenant_id = p.tenant_id and a.kind = 'petition' and a.subject_id = p.petition_id
      join public.task_card c on c.tenant_id = a.tenant_id and c.id = a.task_card_id and c.unit_id = p.unit_id
      where c.id <> all(p.untied_card_ids)
    ), goal as (
      select petition_id, card_id from here
      union
      select p.petition_id, card_id from p, unnest(p.tied_card_ids) as card_id
      union
      select p.petition_id, found.id from p cross join lateral (
        select c.id from public.task_card c
        join public.unit_task u on u.tenant_id = c.tenant_id and u.id = c.unit_task_id
        where c.tenant_id = p.tenant_id and c.unit_id = p.unit_id and c.status = 'active'
          and c.year = extract(year from p.received_at at time zone 'Asia/Seoul')::int
          and u.service_keys @> array[p.service_key] and c.id <> all(p.untied_card_ids)
        order by (c.managed_task_id is not null), c.created_at, c.id limit 1) found
      where not exists (select from here where here.petition_id = p.petition_id)
    ), gone as (
      delete from public.achievement a using p where a.tenant_id = p.tenant_id and a.kind = 'petition'
        and a.subject_id = p.petition_id and not exists (
          select from goal where goal.petition_id = p.petition_id and goal.card_id = a.task_card_id)
      returning a.task_card_id as card_id
    ), written as (
      insert into public.achievement (tenant_id, id, task_card_id, kind, subject_id, occurred_at, title, person_id, unit_id, state,
        audience_unit_ids, audience_person_ids)
      select p.tenant_id, gen_random_uuid(), goal.card_id, 'petition', p.petition_id, p.received_at,
        coalesce(n.name, p.service_key, '민원'), p.person_id, p.unit_id, p.state, array_remove(array[p.unit_id], null),
        array_remove(array[p.person_id], null)
      from goal join p on p.petition_id = goal.petition_id
      left join jsonb_to_recordset(${named}::text::jsonb) as n(key text, name text) on n.key = p.service_key
      on conflict (tenant_id, task_card_id, kind, subject_id) do update set person_id = excluded.person_id,
        unit_id = excluded.unit_id, state = excluded.state, audience_unit_ids = excluded.audience_unit_ids,
        audience_person_ids = excluded.audience_person_ids
      returning task_card_id as card_id
    )
    select card_id from gone union select card_id from written`)
  touch(tx, ...placed.map((row) => `task:${row.card_id}`))
}

/** Petitions of a year that a new card of the unit would get: its unit task's services, not yet under any card. */
export async function petitionsForCard(tx: TxCtx, card: { unitId: Id; unitTaskId: Id; year: number }): Promise<Id[]> {
  const rows = await tx.sql.execute<{ petition_id: Id }>(sql`
    select t.petition_id from public.task_petition t
    join public.unit_task u on u.tenant_id = t.tenant_id and u.id = ${card.unitTaskId} and u.service_keys @> array[t.service_key]
    where t.tenant_id = ${tx.tenantId} and t.unit_id = ${card.unitId}
      and extract(year from t.received_at at time zone 'Asia/Seoul')::int = ${card.year}
      and not exists (select from public.achievement a where a.tenant_id = t.tenant_id and a.kind = 'petition'
        and a.subject_id = t.petition_id)
    limit 5000`)
  return rows.map((row) => row.petition_id)
}

/** What work knows of a petition. */
export interface KnownPetition {
  readonly petitionId: Id
  readonly serviceKey: string | null
  readonly receivedAt: string | null
  readonly unitId: Id | null
  readonly state: PetitionState
  readonly tiedCardIds: readonly Id[]
}

type Row = {
  petition_id: Id
  service_key: string | null
  received_at: string | null
  unit_id: Id | null
  state: PetitionState
  tied: unknown
}

/** A petition. @throws NotFoundError `task.petition-not-found`, also for another agency's */
export async function findPetition(tx: TxCtx, petitionId: Id): Promise<KnownPetition> {
  const [row] = await tx.sql.execute<Row>(sql`
    select petition_id, service_key, received_at, unit_id, state, to_jsonb(tied_card_ids) as tied
    from public.task_petition where tenant_id = ${tx.tenantId} and petition_id = ${petitionId}`)
  if (row === undefined) throw new NotFoundError('task.petition-not-found')
  return fromRow(row)
}

/** Ties a petition to a card by hand, or takes it off. */
export async function saveTie(tx: TxCtx, petitionId: Id, cardId: Id, tied: boolean): Promise<void> {
  const on = sql.raw(tied ? 'tied_card_ids' : 'untied_card_ids')
  const off = sql.raw(tied ? 'untied_card_ids' : 'tied_card_ids')
  await tx.sql.execute(sql`
    update public.task_petition set ${on} = array_append(array_remove(${on}, ${cardId}::uuid), ${cardId}::uuid),
      ${off} = array_remove(${off}, ${cardId}::uuid)
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId}`)
}

/** The latest petitions of some units, with whether each is under the card. */
export async function latestPetitions(tx: TxCtx, unitIds: readonly Id[], cardId: Id, limit: number) {
  const rows = await tx.sql.execute<Row & { here: boolean }>(sql`
    select t.petition_id, t.service_key, t.received_at, t.unit_id, t.state, to_jsonb(t.tied_card_ids) as tied,
      exists (select from public.achievement a where a.tenant_id = t.tenant_id and a.task_card_id = ${cardId}
        and a.kind = 'petition' and a.subject_id = t.petition_id) as here
    from public.task_petition t
    where t.tenant_id = ${tx.tenantId} and t.unit_id = any(${uuids(unitIds)}::text::uuid[])
    order by t.received_at desc nulls last, t.petition_id limit ${limit}`)
  return rows.map((row) => ({ ...fromRow(row), here: row.here }))
}

function fromRow(row: Row): KnownPetition {
  return {
    petitionId: row.petition_id,
    serviceKey: row.service_key,
    receivedAt: row.received_at === null ? null : new Date(row.received_at).toISOString(),
    unitId: row.unit_id,
    state: row.state,
    tiedCardIds: ids(json(row.tied)),
  }
}
