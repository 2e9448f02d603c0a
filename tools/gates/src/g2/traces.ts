import type { World } from './world.ts'

/** Tables of other agencies in which a word of the watched agency has ended up. */
export async function strayRows({ t, other }: World): Promise<string[]> {
  const { tenantId } = other.ctx()
  const tables = await t.admin<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by 1`
  const stray: string[] = []
  for (const { name } of tables) {
    const [found] = await t.admin.unsafe<{ n: number }[]>(
      `select count(*)::int as n from public."${name}" x where tenant_id <> '${tenantId}' and x::text like '%${other.mark}%'`,
    )
    if (found !== undefined && found.n > 0) stray.push(`${name}: ${found.n} rows`)
  }
  return stray
}

/** Events and jobs that carry words: their payloads are ids and facts. */
export async function wordyPayloads({ t, own, other }: World): Promise<string[]> {
  const marks = `%(${own.mark}|${other.mark})%`
  const rows = await t.admin<{ what: string }[]>`
    select 'event ' || type as what from outbox where payload::text similar to ${marks}
    union select 'job ' || name from job_run where ids::text similar to ${marks}`
  return rows.map((row) => row.what)
}

/** Log lines that carry words of either agency. */
export function wordyLines({ log, own, other }: World): string[] {
  return log.filter((line) => line.includes(own.mark) || line.includes(other.mark))
}
