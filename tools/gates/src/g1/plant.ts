import type postgres from 'postgres'

export interface Column {
  readonly name: string
  readonly type: string
  readonly notNull: boolean
}

export interface ForeignKey {
  readonly table: string
  readonly columns: readonly string[]
  readonly parent: string
  readonly parentColumns: readonly string[]
}

export interface TenantTable {
  readonly name: string
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  /** The columns of every unique index, the primary key's among them. */
  readonly uniques: readonly (readonly string[])[]
  readonly foreignKeys: readonly ForeignKey[]
  /** Verbs that a restrictive policy narrows further than the wall (records that are closed): their control may touch no row. */
  readonly narrowed: readonly string[]
}

export type Row = Readonly<Record<string, string>>

/** The tenant tables as the catalogue has them, parents before children. */
export async function readTables(sql: postgres.Sql): Promise<TenantTable[]> {
  const columns = await sql<{ table: string; name: string; type: string; notNull: boolean }[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`
  const keys = await sql<{ table: string; primary: boolean; columns: string[] }[]>`
    select c.relname as table, i.indisprimary as primary, array(select a.attname::text from unnest(i.indkey) with ordinality k(n, o)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indisunique and i.indpred is null and i.indexprs is null`
  const foreign = await sql<(ForeignKey & { parentSchema: string })[]>`
    select c.relname as table, f.relname as parent, f.relnamespace::regnamespace::text as "parentSchema",
      array(select a.attname::text from unnest(con.conkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by k.o) as columns,
      array(select a.attname::text from unnest(con.confkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = f.oid and a.attnum = k.n order by k.o) as "parentColumns"
    from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_class f on f.oid = con.confrelid
    where con.contype = 'f' and c.relnamespace = 'public'::regnamespace`
  const narrowed = await sql<{ table: string; verb: string }[]>`
    select tablename as table, lower(cmd) as verb from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE'`
  const tables = [...new Set(columns.map((column) => column.table))].map((name) => ({
    name,
    columns: columns.filter((column) => column.table === name),
    primaryKey: keys.find((key) => key.table === name && key.primary)?.columns ?? [],
    uniques: keys.filter((key) => key.table === name).map((key) => key.columns),
    foreignKeys: foreign.filter((key) => key.table === name && key.parentSchema === 'public'),
    narrowed: narrowed.filter((one) => one.table === name).map((one) => one.verb),
  }))
  return sortByParents(tables)
}

function sortByParents(tables: readonly TenantTable[]): TenantTable[] {
  const sorted: TenantTable[] = []
  const left = new Set(tables)
  while (left.size > 0) {
    const ready = [...left].filter((table) =>
      table.foreignKeys.every(
        (key) => key.parent === table.name || ![...left].some((other) => other.name === key.parent),
      ),
    )
    if (ready.length === 0)
      throw new Error(`foreign keys in a circle: ${[...left].map((table) => table.name).join(', ')}`)
    for (const table of ready) {
      sorted.push(table)
      left.delete(table)
    }
  }
  return sorted
}

/** Drops what has nothing to do with the wall, so that any table can be given a row: checks, keys to shared rows, computed columns. */
export async function loosen(sql: postgres.Sql): Promise<void> {
  const constraints = await sql<{ table: string; name: string }[]>`
    select con.conrelid::regclass::text as table, con.conname as name from pg_constraint con
    join pg_class c on c.oid = con.conrelid left join pg_class f on f.oid = con.confrelid
    where c.relnamespace = 'public'::regnamespace and con.coninhcount = 0
      and (con.contype = 'c' or con.contype = 'x' or (con.contype = 'f' and f.relnamespace <> 'public'::regnamespace))`
  for (const { table, name } of constraints) await sql.unsafe(`alter table ${table} drop constraint "${name}"`)
  const generated = await sql<{ table: string; name: string }[]>`
    select a.attrelid::regclass::text as table, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attgenerated = 's'`
  for (const { table, name } of generated)
    await sql.unsafe(`alter table ${table} alter column "${name}" drop expression`)
}

let counter = 0

/** A row of made-up values; references point at the tenant's own parents. */
export function makeRow(table: TenantTable, tenantId: string, parents: ReadonlyMap<string, Row>, same?: Row): Row {
  const row: Record<string, string> = {}
  counter += 1
  for (const column of table.columns) row[column.name] = same?.[column.name] ?? literal(column, counter)
  for (const key of table.foreignKeys) {
    const parent = parents.get(key.parent)
    key.columns.forEach((column, i) => {
      row[column] = parent?.[key.parentColumns[i] ?? ''] ?? 'null'
    })
    if (parent === undefined)
      for (const column of key.columns.filter((name) => name !== 'tenant_id')) row[column] = 'null'
  }
  row['tenant_id'] = `'${tenantId}'::uuid`
  return row
}

function literal(column: Column, n: number): string {
  const type = column.type
  if (type.endsWith('[]')) return `'{}'::${type}`
  if (type === 'uuid') return `'${crypto.randomUUID()}'::uuid`
  if (/^(smallint|integer|bigint)/.test(type)) return String(n % 30_000)
  if (/^(numeric|double precision|real)/.test(type)) return String(n % 9)
  if (type === 'boolean') return 'false'
  if (type === 'jsonb' || type === 'json') return `'{}'::${type}`
  if (type === 'date') return `('2001-01-01'::date + ${n})`
  if (type.startsWith('timestamp')) return `(now() + ${n} * interval '1 second')`
  if (type === 'bytea') return `'\\x00'::bytea`
  if (type.endsWith('range')) return `'empty'::${type}`
  return `'canary-${n}'`
}

/** The statement that inserts the row. */
export function insertSql(table: TenantTable, row: Row): string {
  const names = table.columns.map((column) => `"${column.name}"`).join(', ')
  const values = table.columns.map((column) => row[column.name] ?? 'null').join(', ')
  return `insert into public."${table.name}" (${names}) values (${values})`
}

/** A row that is not there yet, and the parents to insert before it where they may have one such child only. */
export interface FreshRow {
  readonly row: Row
  readonly before: readonly string[]
}

/** A new row of a tenant under its planted parents, or under new ones where a unique key consists of references. */
export function freshRow(
  tables: readonly TenantTable[],
  table: TenantTable,
  tenantId: string,
  planted: ReadonlyMap<string, Row>,
  same?: Row,
): FreshRow {
  const parents = new Map(planted)
  // Where an agency has one row at most, a new one needs the old one gone.
  const single = table.uniques.some((key) => key.every((column) => column === 'tenant_id'))
  const before = single ? [`delete from public."${table.name}" where tenant_id = '${tenantId}'`] : []
  for (const name of onlyChildOf(table)) {
    const parent = tables.find((one) => one.name === name)
    if (parent === undefined) continue
    const fresh = freshRow(tables, parent, tenantId, planted)
    before.push(...fresh.before, insertSql(parent, fresh.row))
    parents.set(name, fresh.row)
  }
  return { row: makeRow(table, tenantId, parents, same), before }
}

/** The parents of which a row can be the only child: some unique key holds nothing but references. */
function onlyChildOf(table: TenantTable): string[] {
  const references = new Set(table.foreignKeys.flatMap((key) => key.columns))
  const keys = table.uniques.filter((key) => key.every((column) => column === 'tenant_id' || references.has(column)))
  const bound = new Set(keys.flat().filter((column) => column !== 'tenant_id'))
  return table.foreignKeys
    .filter((key) => key.parent !== table.name && key.columns.some((column) => bound.has(column)))
    .map((key) => key.parent)
}
