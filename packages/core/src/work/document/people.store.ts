import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { PersonAs } from './document.store.ts'
import { json, uuids } from './sql.store.ts'

/** A person in one of their posts. */
export interface Holder {
  readonly person: PersonAs
  readonly unitId: Id
  readonly isHead: boolean
}

type HolderRow = {
  person_id: Id
  name: string
  title: unknown
  unit_id: Id
  unit_name: unknown
  is_head: boolean
}

const NAME = (
  instant: string,
) => sql`(select v.name from public.unit_version v where v.tenant_id = o.tenant_id and v.unit_id = o.unit_id
  and v.valid_from <= ${instant}::timestamptz and (v.valid_to is null or v.valid_to > ${instant}::timestamptz) limit 1)`

/** The posts of people at the act's time, each person's own post before concurrent ones. */
export async function postsOf(tx: TxCtx, personIds: readonly Id[]): Promise<Holder[]> {
  if (personIds.length === 0) return []
  const instant = tx.clock.now().toISOString()
  const rows = await tx.sql.execute<HolderRow>(sql`
    select p.id as person_id, p.name, o.title, o.unit_id, ${NAME(instant)} as unit_name, o.is_head
    from public.person p join public.post o on o.tenant_id = p.tenant_id and o.person_id = p.id
      and o.valid_from <= ${instant}::timestamptz and (o.valid_to is null or o.valid_to > ${instant}::timestamptz)
    where p.tenant_id = ${tx.tenantId} and p.id = any(${uuids(personIds)})
    order by o.concurrent, o.valid_from desc, o.id`)
  return rows.map(toHolder)
}

/** The heads of units at the act's time, by unit. */
export async function headsOf(tx: TxCtx, unitIds: readonly Id[]): Promise<Map<Id, Holder>> {
  if (unitIds.length === 0) return new Map()
  const instant = tx.clock.now().toISOString()
  const rows = await tx.sql.execute<HolderRow>(sql`
    select p.id as person_id, p.name, o.title, o.unit_id, ${NAME(instant)} as unit_name, o.is_head
    from public.post o join public.person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tx.tenantId} and o.unit_id = any(${uuids(unitIds)}) and o.is_head
      and o.valid_from <= ${instant}::timestamptz and (o.valid_to is null or o.valid_to > ${instant}::timestamptz)`)
  return new Map(rows.map((row) => [row.unit_id, toHolder(row)]))
}

/** Who holds a role of the agency at the act's time, the first by post. */
export async function holderOfRole(tx: TxCtx, role: string): Promise<Holder | null> {
  const instant = tx.clock.now().toISOString()
  const [row] = await tx.sql.execute<{ person_id: Id }>(sql`
    select g.person_id from public.role_grant g where g.tenant_id = ${tx.tenantId} and g.role = ${role}
      and g.valid_from <= ${instant}::timestamptz and (g.valid_to is null or g.valid_to > ${instant}::timestamptz)
    order by g.valid_from, g.id limit 1`)
  return row === undefined ? null : ((await postsOf(tx, [row.person_id]))[0] ?? null)
}

/** People with names of their posts and units at the act's time; the first post of each, or no post at all. */
export async function peopleAs(tx: TxCtx, personIds: readonly Id[]): Promise<Map<Id, PersonAs>> {
  if (personIds.length === 0) return new Map()
  const [holders, rows] = await Promise.all([
    postsOf(tx, personIds),
    tx.sql.execute<{ id: Id; name: string }>(sql`
      select id, name from public.person where tenant_id = ${tx.tenantId} and id = any(${uuids(personIds)})`),
  ])
  const found = new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, title: null, unit: null } as PersonAs]),
  )
  for (const holder of holders.toReversed()) found.set(holder.person.id, holder.person)
  return found
}

/** Names of units at the act's time, by id. */
export async function unitNames(tx: TxCtx, unitIds: readonly Id[]): Promise<Map<Id, LocalizedText>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx.sql.execute<{ unit_id: Id; name: unknown }>(sql`
    select distinct on (v.unit_id) v.unit_id, v.name from public.unit_version v
    where v.tenant_id = ${tx.tenantId} and v.unit_id = any(${uuids(unitIds)})
      and v.valid_from <= ${tx.clock.now().toISOString()}::timestamptz
    order by v.unit_id, v.valid_from desc`)
  return new Map(rows.map((row) => [row.unit_id, json<LocalizedText>(row.name)]))
}

/** All posts of the agency at the act's time, for looking people up by name, title or unit. */
export async function allHolders(tx: TxCtx, unitId: Id | undefined): Promise<Holder[]> {
  const instant = tx.clock.now().toISOString()
  const rows = await tx.sql.execute<HolderRow>(sql`
    select p.id as person_id, p.name, o.title, o.unit_id, ${NAME(instant)} as unit_name, o.is_head
    from public.post o join public.person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tx.tenantId} and (${unitId ?? null}::uuid is null or o.unit_id = ${unitId ?? null}::uuid)
      and o.valid_from <= ${instant}::timestamptz and (o.valid_to is null or o.valid_to > ${instant}::timestamptz)
    order by o.is_head desc, p.name, p.id`)
  return rows.map(toHolder)
}

function toHolder(row: HolderRow): Holder {
  return {
    person: {
      id: row.person_id,
      name: row.name,
      title: json<LocalizedText | null>(row.title),
      unit: json<LocalizedText | null>(row.unit_name),
    },
    unitId: row.unit_id,
    isHead: row.is_head,
  }
}
