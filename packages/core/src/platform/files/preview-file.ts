import { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { parse } from '../parse/parse.ts'
import { readPage } from './disk.ts'
import { findFileText, TEXT_STATUSES } from './file-text.store.ts'
import { attachedFile, type FileRight } from './read-attached-file.ts'
import { readableTypes, shownPictures } from './readable-types.ts'

/** Pages in one frame. */
export const PAGES_AT_ONCE = 10

export const previewFileInput = z.strictObject({ fileId: z.uuid() })
export const previewFileOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  /** `waiting`: the worker has not read it yet. */
  status: z.enum([...TEXT_STATUSES, 'waiting']),
  /** What can be shown: drawn pages, the picture itself, or its text alone. */
  shows: z.enum(['pages', 'picture', 'text', 'nothing']),
  text: z.string(),
  /** Whether the file holds more text than is kept. */
  cut: z.boolean(),
  pages: z.int(),
  drawn: z.int(),
  pagesAtOnce: z.int(),
})
export type FilePreview = z.infer<typeof previewFileOutput>

/**
 * What can be shown of a file without saving it, and its text.
 * @throws NotFoundError `file.not-found`
 */
export async function previewFile(ctx: Ctx, raw: { fileId: Id }, rights: readonly FileRight[]): Promise<FilePreview> {
  const { fileId } = parse(previewFileInput, raw)
  return withTenant(ctx, async (tx) => {
    const { id, name, size, mediaType } = await attachedFile(tx, fileId, rights)
    const found = await findFileText(tx, fileId)
    const status = found?.status ?? (readableTypes.has(mediaType) ? 'waiting' : 'not-supported')
    const { text, cut, pages, drawn } = found ?? { text: '', cut: false, pages: 0, drawn: 0 }
    const shows = shownPictures.has(mediaType) ? 'picture' : drawn > 0 ? 'pages' : text === '' ? 'nothing' : 'text'
    return { id, name, size, mediaType, status, shows, text, cut, pages, drawn, pagesAtOnce: PAGES_AT_ONCE }
  })
}

/**
 * Some drawn pages of a document as SVG, from the one asked for (counted from 1).
 * @throws NotFoundError `file.not-found`, `file.no-preview` when there is no such page
 */
export async function readPages(
  ctx: Ctx,
  raw: { fileId: Id; from: number },
  rights: readonly FileRight[],
): Promise<{ name: string; total: number; pages: { page: number; svg: string }[] }> {
  const { fileId, from } = parse(z.strictObject({ fileId: z.uuid(), from: z.int().min(1).max(100_000) }), raw)
  const { file, found } = await withTenant(ctx, async (tx) => {
    const file = await attachedFile(tx, fileId, rights)
    return { file, found: await findFileText(tx, fileId) }
  })
  const last = Math.min(found?.drawn ?? 0, from + PAGES_AT_ONCE - 1)
  const pages: { page: number; svg: string }[] = []
  for (let page = from; page <= last; page += 1) {
    pages.push({ page, svg: (await readPage(ctx.tenantId, file.hash, page)) ?? '' })
  }
  if (found === undefined || pages.length === 0) throw new NotFoundError('file.no-preview')
  return { name: file.name, total: found.pages, pages }
}
