import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { UNNAMED, unitName, uuids } from './sql-parts.store.ts'

/** How many of the ids are people of the agency. */
export async function countPeople(tx: TxCtx, personIds: readonly Id[]): Promise<number> {
  if (personIds.length === 0) return 0
  const [row] = await tx.sql.execute<{ n: number }>(sql`
    select count(*)::int as n from public.person where tenant_id = ${tx.tenantId} and id = any(${uuids(personIds)}::text::uuid[])`)
  return row?.n ?? 0
}

/** People by id with their names; unknown ids are absent. */
export async function namesOfPeople(tx: TxCtx, personIds: readonly Id[]): Promise<{ id: Id; name: string }[]> {
  if (personIds.length === 0) return []
  return [
    ...(await tx.sql.execute<{ id: Id; name: string }>(sql`
    select id, name from public.person where tenant_id = ${tx.tenantId} and id = any(${uuids(personIds)}::text::uuid[])
    order by name, id`)),
  ]
}

/** Units by id with their latest names; unknown ids are absent. */
export async function namesOfUnits(tx: TxCtx, unitIds: readonly Id[]): Promise<{ id: Id; name: LocalizedText }[]> {
  if (unitIds.length === 0) return []
  const rows = await tx.sql.execute<{ id: Id; name: LocalizedText | null }>(sql`
    select u.id, ${unitName('u.id')} as name from public.unit u
    where u.tenant_id = ${tx.tenantId} and u.id = any(${uuids(unitIds)}::text::uuid[])`)
  return rows.map((row) => ({ id: row.id, name: row.name ?? UNNAMED }))
}
