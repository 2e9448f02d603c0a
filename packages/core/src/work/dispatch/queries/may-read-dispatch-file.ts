import type { FileRight } from '../../../platform/index.ts'
import { dispatchHoldsFile } from '../dispatch.store.ts'
import { receptionHoldsFile } from '../reception.store.ts'

/** Whether the actor may read a file because it goes with a dispatch they may know of, or came with one to their unit. */
export const mayReadDispatchFile: FileRight = async (tx, file) =>
  (await dispatchHoldsFile(tx, file.id)) || receptionHoldsFile(tx, file.id)
