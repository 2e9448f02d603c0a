import { type Ctx, newId } from '../../kernel/index.ts'
import { audit } from '../audit/audit.ts'
import { withTenant } from '../db/with-tenant.ts'
import { dropDraft, keepDraft, writeDraft } from './disk.ts'
import { insertFile, type StoredFile } from './file.store.ts'
import { kindOfFile } from './file-kind.ts'
import { cleanFileName } from './file-name.ts'
import { wantReading } from './read-text-job.ts'

/**
 * Stores a file of the ctx's agency: streamed, limited, its type found by content, its name cleaned, its bytes kept by
 * hash. It belongs to the account that uploaded it until it is tied to a record. The worker then reads its text.
 * @throws TooLargeError, ValidationError `file.empty`, `file.type-not-allowed`, `file.type-mismatch`
 */
export async function storeFile(
  ctx: Ctx,
  upload: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<StoredFile> {
  const draft = await writeDraft(ctx.tenantId, upload.bytes)
  try {
    const name = cleanFileName(upload.name)
    const mediaType = await kindOfFile(draft.path, name)
    const uploadedBy = 'accountId' in ctx.actor ? ctx.actor.accountId : null
    const file: StoredFile = { id: newId(), name, size: draft.size, mediaType, hash: draft.hash, uploadedBy }
    await keepDraft(ctx.tenantId, draft)
    await withTenant(ctx, async (tx) => {
      await insertFile(tx, file)
      await wantReading(tx, file)
      await audit(tx, {
        action: 'file.upload',
        subjectType: 'file',
        subjectId: file.id,
        after: { size: file.size, mediaType, hash: file.hash },
      })
    })
    return file
  } catch (error) {
    await dropDraft(draft)
    throw error
  }
}
