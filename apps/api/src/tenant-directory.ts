import type { Id } from '@harmony/core/kernel'
import type { Database, TenantDirectory } from '@harmony/core/platform'
import { listTenants } from '@harmony/core/tenancy'

const KEEP_MS = 30_000

/** The active agencies for the worker, read again every half minute and when an unknown one turns up. */
export function tenantDirectory(db: Database): TenantDirectory {
  let known = new Map<Id, { id: Id; slug: string }>()
  let until = 0
  const read = async () => {
    const active = (await listTenants(db)).filter((tenant) => tenant.status === 'active')
    known = new Map(active.map(({ id, slug }) => [id, { id, slug }]))
    until = Date.now() + KEEP_MS
  }
  return {
    async byId(id) {
      if (Date.now() > until || !known.has(id)) await read()
      return known.get(id)
    },
    async all() {
      if (Date.now() > until) await read()
      return [...known.values()]
    },
  }
}
