import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { withCluster } from './template.ts'

/** A database without a schema, to be migrated step by step; `sql` is its administrator. */
export interface EmptyDatabase {
  readonly url: string
  readonly sql: postgres.Sql
  drop(): Promise<void>
}

/** An empty database of its own on the run's server. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = `harmony_empty_${randomBytes(4).toString('hex')}`
  const url = await withCluster(async (admin, adminUrl) => {
    await admin.unsafe(`create database ${name}`)
    return adminUrl(name)
  })
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return {
    url,
    sql,
    drop: async () => {
      await sql.end({ timeout: 2 })
      await withCluster(async (admin) => void (await admin.unsafe(`drop database ${name} with (force)`)))
    },
  }
}
