import { rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Ctx, Id } from '../../kernel/index.ts'
import { type TxCtx, withTenant } from '../db/with-tenant.ts'
import { defineJob } from '../jobs/define-job.ts'
import type { Schedule } from '../jobs/job-system.ts'
import { requestJob } from '../jobs/request-job.ts'
import { draftFolder, keepPages, placeOf } from './disk.ts'
import { filesById, type StoredFile } from './file.store.ts'
import { type FileText, storeFileText, textOfSameBytes, unreadFiles } from './file-text.store.ts'
import { readableTypes } from './readable-types.ts'
import { type IsolatedReader, isolatedReader } from './reading/isolated-reader.ts'

/** Larger files are not read; they still download. */
const MAX_READ_BYTES = 30 * 1024 * 1024
const READ_AT_ONCE = 100
/** A file's own job comes at once; what is still unread after so long has lost it. */
const UNREAD_AFTER_MS = 10 * 60_000

const NOTHING = { text: '', cut: false, pages: 0, drawn: 0 }

let reader: IsolatedReader | undefined

/** Reads the text of one file, and draws its pages where it is an HWP or HWPX document. */
const readTextJob = defineJob({
  name: 'files.read-text',
  schema: z.object({ fileId: z.uuid() }),
  lane: 'long',
  attempts: 3,
  async run(ctx, { fileId }, { signal }) {
    return { characters: await readFileText(ctx, fileId, signal) }
  },
})

/** Reads files that nobody has read: from before the product could, or copied in another way. */
const readUnreadJob = defineJob({
  name: 'files.read-unread',
  schema: z.object({}),
  lane: 'long',
  attempts: 3,
  async run(ctx, _ids, { signal, progress }) {
    const unread = await withTenant(ctx, (tx) => unreadFiles(tx, longAgo(), READ_AT_ONCE))
    for (const [done, fileId] of unread.entries()) {
      if (signal.aborted) break
      await readFileText(ctx, fileId, signal)
      await progress(done + 1, unread.length)
    }
    return { files: unread.length }
  },
})

/** The worker's jobs about files. */
export const fileJobs = [readTextJob, readUnreadJob] as const

/** Every ten minutes, where a file is unread. */
export const fileSchedules: readonly Schedule[] = [
  {
    name: 'files-unread',
    cron: '*/10 * * * *',
    plan: async (tx, key) => {
      const unread = await unreadFiles(tx, longAgo(), 1)
      return unread.length === 0 ? null : requestJob(tx, readUnreadJob, {}, key)
    },
  },
]

/** Wants a new file read, in the transaction that stores it; kinds that hold no text are marked so at once. */
export async function wantReading(tx: TxCtx, file: StoredFile): Promise<void> {
  const known = withoutReading(file) ?? (await textOfSameBytes(tx, file.hash))
  if (known === undefined) await requestJob(tx, readTextJob, { fileId: file.id })
  else await storeFileText(tx, file.id, known)
}

/**
 * Reads a file's text in a process of its own and keeps it; a file that breaks the reader is unreadable, and only that.
 * @returns how many characters were read
 */
async function readFileText(ctx: Ctx, fileId: Id, signal: AbortSignal): Promise<number> {
  const file = await withTenant(ctx, async (tx) => (await filesById(tx, [fileId]))[0])
  if (file === undefined || signal.aborted) return 0
  const found = withoutReading(file) ?? (await read(ctx.tenantId, file))
  await withTenant(ctx, (tx) => storeFileText(tx, fileId, found))
  return found.text.length
}

async function read(tenantId: Id, file: StoredFile): Promise<FileText> {
  reader ??= isolatedReader()
  const folder = draftFolder(tenantId)
  try {
    const path = placeOf(tenantId, file.hash)
    const answer = await reader.read({ path, mediaType: file.mediaType, folder })
    if (!answer.read) return { status: 'unreadable', ...NOTHING }
    if (answer.drawn > 0) await keepPages(tenantId, file.hash, folder)
    const { text, cut, pages, drawn } = answer
    return { status: 'extracted', text, cut, pages, drawn }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function withoutReading(file: StoredFile): FileText | undefined {
  if (!readableTypes.has(file.mediaType)) return { status: 'not-supported', ...NOTHING }
  return file.size > MAX_READ_BYTES ? { status: 'too-large', ...NOTHING } : undefined
}

/** By the machine's clock, as `created_at` is. */
function longAgo(): Date {
  return new Date(Date.now() - UNREAD_AFTER_MS)
}
