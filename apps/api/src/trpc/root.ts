import { customerRouter } from '../routers/customer.ts'
import { identityRouter } from '../routers/identity.ts'
import { jobsRouter } from '../routers/jobs.ts'
import { mailRouter } from '../routers/mail.ts'
import { modelRouter } from '../routers/model.ts'
import { performanceRouter } from '../routers/performance.ts'
import { tenancyRouter } from '../routers/tenancy.ts'
import { router } from './init.ts'
import { liveRouter } from './live.ts'

/** Every procedure of the product, one part per core module. */
export const appRouter = router({
  tenancy: tenancyRouter,
  model: modelRouter,
  identity: identityRouter,
  customer: customerRouter,
  performance: performanceRouter,
  jobs: jobsRouter,
  mail: mailRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
