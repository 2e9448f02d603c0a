export { activateRelease } from './commands/activate-release.ts'
export { publishRelease } from './commands/publish-release.ts'
export { loadLocalGovernments, registerTenant } from './commands/register-tenant.ts'
export { setTenantStatus } from './commands/set-tenant-status.ts'
export { releaseActivated } from './events.ts'
export { tenancyMessages } from './messages.ts'
export { can as canTenancy, type TenancyAction } from './policy.ts'
export { getRelease, listReleases, listTenantsWithReleases } from './queries/releases.ts'
export { tenantInfo } from './queries/tenant-info.ts'
export { type Activation, currentRelease, type ReleaseSummary, releaseByHash } from './release.store.ts'
export { localizedText, modelKey, type Release, type ReleaseFragments, releaseHead } from './release.ts'
export {
  getTenantBySlug,
  type LocalGovernment,
  listLocalGovernments,
  listTenants,
  type Tenant,
} from './tenant.store.ts'
