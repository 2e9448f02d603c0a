import { router } from '../trpc/init.ts'

export const documentRouter = router({})
