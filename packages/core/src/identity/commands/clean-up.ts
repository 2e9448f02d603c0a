import type { TenantDatabase } from '../../kernel/index.ts'
import { deleteExpired, outside } from '../auth.store.ts'

/** Removes ended sessions, registrations and try counts nobody waits for. The worker's daily task. @returns rows removed */
export async function cleanUpSessions(db: TenantDatabase): Promise<number> {
  return deleteExpired(outside(db))
}
