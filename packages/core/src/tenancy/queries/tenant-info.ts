import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import { activations, currentRelease } from '../release.store.ts'
import type { TenantInfo } from '../schemas.ts'
import { getTenantBySlug } from '../tenant.store.ts'

/** The agency of the path with its own words and the release it runs; for everybody. @throws NotFoundError `agency.unknown` */
export async function tenantInfo(ctx: Ctx): Promise<TenantInfo> {
  const tenant = await getTenantBySlug(ctx.db, ctx.tenantSlug)
  if (!tenant) throw new NotFoundError('agency.unknown')
  const { slug, name, kind } = tenant
  return withTenant(ctx, async (tx) => {
    const running = (await activations(tx)).length > 0
    if (!running) return { slug, name, kind, terms: null, mission: null, vision: null, release: null }
    const release = await currentRelease(tx)
    const { hash, key, version, strategy, terms } = release
    const { mission, vision } = strategy
    return { slug, name, kind, terms, mission, vision, release: { hash, key, version, name: release.name } }
  })
}
