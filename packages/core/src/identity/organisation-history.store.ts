import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { UnitKind } from './domain/roles.ts'

/** A unit in one of its states over time; `validTo` is exclusive, null while it holds. */
export interface UnitState {
  readonly id: Id
  readonly code: string
  readonly kind: UnitKind
  readonly name: LocalizedText
  readonly parentId: Id | null
  readonly sort: number
  readonly validFrom: Date
  readonly validTo: Date | null
}

/** Every state of every unit, oldest first: for who computes over long times and asks about many instants at once. */
export async function listUnitStates(tx: TxCtx): Promise<UnitState[]> {
  const rows = await tx.sql.execute<{
    id: string
    code: string
    kind: UnitKind
    name: LocalizedText
    parent_id: string | null
    sort: number
    valid_from: string
    valid_to: string | null
  }>(sql`
    select u.id, u.code, u.kind, v.name, v.parent_id, v.sort, v.valid_from, v.valid_to
    from public.unit u join public.unit_version v on v.tenant_id = u.tenant_id and v.unit_id = u.id
    order by u.id, v.valid_from`)
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    parentId: row.parent_id,
    sort: row.sort,
    validFrom: new Date(row.valid_from),
    validTo: row.valid_to === null ? null : new Date(row.valid_to),
  }))
}
