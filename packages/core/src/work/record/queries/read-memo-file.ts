import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { audit, parse, readFile, type StoredFile, withTenant } from '../../../platform/index.ts'
import { memoHoldsFile } from '../memo.store.ts'

const input = z.strictObject({ fileId: z.uuid() })

/**
 * A memo report's file with its bytes, for whoever is in the memo's audience. Each reading is recorded.
 * @throws NotFoundError `file.not-found`, whether missing or outside the audience
 */
export async function readMemoFile(ctx: Ctx, raw: { fileId: Id }): Promise<StoredFile & { bytes: Readable }> {
  const { fileId } = parse(input, raw)
  return withTenant(ctx, async (tx) => {
    if (!(await memoHoldsFile(tx, fileId))) throw new NotFoundError('file.not-found')
    await audit(tx, { action: 'file.read', subjectType: 'file', subjectId: fileId })
    return readFile(tx, fileId)
  })
}
