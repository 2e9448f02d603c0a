import type { Id, LocalizedText, TenantDatabase } from '../kernel/index.ts'
import { databaseOf } from '../platform/index.ts'

export const TENANT_KINDS = ['ministry', 'local-government', 'bureau'] as const

/** An agency as everybody may know it. */
export interface Tenant {
  readonly id: Id
  readonly slug: string
  readonly name: LocalizedText
  readonly kind: (typeof TENANT_KINDS)[number]
  /** The government's own code of the agency. */
  readonly code: string
  readonly status: 'active' | 'suspended'
}

const KEEP_MS = 5_000
const known = new WeakMap<TenantDatabase, Map<string, { tenant: Tenant; until: number }>>()

/** The agency of a path; kept for five seconds, as every request asks. Undefined when there is none. */
export async function getTenantBySlug(db: TenantDatabase, slug: string): Promise<Tenant | undefined> {
  const kept = known.get(db) ?? new Map<string, { tenant: Tenant; until: number }>()
  known.set(db, kept)
  const hit = kept.get(slug)
  if (hit && hit.until > performance.now()) return hit.tenant
  const [tenant] = await databaseOf({ db }).shared<Tenant[]>`
    select id, slug, name, kind, code, status from shared.tenant where slug = ${slug}`
  if (tenant) kept.set(slug, { tenant, until: performance.now() + KEEP_MS })
  return tenant
}

/** All agencies, active ones first, for the chooser and the worker. */
export async function listTenants(db: TenantDatabase): Promise<Tenant[]> {
  return databaseOf({ db }).shared<Tenant[]>`
    select id, slug, name, kind, code, status from shared.tenant order by status, kind desc, slug`
}

/** Adds an agency; true when it was not there yet. Runs in the worker's role. */
export async function insertTenant(db: TenantDatabase, tenant: Omit<Tenant, 'status'>): Promise<boolean> {
  const { shared } = databaseOf({ db })
  const [row] = await shared<{ added: boolean }[]>`
    select shared.register_tenant(${tenant.id}, ${tenant.slug}, ${shared.json({ ...tenant.name })}, ${tenant.kind}, ${tenant.code}) as added`
  return row?.added === true
}

/** Sets an agency's status; false when it has it already. Runs in the worker's role. */
export async function updateTenantStatus(db: TenantDatabase, slug: string, status: Tenant['status']): Promise<boolean> {
  const [row] = await databaseOf({ db }).shared<
    { changed: boolean }[]
  >`select shared.set_tenant_status(${slug}, ${status}) as changed`
  return row?.changed === true
}

/** One of the 250 local governments of 2005. Names repeat (중구 stands six times): only the code is a key. */
export interface LocalGovernment {
  readonly code: string
  readonly name: string
  readonly level: '광역' | '기초'
  readonly type: string
  readonly parentCode: string | null
}

/** Loads the table of local governments; returns how many rows are new or changed. Runs in the worker's role. */
export async function upsertLocalGovernments(db: TenantDatabase, list: readonly LocalGovernment[]): Promise<number> {
  const { shared } = databaseOf({ db })
  const rows = list.map(({ parentCode, ...one }) => ({ ...one, parent_code: parentCode }))
  const [row] = await shared<
    { changed: number }[]
  >`select shared.load_local_governments(${shared.json(rows)}) as changed`
  return row?.changed ?? 0
}

/** The local governments, provinces and metropolitan cities first within each of them. */
export async function listLocalGovernments(db: TenantDatabase): Promise<LocalGovernment[]> {
  return databaseOf({ db }).shared<LocalGovernment[]>`
    select code, name, level, type, parent_code as "parentCode" from shared.local_government order by code`
}
