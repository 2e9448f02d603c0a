import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { audit, filesById, parse, readFile, type StoredFile, withTenant } from '../../../platform/index.ts'
import { fileIsReadable } from '../files.store.ts'

const input = z.strictObject({ fileId: z.uuid() })

/**
 * A file with its bytes for somebody in the 열람범위 of a document it is tied to. Each reading is recorded.
 * @throws NotFoundError `file.not-found`, whether missing or not theirs
 */
export async function readDocumentFile(ctx: Ctx, raw: { fileId: Id }): Promise<StoredFile & { bytes: Readable }> {
  const { fileId } = parse(input, raw)
  return withTenant(ctx, async (tx) => {
    const [file] = await filesById(tx, [fileId])
    if (file === undefined || !(await fileIsReadable(tx, fileId))) throw new NotFoundError('file.not-found')
    if (tx.actor.kind === 'officer') await audit(tx, { action: 'file.read', subjectType: 'file', subjectId: fileId })
    return readFile(tx, fileId)
  })
}
