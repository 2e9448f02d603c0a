import type { Ctx } from '../../kernel/index.ts'
import { audit, authorise, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import {
  type Activation,
  activations,
  type ReleaseSummary,
  releaseByHash,
  releaseSummaries,
  tenantOverview,
} from '../release.store.ts'
import type { Release } from '../release.ts'
import { type TenantWithRelease, tenantWithRelease } from '../schemas.ts'

/** All published releases and the decisions of the ctx's agency about them, newest first. */
export async function listReleases(ctx: Ctx): Promise<{ releases: ReleaseSummary[]; activations: Activation[] }> {
  authorise(can(ctx.actor, 'release.read'))
  return withTenant(ctx, async (tx) => ({ releases: await releaseSummaries(tx), activations: await activations(tx) }))
}

/** A release with everything in it. @throws NotFoundError `release.not-found` */
export async function getRelease(ctx: Ctx, hash: string): Promise<Release> {
  authorise(can(ctx.actor, 'release.read'))
  return withTenant(ctx, (tx) => releaseByHash(tx, hash))
}

/**
 * For the central bureau: each agency with the release it runs and since when, and nothing else of it. The look is
 * recorded in the bureau's own trail.
 */
export async function listTenantsWithReleases(ctx: Ctx): Promise<TenantWithRelease[]> {
  authorise(can(ctx.actor, 'tenants.overview'))
  return withTenant(ctx, async (tx) => {
    const rows = await tenantOverview(tx)
    await audit(tx, { action: 'tenants.overview', subjectType: 'tenants', subjectId: tx.tenantId })
    return rows.map(({ release_hash, release_key, release_version, since, ...tenant }) => {
      const release = release_hash && {
        hash: release_hash,
        key: release_key,
        version: release_version,
        since: new Date(since ?? 0),
      }
      return tenantWithRelease.parse({ ...tenant, release: release || null })
    })
  })
}
