import { type SQL, sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { OrganisationSpec } from './domain/organisation-spec.ts'
import type { UnitKind } from './domain/roles.ts'

/** Ids by code. */
export type IdsByCode = ReadonlyMap<string, Id>

/** The agency's units by code, of any time. */
export async function unitsByCode(tx: TxCtx): Promise<Map<string, { id: Id; kind: UnitKind }>> {
  const rows = await tx.sql.execute<{ id: string; code: string; kind: UnitKind }>(
    sql`select id, code, kind from public.unit`,
  )
  return new Map(rows.map((row) => [row.code, { id: row.id, kind: row.kind }]))
}

/** The agency's people by personnel number. */
export async function peopleByCode(tx: TxCtx): Promise<Map<string, Id>> {
  const rows = await tx.sql.execute<{ id: string; code: string }>(sql`select id, code from public.person`)
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** Writes units with their first versions, two statements whatever their number; parents must be among `ids`. */
export async function insertUnits(
  tx: TxCtx,
  units: OrganisationSpec['units'],
  ids: IdsByCode,
  validFrom: Date,
): Promise<void> {
  const rows = units.map((unit, index) => ({
    id: ids.get(unit.code),
    version_id: newId(),
    code: unit.code,
    kind: unit.kind,
    name: unit.name,
    parent_id: unit.parent === undefined ? null : ids.get(unit.parent),
    sort: unit.sort ?? index,
  }))
  await tx.sql.execute(sql`
    insert into public.unit (tenant_id, id, code, kind)
    select ${tx.tenantId}::uuid, x.id, x.code, x.kind from ${rowsOf(rows, 'id uuid, code text, kind text')}`)
  await tx.sql.execute(sql`
    insert into public.unit_version (tenant_id, id, unit_id, name, parent_id, sort, valid_from)
    select ${tx.tenantId}::uuid, x.version_id, x.id, x.name, x.parent_id, x.sort, ${validFrom.toISOString()}::timestamptz
    from ${rowsOf(rows, 'id uuid, version_id uuid, name jsonb, parent_id uuid, sort integer')}`)
}

/** Writes people. */
export async function insertPeople(tx: TxCtx, people: OrganisationSpec['people'], ids: IdsByCode): Promise<void> {
  const rows = people.map(({ code, name, email, phone, grade }) => ({
    id: ids.get(code),
    code,
    name,
    email,
    phone,
    grade,
  }))
  await tx.sql.execute(sql`
    insert into public.person (tenant_id, id, code, name, email, phone, grade)
    select ${tx.tenantId}::uuid, x.id, x.code, x.name, x.email, x.phone, x.grade
    from ${rowsOf(rows, 'id uuid, code text, name text, email text, phone text, grade text')}`)
}

/** Writes the posts that are not there yet. @returns how many were written */
export async function insertPosts(
  tx: TxCtx,
  people: OrganisationSpec['people'],
  ids: { units: IdsByCode; people: IdsByCode },
  validFrom: Date,
): Promise<number> {
  const rows = people.flatMap((person) =>
    person.posts.map((post) => ({
      id: newId(),
      person_id: ids.people.get(person.code),
      unit_id: ids.units.get(post.unit),
      title: post.title,
      is_head: post.isHead ?? false,
      concurrent: post.concurrent ?? false,
      valid_from: (post.validFrom ?? validFrom).toISOString(),
      valid_to: post.validTo?.toISOString(),
    })),
  )
  const written = await tx.sql.execute(sql`
    insert into public.post (tenant_id, id, person_id, unit_id, title, is_head, concurrent, valid_from, valid_to)
    select ${tx.tenantId}::uuid, x.id, x.person_id, x.unit_id, x.title, x.is_head, x.concurrent, x.valid_from, x.valid_to
    from ${rowsOf(
      rows,
      `id uuid, person_id uuid, unit_id uuid, title jsonb, is_head boolean, concurrent boolean,
      valid_from timestamptz, valid_to timestamptz`,
    )}
    on conflict (tenant_id, person_id, unit_id, valid_from) do nothing returning 1`)
  return written.length
}

/** Writes the role grants that are not there yet. @returns how many were written */
export async function insertGrants(
  tx: TxCtx,
  people: OrganisationSpec['people'],
  ids: IdsByCode,
  validFrom: Date,
): Promise<number> {
  const rows = people.flatMap((person) =>
    (person.roles ?? []).map(({ role, validTo }) => ({
      id: newId(),
      person_id: ids.get(person.code),
      role,
      valid_to: validTo?.toISOString(),
    })),
  )
  const written = await tx.sql.execute(sql`
    insert into public.role_grant (tenant_id, id, person_id, role, valid_from, valid_to)
    select ${tx.tenantId}::uuid, x.id, x.person_id, x.role, ${validFrom.toISOString()}::timestamptz, x.valid_to
    from ${rowsOf(rows, 'id uuid, person_id uuid, role text, valid_to timestamptz')}
    where not exists (
      select from public.role_grant g where g.tenant_id = ${tx.tenantId}::uuid and g.person_id = x.person_id and g.role = x.role)
    returning 1`)
  return written.length
}

/** Rows as one parameter: a statement of fixed text, however many there are. */
function rowsOf(rows: readonly object[], columns: string): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(${sql.raw(columns)})`
}
