import { router } from '../trpc/init.ts'

export const recordRouter = router({})
