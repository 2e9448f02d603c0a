import { brmRouter } from '../routers/brm.ts'
import { customerRouter } from '../routers/customer.ts'
import { dispatchRouter } from '../routers/dispatch.ts'
import { documentRouter } from '../routers/document.ts'
import { fileRouter } from '../routers/file.ts'
import { identityRouter } from '../routers/identity.ts'
import { jobsRouter } from '../routers/jobs.ts'
import { mailRouter } from '../routers/mail.ts'
import { modelRouter } from '../routers/model.ts'
import { performanceRouter } from '../routers/performance.ts'
import { recordRouter } from '../routers/record.ts'
import { taskRouter } from '../routers/task.ts'
import { tenancyRouter } from '../routers/tenancy.ts'
import { router } from './init.ts'
import { liveRouter } from './live.ts'

/** Every procedure of the product, one part per core module. */
export const appRouter = router({
  tenancy: tenancyRouter,
  model: modelRouter,
  file: fileRouter,
  identity: identityRouter,
  brm: brmRouter,
  document: documentRouter,
  dispatch: dispatchRouter,
  task: taskRouter,
  record: recordRouter,
  customer: customerRouter,
  performance: performanceRouter,
  jobs: jobsRouter,
  mail: mailRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
