import { listTenants, listTenantsWithReleases, tenantInfo } from '@harmony/core/tenancy'
import * as schemas from '@harmony/core/tenancy/schemas'
import { guest, officerWith, router } from '../trpc/init.ts'

/** Agencies: the list anyone may choose from, one's own words, and the bureau's view over all. */
export const tenancyRouter = router({
  agencies: guest
    .output(schemas.agenciesOutput)
    .query(async ({ ctx }) => (await listTenants(ctx.harmony.db)).filter((tenant) => tenant.status === 'active')),
  info: guest.output(schemas.tenantInfoOutput).query(({ ctx }) => tenantInfo(ctx.harmony)),
  overview: officerWith('bureau-admin')
    .output(schemas.overviewOutput)
    .query(({ ctx }) => listTenantsWithReleases(ctx.harmony)),
})
