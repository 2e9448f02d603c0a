import type { FileRight } from '../../../platform/index.ts'
import { memoHoldsFile } from '../memo.store.ts'

/** Whether the actor may read a file because it hangs on a memo report within the actor's reach. */
export const mayReadMemoFile: FileRight = async (tx, file) => tx.actor.kind === 'officer' && memoHoldsFile(tx, file.id)
