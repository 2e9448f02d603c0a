import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { UnitKind } from './domain/roles.ts'

/** What a unit was called and where it stood, for a while; `validTo` is exclusive. */
export interface UnitVersion {
  readonly id: Id
  readonly unitId: Id
  readonly kind: UnitKind
  readonly name: LocalizedText
  readonly parentId: Id | null
  readonly sort: number
  readonly validFrom: Date
  readonly validTo: Date | null
}

interface VersionRow extends Record<string, unknown> {
  id: string
  unit_id: string
  kind: UnitKind
  name: LocalizedText
  parent_id: string | null
  sort: number
  valid_from: string
  valid_to: string | null
}

/** Every version of a unit, oldest first. */
export async function versionsOf(tx: TxCtx, unitId: Id): Promise<UnitVersion[]> {
  const rows = await tx.sql.execute<VersionRow>(sql`
    select v.id, v.unit_id, u.kind, v.name, v.parent_id, v.sort, v.valid_from, v.valid_to
    from public.unit_version v join public.unit u on u.tenant_id = v.tenant_id and u.id = v.unit_id
    where v.unit_id = ${unitId}::uuid order by v.valid_from`)
  return rows.map(toVersion)
}

/** The version without an end. */
export async function openVersion(tx: TxCtx, unitId: Id): Promise<UnitVersion | null> {
  const rows = await tx.sql.execute<VersionRow>(sql`
    select v.id, v.unit_id, u.kind, v.name, v.parent_id, v.sort, v.valid_from, v.valid_to
    from public.unit_version v join public.unit u on u.tenant_id = v.tenant_id and u.id = v.unit_id
    where v.unit_id = ${unitId}::uuid and v.valid_to is null`)
  return rows[0] === undefined ? null : toVersion(rows[0])
}

/**
 * One change of an agency's organisation at a time, until the transaction ends: two moves at once could close a
 * ring together, two posts at once give a unit two heads.
 */
export async function lockOrganisation(tx: TxCtx): Promise<void> {
  await tx.sql.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation:${tx.tenantId}`}::text, 0))`)
}

/** What kind of agency the tenant is: some roles exist in the bureau only. */
export async function kindOfAgency(tx: TxCtx): Promise<'ministry' | 'local-government' | 'bureau'> {
  const rows = await tx.sql.execute<{ kind: 'ministry' | 'local-government' | 'bureau' }>(sql`
    select kind from shared.tenant where id = ${tx.tenantId}::uuid`)
  if (rows[0] === undefined) throw new Error(`no agency ${tx.tenantId}`)
  return rows[0].kind
}

/** Whether a code is in use, by a unit of any time. */
export async function unitCodeExists(tx: TxCtx, code: string): Promise<boolean> {
  const rows = await tx.sql.execute(sql`select 1 from public.unit where code = ${code}`)
  return rows.length > 0
}

/** Whether the agency has its one unit at the top already, standing or not. */
export async function agencyExists(tx: TxCtx): Promise<boolean> {
  const rows = await tx.sql.execute(sql`select 1 from public.unit where kind = 'agency'`)
  return rows.length > 0
}

/** Writes a unit with its first version. */
export async function insertUnit(tx: TxCtx, code: string, version: UnitVersion): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.unit (tenant_id, id, code, kind)
    values (${tx.tenantId}::uuid, ${version.unitId}::uuid, ${code}, ${version.kind})`)
  await insertVersion(tx, version)
}

/** Writes a version of a unit. */
export async function insertVersion(tx: TxCtx, version: UnitVersion): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.unit_version (tenant_id, id, unit_id, name, parent_id, sort, valid_from, valid_to)
    values (${tx.tenantId}::uuid, ${version.id}::uuid, ${version.unitId}::uuid, ${JSON.stringify(version.name)}::text::jsonb,
      ${version.parentId}::uuid, ${version.sort}, ${version.validFrom.toISOString()}::timestamptz,
      ${version.validTo?.toISOString() ?? null}::timestamptz)`)
}

/** Ends a version where the next one begins. */
export async function closeVersion(tx: TxCtx, versionId: Id, validTo: Date): Promise<void> {
  await tx.sql.execute(sql`
    update public.unit_version set valid_to = ${validTo.toISOString()}::timestamptz where id = ${versionId}::uuid`)
}

/** Writes a person. */
export async function insertPerson(
  tx: TxCtx,
  row: { id: Id; code: string; name: string; email: string | null; phone: string | null; grade: string | null },
): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.person (tenant_id, id, code, name, email, phone, grade)
    values (${tx.tenantId}::uuid, ${row.id}::uuid, ${row.code}, ${row.name}, ${row.email}, ${row.phone}, ${row.grade})`)
}

function toVersion(row: VersionRow): UnitVersion {
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    name: row.name,
    parentId: row.parent_id,
    sort: row.sort,
    validFrom: new Date(row.valid_from),
    validTo: row.valid_to === null ? null : new Date(row.valid_to),
  }
}
