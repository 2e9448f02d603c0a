import type postgres from 'postgres'

/** A table as a backup sees it. */
export interface BackupTable {
  /** `public.petition`. */
  readonly name: string
  /** Columns that are stored, in their order; computed ones come by themselves. */
  readonly columns: readonly string[]
  readonly primaryKey: readonly string[]
  readonly hasTenant: boolean
}

const SCHEMAS = ['shared', 'auth', 'public']
/** Worth nothing after a restore: who was signed in, and who tried. */
const PASSING = new Set(['auth.session', 'auth.sign_in_attempt', 'auth.email_token'])

/** All tables of the product, parents before their children. */
export async function listBackupTables(sql: postgres.ISql): Promise<BackupTable[]> {
  const tables = await sql<(BackupTable & { parents: string[] })[]>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      coalesce((select array_agg(a.attname::text order by k.o) from pg_index i
        cross join lateral unnest(i.indkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n where i.indrelid = c.oid and i.indisprimary), '{}') as "primaryKey",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as "hasTenant",
      array(select distinct pn.nspname || '.' || p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid
        join pg_namespace pn on pn.oid = p.relnamespace where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${sql(SCHEMAS)} and c.relkind in ('r', 'p') and not c.relispartition order by 1`
  const sorted: BackupTable[] = []
  const left = new Set(tables.filter((table) => !PASSING.has(table.name)))
  while (left.size > 0) {
    const ready = [...left].filter((table) => ![...left].some((other) => table.parents.includes(other.name)))
    if (ready.length === 0) throw new Error(`foreign keys in a circle: ${[...left].map(({ name }) => name).join(', ')}`)
    for (const { parents: _, ...table } of ready) sorted.push(table)
    for (const table of ready) left.delete(table)
  }
  return sorted
}

/** The names of the migrations a database has. */
export async function appliedMigrations(sql: postgres.ISql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select name from harmony_migration.applied order by name`
  return rows.map((row) => row.name)
}

/**
 * What of a table belongs to an agency: its own rows, the agency itself, the releases it decided on, and the accounts
 * of its people and customers. Undefined: nothing.
 */
export function rowsOfTenant(table: BackupTable, tenantId: string): string | undefined {
  const id = `'${tenantId}'::uuid`
  if (table.name === 'shared.tenant') return `id = ${id}`
  if (table.name === 'shared.model_release') {
    return `hash in (select release_hash from public.tenant_release where tenant_id = ${id})`
  }
  if (table.name === 'auth.account') {
    return `id in (select account_id from auth.membership where tenant_id = ${id})`
  }
  return table.hasTenant ? `tenant_id = ${id}` : undefined
}
