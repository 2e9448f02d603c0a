import type { Readable } from 'node:stream'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import { readBytes } from './disk.ts'
import { filesById, type StoredFile } from './file.store.ts'

/**
 * A file of the agency with its bytes. Whoever calls has decided that the reader may.
 * @throws NotFoundError `file.not-found`
 */
export async function readFile(tx: TxCtx, id: Id): Promise<StoredFile & { readonly bytes: Readable }> {
  const [file] = await filesById(tx, [id])
  const bytes = file === undefined ? undefined : await readBytes(tx.tenantId, file.hash)
  if (file === undefined || bytes === undefined) throw new NotFoundError('file.not-found')
  return { ...file, bytes }
}
