import type { FileRight } from '../../../platform/index.ts'
import { fileIsReadable } from '../files.store.ts'

/** Whether the actor may read a file because it hangs on a document in whose 열람범위 they are. */
export const mayReadDocumentFile: FileRight = (tx, file) => fileIsReadable(tx, file.id)
