import type { Id, TenantDatabase } from '../../kernel/index.ts'
import { databaseOf } from '../db/database.ts'

/** Tenants with jobs or mails untouched for so long; ids only. */
export async function tenantsWithStaleJobs(db: TenantDatabase, olderThanMs: number): Promise<Id[]> {
  const rows = await databaseOf({ db }).shared<{ tenant_id: Id }[]>`
    select tenant_id from platform.tenants_with_stale_jobs(make_interval(secs => ${olderThanMs / 1000}))`
  return rows.map((row) => row.tenant_id)
}
