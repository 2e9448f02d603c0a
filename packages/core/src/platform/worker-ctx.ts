import { type Ctx, type Id, newId, type Origin, systemClock, type TenantDatabase } from '../kernel/index.ts'

/** A ctx for work no person asked for: consumers, jobs, deliveries. */
export function systemCtx(
  db: TenantDatabase,
  tenant: { readonly id: Id; readonly slug: string },
  name: string,
  origin: Origin = 'interactive',
): Ctx {
  return {
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    actor: { kind: 'system', name },
    clock: systemClock,
    origin,
    requestId: newId(),
    source: null,
    db,
  }
}
