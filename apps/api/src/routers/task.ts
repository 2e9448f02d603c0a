import { router } from '../trpc/init.ts'

export const taskRouter = router({})
