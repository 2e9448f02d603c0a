import { z } from 'zod'
import { type Id, newId, type TenantDatabase } from '../../kernel/index.ts'
import { parse } from '../../platform/index.ts'
import { localizedText } from '../release.ts'
import {
  getTenantBySlug,
  insertTenant,
  type LocalGovernment,
  TENANT_KINDS,
  type Tenant,
  upsertLocalGovernments,
} from '../tenant.store.ts'

const tenantSpec = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: localizedText,
  kind: z.enum(TENANT_KINDS),
  code: z.string().min(1).max(20),
})

/**
 * Registers an agency; one that is there already stays as it is. Needs the worker's database: no tenant exists yet, so
 * this one command stands outside the tenant wall and is open to the operator's CLI only.
 */
export async function registerTenant(
  db: TenantDatabase,
  raw: z.input<typeof tenantSpec>,
): Promise<Tenant & { isNew: boolean }> {
  const spec = parse(tenantSpec, raw)
  const id: Id = newId()
  const isNew = await insertTenant(db, { id, ...spec })
  const tenant = await getTenantBySlug(db, spec.slug)
  if (!tenant) throw new Error(`tenant ${spec.slug} is neither new nor there`)
  return { ...tenant, isNew }
}

const localGovernments = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{10}$/),
    name: z.string().min(2),
    level: z.enum(['광역', '기초']),
    type: z.string().min(1),
    parentCode: z
      .string()
      .regex(/^\d{10}$/)
      .nullable(),
  }),
)

/** Loads the one table of local governments; returns how many rows are new or changed. Needs the worker's database. */
export async function loadLocalGovernments(db: TenantDatabase, list: readonly LocalGovernment[]): Promise<number> {
  return upsertLocalGovernments(db, parse(localGovernments, list))
}
