import { mayReadPetitionFile } from '@harmony/core/customer'
import type { FileRight } from '@harmony/core/platform'
import { mayReadDispatchFile, mayReadDocumentFile, mayReadMemoFile, mayReadTaskFile } from '@harmony/core/work'

/** Whoever may read a record may read the files tied to it: what each module says about its own records. */
export const fileRights: readonly FileRight[] = [
  mayReadPetitionFile,
  mayReadDocumentFile,
  mayReadDispatchFile,
  mayReadTaskFile,
  mayReadMemoFile,
]
