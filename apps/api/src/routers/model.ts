import { storedReleaseSchema } from '@harmony/core/contract'
import { diffReleases } from '@harmony/core/model'
import { diffReleasesOutput } from '@harmony/core/model/schemas'
import { activateRelease, getRelease, listReleases } from '@harmony/core/tenancy'
import * as schemas from '@harmony/core/tenancy/schemas'
import { officerWith, router } from '../trpc/init.ts'

const reader = officerWith('tenant-admin', 'performance-manager', 'bureau-admin')

/** Model releases: what is published, what is in them, how they differ, and which one the agency runs. */
export const modelRouter = router({
  releases: reader.output(schemas.listReleasesOutput).query(({ ctx }) => listReleases(ctx.harmony)),
  release: reader
    .input(schemas.releaseHashInput)
    .output(storedReleaseSchema)
    .query(({ ctx, input }) => getRelease(ctx.harmony, input.hash)),
  diff: reader
    .input(schemas.diffReleasesInput)
    .output(diffReleasesOutput)
    .query(({ ctx, input }) => diffReleases(ctx.harmony, input)),
  activate: officerWith('tenant-admin')
    .input(schemas.activateReleaseInput)
    .output(schemas.activateReleaseOutput)
    .mutation(({ ctx, input }) => activateRelease(ctx.harmony, input)),
})
