import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { filesById, readFile, withTenant } from '../../platform/index.ts'
import { type FunctionFile, readFunctionFile } from './read-function-file.ts'

/**
 * A function file that the actor has uploaded, read. It is parsed outside of a transaction: a large workbook takes time.
 * @throws NotFoundError `file.not-found`, whether missing or somebody else's; errors of `readFunctionFile`
 */
export async function readUploaded(ctx: Ctx, fileId: Id): Promise<{ name: string; file: FunctionFile }> {
  const { name, bytes } = await withTenant(ctx, async (tx) => {
    const [stored] = await filesById(tx, [fileId])
    const own = 'accountId' in tx.actor && stored?.uploadedBy === tx.actor.accountId
    if (stored === undefined || !own) throw new NotFoundError('file.not-found', { field: 'fileId' })
    const content = await readFile(tx, fileId)
    const chunks: Buffer[] = []
    for await (const chunk of content.bytes) chunks.push(chunk)
    return { name: stored.name, bytes: Buffer.concat(chunks) }
  })
  return { name, file: await readFunctionFile(bytes) }
}
