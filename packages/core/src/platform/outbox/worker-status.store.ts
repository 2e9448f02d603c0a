import type { Id, TenantDatabase } from '../../kernel/index.ts'
import { databaseOf } from '../db/database.ts'
import { migrationFiles } from '../db/migrate.ts'

/** How far behind the worker is, over all agencies; figures only. */
export interface WorkerStatus {
  readonly pending: number
  readonly dead: number
  /** Age in seconds of the oldest event that waits. */
  readonly oldestSeconds: number
  readonly openJobs: number
  /** Seconds since the least recently touched open job gave a sign of life. */
  readonly oldestJobSeconds: number
  readonly openMails: number
}

/** Reads the worker's figures. @throws when the database cannot be reached */
export async function workerStatus(db: TenantDatabase): Promise<WorkerStatus> {
  const [row] = await databaseOf({ db }).shared<
    {
      pending: string
      dead: string
      oldest_seconds: number
      open_jobs: string
      oldest_job_seconds: number
      open_mails: string
    }[]
  >`select * from platform.worker_status()`
  return {
    pending: Number(row?.pending ?? 0),
    dead: Number(row?.dead ?? 0),
    oldestSeconds: row?.oldest_seconds ?? 0,
    openJobs: Number(row?.open_jobs ?? 0),
    oldestJobSeconds: row?.oldest_job_seconds ?? 0,
    openMails: Number(row?.open_mails ?? 0),
  }
}

/** Migrations of this build that the database does not have yet. */
export async function missingMigrations(db: TenantDatabase): Promise<string[]> {
  const rows = await databaseOf({ db }).shared<{ name: string }[]>`select name from platform.applied_migrations()`
  const applied = new Set(rows.map((row) => row.name))
  return (await migrationFiles()).map((file) => file.name).filter((name) => !applied.has(name))
}

/** Tenants with events or envelopes that are due; ids only. */
export async function tenantsWithWork(db: TenantDatabase): Promise<Id[]> {
  const rows = await databaseOf({ db }).shared<{ tenant_id: Id }[]>`select tenant_id from platform.tenants_with_work()`
  return rows.map((row) => row.tenant_id)
}
