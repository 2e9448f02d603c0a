import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Placement } from './run-process.ts'

/**
 * The units of those codes at an instant, each with its petition handler who has the fewest open petitions (ties fall
 * by chance of the instant), or null when it has none. Codes the agency does not have are absent. One round trip.
 */
export async function placementsByCode(tx: TxCtx, codes: readonly string[], at: Date): Promise<Map<string, Placement>> {
  const rows = await tx.sql.execute<{ code: string; unit_id: Id; person_id: Id | null }>(sql`
    select u.code, u.id as unit_id, (${freestHandler(at)}) as person_id
    from public.unit u
    where u.tenant_id = ${tx.tenantId}
      and u.code in (select x from jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb) as x)`)
  return new Map(rows.map((row) => [row.code, { unitId: row.unit_id, personId: row.person_id }]))
}

/** The same for one unit by its id; undefined when there is no such unit. */
export async function placementOf(tx: TxCtx, unitId: Id, at: Date): Promise<Placement | undefined> {
  const [row] = await tx.sql.execute<{ unit_id: Id; person_id: Id | null }>(sql`
    select u.id as unit_id, (${freestHandler(at)}) as person_id
    from public.unit u where u.tenant_id = ${tx.tenantId} and u.id = ${unitId}`)
  return row === undefined ? undefined : { unitId: row.unit_id, personId: row.person_id }
}

/**
 * Counting stops here, so that filing costs the same however much lies undone; beyond it all are equally busy. The
 * order by a range of one person keeps the plan on that person's index whatever the statistics say.
 */
const COUNTED = 200

function freestHandler(at: Date) {
  const instant = at.toISOString()
  return sql`
    select o.person_id from public.post o
    join public.role_grant g on g.tenant_id = o.tenant_id and g.person_id = o.person_id and g.role = 'petition-handler'
      and (g.unit_id is null or g.unit_id = o.unit_id)
      and g.valid_from <= ${instant} and (g.valid_to is null or g.valid_to > ${instant})
    where o.tenant_id = u.tenant_id and o.unit_id = u.id
      and o.valid_from <= ${instant} and (o.valid_to is null or o.valid_to > ${instant})
    order by (select count(*) from (select 1 from public.petition p
      where p.tenant_id = o.tenant_id and p.person_id >= o.person_id and p.person_id <= o.person_id and p.closed_at is null
      order by p.person_id, p.due_at, p.id limit ${COUNTED}) one),
      hashtextextended(o.person_id::text, ${at.getTime()}::bigint)
    limit 1`
}

/** Whether the person has a post in the unit at the instant. */
export async function isMember(tx: TxCtx, personId: Id, unitId: Id, at: Date): Promise<boolean> {
  const instant = at.toISOString()
  const rows = await tx.sql.execute(sql`
    select 1 from public.post o where o.tenant_id = ${tx.tenantId} and o.person_id = ${personId} and o.unit_id = ${unitId}
      and o.valid_from <= ${instant} and (o.valid_to is null or o.valid_to > ${instant})`)
  return rows.length > 0
}

/** The unit and those above it, nearest first, at the instant. */
export async function unitLine(tx: TxCtx, unitId: Id, at: Date): Promise<Id[]> {
  const instant = at.toISOString()
  const rows = await tx.sql.execute<{ id: Id }>(sql`
    with recursive line as (
      select ${unitId}::uuid as id, 0 as depth
      union all
      select v.parent_id, line.depth + 1 from line join public.unit_version v on v.tenant_id = ${tx.tenantId} and v.unit_id = line.id
        and v.valid_from <= ${instant} and (v.valid_to is null or v.valid_to > ${instant})
      where v.parent_id is not null and line.depth < 10
    ) select id from line order by depth`)
  return rows.map((row) => row.id)
}
