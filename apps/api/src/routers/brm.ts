import { router } from '../trpc/init.ts'

export const brmRouter = router({})
