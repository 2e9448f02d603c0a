import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { containing, uuids } from './sql-parts.store.ts'

export interface PersonLine {
  readonly id: Id
  readonly name: string
  readonly title: LocalizedText | null
  readonly unit: LocalizedText | null
}

const MOST = 20

const line = sql`
  p.id, p.name, o.title, (select v.name from public.unit_version v where v.tenant_id = p.tenant_id and v.unit_id = o.unit_id
    order by v.valid_from desc limit 1) as unit
`

/** The post a person holds at an instant, the main one first. */
const post = (at: Date) => sql`
  left join lateral (select q.title, q.unit_id, q.is_head from public.post q
    where q.tenant_id = p.tenant_id and q.person_id = p.id and q.valid_from <= ${at.toISOString()}::timestamptz
      and (q.valid_to is null or q.valid_to > ${at.toISOString()}::timestamptz)
    order by q.concurrent, q.is_head desc limit 1) o on true`

/** People of the agency with the title and unit they have at the act's time; unknown ids are absent. */
export async function peopleByIds(tx: TxCtx, ids: readonly Id[]): Promise<Map<Id, PersonLine>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql.execute<PersonLine & Record<string, unknown>>(sql`
    select ${line} from public.person p ${post(tx.clock.now())}
    where p.tenant_id = ${tx.tenantId} and p.id = any(${uuids(ids)})`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** People with a post whose name or unit holds the words, heads first. */
export async function searchPeople(tx: TxCtx, words: string): Promise<PersonLine[]> {
  const pattern = containing(words)
  const rows = await tx.sql.execute<PersonLine & Record<string, unknown>>(sql`
    select * from (select ${line}, o.is_head from public.person p ${post(tx.clock.now())}
      where p.tenant_id = ${tx.tenantId} and o.unit_id is not null) found
    where name ilike ${pattern} or unit->>'ko' ilike ${pattern} or unit->>'en' ilike ${pattern}
    order by (name ilike ${pattern}) desc, is_head desc, name, id limit ${MOST}`)
  return rows.map(({ id, name, title, unit }) => ({ id, name, title, unit }))
}

/** The units of the bureau a unit belongs to, itself included, at the act's time; the agency's own units otherwise. */
export async function bureauUnits(tx: TxCtx, unitId: Id): Promise<Id[]> {
  const at = tx.clock.now().toISOString()
  const stands = sql`v.valid_from <= ${at}::timestamptz and (v.valid_to is null or v.valid_to > ${at}::timestamptz)`
  const rows = await tx.sql.execute<{ id: Id }>(sql`
    with recursive up as (
      select v.unit_id, v.parent_id, 0 as depth from public.unit_version v
      where v.tenant_id = ${tx.tenantId} and v.unit_id = ${unitId}::uuid and ${stands}
      union all
      select v.unit_id, v.parent_id, up.depth + 1 from up
      join public.unit_version v on v.tenant_id = ${tx.tenantId} and v.unit_id = up.parent_id and ${stands}
      where up.depth < 10
    ), bureau as (
      select up.unit_id from up join public.unit u on u.tenant_id = ${tx.tenantId} and u.id = up.unit_id
      where u.kind <> 'agency' order by up.depth desc limit 1
    ), down as (
      select unit_id, 0 as depth from bureau
      union all
      select v.unit_id, down.depth + 1 from down
      join public.unit_version v on v.tenant_id = ${tx.tenantId} and v.parent_id = down.unit_id and ${stands}
      where down.depth < 10
    ) select unit_id as id from down`)
  return rows.map((row) => row.id)
}
