import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { audit } from '../audit/audit.ts'
import { type TxCtx, withTenant } from '../db/with-tenant.ts'
import { parse } from '../parse/parse.ts'
import { filesById, type StoredFile } from './file.store.ts'
import { readFile } from './read-file.ts'

/** Whether the actor may read a record the file is tied to; each module that ties files has one. */
export type FileRight = (tx: TxCtx, file: StoredFile) => Promise<boolean>

const input = z.strictObject({ fileId: z.uuid() })

/**
 * A file with its bytes for whoever uploaded it or may read a record it is tied to. Each reading by an officer is recorded.
 * @param rights asked in turn until one says yes
 * @throws NotFoundError `file.not-found`, whether missing or not theirs
 */
export async function readAttachedFile(
  ctx: Ctx,
  raw: { fileId: Id },
  rights: readonly FileRight[],
): Promise<StoredFile & { readonly bytes: Readable }> {
  const { fileId } = parse(input, raw)
  return withTenant(ctx, async (tx) => {
    await attachedFile(tx, fileId, rights)
    return readFile(tx, fileId)
  })
}

/**
 * What is known of a file, for whoever may read it; recorded like a reading of its bytes.
 * @throws NotFoundError `file.not-found`
 */
export async function attachedFile(tx: TxCtx, fileId: Id, rights: readonly FileRight[]): Promise<StoredFile> {
  const [file] = await filesById(tx, [fileId])
  if (file === undefined || !(await mayRead(tx, file, rights))) throw new NotFoundError('file.not-found')
  if (tx.actor.kind === 'officer') await audit(tx, { action: 'file.read', subjectType: 'file', subjectId: fileId })
  return file
}

async function mayRead(tx: TxCtx, file: StoredFile, rights: readonly FileRight[]): Promise<boolean> {
  const { actor } = tx
  if (actor.kind === 'guest') return false
  if ('accountId' in actor && file.uploadedBy === actor.accountId) return true
  for (const right of rights) if (await right(tx, file)) return true
  return false
}
