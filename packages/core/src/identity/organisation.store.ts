import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Unit } from './domain/organisation.ts'
import type { UnitKind } from './domain/roles.ts'

/** Someone who holds a post in a unit. */
export interface Member {
  readonly personId: Id
  readonly postId: Id
  readonly name: string
  readonly title: LocalizedText
  readonly isHead: boolean
  readonly concurrent: boolean
  readonly phone: string | null
}

export interface Person {
  readonly id: Id
  readonly code: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly grade: string | null
}

interface UnitRow extends Record<string, unknown> {
  id: string
  code: string
  kind: UnitKind
  name: LocalizedText
  parent_id: string | null
  sort: number
}

const stands = (alias: string, at: Date) => {
  const row = sql.raw(alias)
  const instant = at.toISOString()
  return sql`${row}.valid_from <= ${instant}::timestamptz and (${row}.valid_to is null or ${row}.valid_to > ${instant}::timestamptz)`
}

/** The units standing at an instant (the act's own time by default), in no order. */
export async function listUnits(tx: TxCtx, options: { at?: Date } = {}): Promise<Unit[]> {
  const rows = await tx.sql.execute<UnitRow>(sql`
    select u.id, u.code, u.kind, v.name, v.parent_id, v.sort
    from public.unit u join public.unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id
    where ${stands('v', options.at ?? tx.clock.now())}`)
  return rows.map(toUnit)
}

/** The unit of a code as it stands at an instant; null when there is none. */
export async function unitByCode(tx: TxCtx, code: string, at: Date = tx.clock.now()): Promise<Unit | null> {
  const rows = await tx.sql.execute<UnitRow>(sql`
    select u.id, u.code, u.kind, v.name, v.parent_id, v.sort
    from public.unit u join public.unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id
    where u.code = ${code} and ${stands('v', at)}`)
  return rows[0] === undefined ? null : toUnit(rows[0])
}

/** A unit as it stands at an instant; null when missing or not standing then. */
export async function unitById(tx: TxCtx, unitId: Id, at: Date = tx.clock.now()): Promise<Unit | null> {
  const rows = await tx.sql.execute<UnitRow>(sql`
    select u.id, u.code, u.kind, v.name, v.parent_id, v.sort
    from public.unit u join public.unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id
    where u.id = ${unitId}::uuid and ${stands('v', at)}`)
  return rows[0] === undefined ? null : toUnit(rows[0])
}

/** Ids from the unit's parent up to the agency, nearest first, as the tree stood at an instant. */
export async function ancestorsOf(tx: TxCtx, unitId: Id, at: Date = tx.clock.now()): Promise<Id[]> {
  const rows = await tx.sql.execute<{ parent_id: string }>(sql`
    with recursive up (parent_id, depth) as (
      select v.parent_id, 1 from public.unit_version v where v.unit_id = ${unitId}::uuid and ${stands('v', at)}
      union all
      select v.parent_id, up.depth + 1 from up join public.unit_version v on v.unit_id = up.parent_id
      where ${stands('v', at)} and up.depth < 32
    )
    select parent_id from up where parent_id is not null order by depth`)
  return rows.map((row) => row.parent_id)
}

interface MemberRow extends Record<string, unknown> {
  person_id: string
  post_id: string
  name: string
  title: LocalizedText
  is_head: boolean
  concurrent: boolean
  phone: string | null
}

/** Who holds a post in the unit at an instant; the head first, then by name. */
export async function membersOf(tx: TxCtx, unitId: Id, at: Date = tx.clock.now()): Promise<Member[]> {
  const rows = await tx.sql.execute<MemberRow>(sql`
    select p.id as person_id, o.id as post_id, p.name, o.title, o.is_head, o.concurrent, p.phone
    from public.post o join public.person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.unit_id = ${unitId}::uuid and ${stands('o', at)}
    order by o.is_head desc, o.concurrent, p.name, p.id`)
  return rows.map(toMember)
}

/** The head of a unit at an instant; null for a vacancy. */
export async function headOf(tx: TxCtx, unitId: Id, at: Date = tx.clock.now()): Promise<Member | null> {
  const rows = await tx.sql.execute<MemberRow>(sql`
    select p.id as person_id, o.id as post_id, p.name, o.title, o.is_head, o.concurrent, p.phone
    from public.post o join public.person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.unit_id = ${unitId}::uuid and o.is_head and ${stands('o', at)} limit 1`)
  return rows[0] === undefined ? null : toMember(rows[0])
}

/** A person of this agency; null when missing or another agency's. */
export async function personById(tx: TxCtx, personId: Id): Promise<Person | null> {
  const rows = await tx.sql.execute<Person & Record<string, unknown>>(sql`
    select id, code, name, email, phone, grade from public.person where id = ${personId}::uuid`)
  return rows[0] ?? null
}

/** A person by personnel number; null when missing. */
export async function personByCode(tx: TxCtx, code: string): Promise<Person | null> {
  const rows = await tx.sql.execute<Person & Record<string, unknown>>(sql`
    select id, code, name, email, phone, grade from public.person where code = ${code}`)
  return rows[0] ?? null
}

function toUnit(row: UnitRow): Unit {
  return { id: row.id, code: row.code, kind: row.kind, name: row.name, parentId: row.parent_id, sort: row.sort }
}

function toMember(row: MemberRow): Member {
  return {
    personId: row.person_id,
    postId: row.post_id,
    name: row.name,
    title: row.title,
    isHead: row.is_head,
    concurrent: row.concurrent,
    phone: row.phone,
  }
}
