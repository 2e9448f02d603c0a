import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { filesById, withTenant } from '../../platform/index.ts'
import { draftsOfAccount } from '../listing.store.ts'
import type { DraftsOutput } from '../schemas.ts'

/** What the citizen has begun and not sent, the last saved first, with the files already uploaded. */
export async function listDrafts(ctx: Ctx): Promise<DraftsOutput> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const drafts = await draftsOfAccount(tx, actor.accountId)
    const files = await filesById(tx, [...new Set(drafts.flatMap((draft) => draft.fileIds))])
    const own = new Map(files.filter((file) => file.uploadedBy === actor.accountId).map((file) => [file.id, file]))
    return {
      drafts: drafts.map(({ fileIds, ...draft }) => ({
        ...draft,
        files: fileIds.flatMap((fileId) => {
          const file = own.get(fileId)
          return file === undefined
            ? []
            : [{ id: file.id, name: file.name, size: file.size, mediaType: file.mediaType }]
        }),
      })),
    }
  })
}
