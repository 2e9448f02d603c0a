import { runMigrations } from 'bullmq'
import pg from 'pg'
import { QUEUE_SCHEMA } from './open-job-queue.ts'

/**
 * Brings BullMQ's schema up to date; run by the migrator after the SQL migrations (0006 makes the schema and
 * grants what is made in it to the worker). Repeating it changes nothing.
 * @returns the version of the schema.
 */
export async function migrateJobQueue(migratorUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    await client.query('set role harmony_owner')
    return await runMigrations(client, QUEUE_SCHEMA)
  } finally {
    await client.end()
  }
}
