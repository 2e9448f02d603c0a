import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import postgres from 'postgres'
import { appliedMigrations, type BackupTable, listBackupTables, rowsOfTenant } from './tables.store.ts'

export interface CopiedTable {
  readonly name: string
  readonly columns: string[]
  readonly rows: number
  readonly sha256: string
}

/** Texts must not depend on the server's settings, or equal data would give other bytes. */
const PLAIN = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1"

/**
 * Writes every table, or what belongs to one agency, as it stands at one instant (one snapshot for all).
 * @param url the administrator's: rows of all agencies are read
 * @param fileOf where a table's gzipped rows go
 */
export async function copyOut(
  url: string,
  tenantId: string | null,
  fileOf: (table: string) => string,
  onTable: (done: number, of: number) => void,
): Promise<{ migrations: string[]; tables: CopiedTable[] }> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'harmony-backup' } })
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx.unsafe(PLAIN)
      const chosen = (await listBackupTables(tx)).filter(
        (table) => tenantId === null || rowsOfTenant(table, tenantId) !== undefined,
      )
      const tables: CopiedTable[] = []
      for (const table of chosen) {
        tables.push(await copyTable(tx, table, tenantId, fileOf(table.name)))
        onTable(tables.length, chosen.length)
      }
      return { migrations: await appliedMigrations(tx), tables }
    })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function copyTable(
  tx: postgres.TransactionSql,
  table: BackupTable,
  tenantId: string | null,
  file: string,
): Promise<CopiedTable> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  const where = tenantId === null ? '' : `where ${rowsOfTenant(table, tenantId)}`
  const order = (table.primaryKey.length > 0 ? table.primaryKey : table.columns).map((one) => `"${one}"`).join(', ')
  const rows = await tx
    .unsafe(`copy (select ${columns} from ${table.name} ${where} order by ${order}) to stdout`)
    .readable()
  const seen = measured()
  await pipeline(rows, seen.stream, createGzip(), createWriteStream(file, { mode: 0o600 }))
  return { name: table.name, columns: [...table.columns], ...seen.result() }
}

/** What a table's file holds, read without a database. */
export async function measureFile(file: string): Promise<{ rows: number; sha256: string }> {
  const seen = measured()
  seen.stream.resume()
  await pipeline(createReadStream(file), createGunzip(), seen.stream)
  return seen.result()
}

/**
 * Fills the tables in one transaction: all of it or nothing.
 * @param present a condition on `shared.tenant` that must find nothing
 * @returns false when something is there already
 */
export async function copyIn(
  url: string,
  tables: readonly CopiedTable[],
  fileOf: (table: string) => string,
  present: string,
  onTable: (done: number, of: number) => void,
): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'harmony-restore' } })
  try {
    return await sql.begin(async (tx) => {
      await tx.unsafe(PLAIN)
      const [found] = await tx.unsafe(`select 1 from shared.tenant where ${present} limit 1`)
      if (found !== undefined) return false
      for (const [done, table] of tables.entries()) {
        await fillTable(tx, table, fileOf(table.name))
        onTable(done + 1, tables.length)
      }
      return true
    })
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function fillTable(tx: postgres.TransactionSql, table: CopiedTable, file: string): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  // Reference rows may be there already: they go through a table of this transaction and only new ones are taken.
  const shared = !table.name.startsWith('public.')
  const target = shared ? 'pg_temp.incoming' : table.name
  if (shared) await tx.unsafe(`create temporary table incoming (like ${table.name}) on commit drop`)
  const sink = await tx.unsafe(`copy ${target} (${columns}) from stdin`).writable()
  await pipeline(createReadStream(file), createGunzip(), sink)
  if (shared) {
    await tx.unsafe(
      `insert into ${table.name} (${columns}) select ${columns} from pg_temp.incoming on conflict do nothing`,
    )
    await tx.unsafe('drop table pg_temp.incoming')
  }
}

/** The migrations a database has. */
export async function migrationsOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await appliedMigrations(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** Counts lines and hashes bytes on their way. A row's text holds no line break: COPY escapes them. */
function measured(): { stream: Transform; result(): { rows: number; sha256: string } } {
  const hash = createHash('sha256')
  let rows = 0
  const stream = new Transform({
    transform(part: Buffer, _, done) {
      hash.update(part)
      for (const byte of part) if (byte === 10) rows += 1
      done(null, part)
    },
  })
  return { stream, result: () => ({ rows, sha256: hash.digest('hex') }) }
}
