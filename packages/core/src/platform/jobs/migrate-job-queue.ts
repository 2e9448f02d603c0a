import { runMigrations } from 'bullmq'
import pg from 'pg'
import { QUEUE_SCHEMA } from './open-job-queue.ts'

/**
 * Brings BullMQ's schema up to date; run by the migrator after the SQL migrations (0006 makes the schema and
 * grants what is made in it to the worker). Repeating it changes nothing.
 * @param owner the role that owns the objects; null to keep the connection's own
 * @returns the version of the schema.
 */
export async function migrateJobQueue(migratorUrl: string, owner: string | null = 'harmony_owner'): Promise<number> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    if (owner !== null) await client.query(`set role ${client.escapeIdentifier(owner)}`)
    return await runMigrations(client, QUEUE_SCHEMA)
  } finally {
    await client.end()
  }
}
