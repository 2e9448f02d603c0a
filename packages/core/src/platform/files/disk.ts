import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip as gunzipBytes } from 'node:zlib'
import { type Id, newId, TooLargeError, ValidationError } from '../../kernel/index.ts'

/** 50 MB a file. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** Where files lie: `FILES_DIR`, outside anything that is served. */
function root(): string {
  return process.env.FILES_DIR ?? '.data/files'
}

const gunzip = async (packed: Uint8Array) => (await promisify(gunzipBytes)(packed)).toString('utf8')

export interface Draft {
  readonly path: string
  readonly hash: string
  readonly size: number
}

/**
 * Streams bytes to a draft of the tenant, counting and hashing as they come; nothing is held in memory.
 * @throws TooLargeError `file.too-large`, ValidationError `file.empty`; the draft is gone then
 */
export async function writeDraft(tenantId: Id, bytes: AsyncIterable<Uint8Array>): Promise<Draft> {
  const folder = join(root(), tenantId, 'drafts')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, newId())
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const part of bytes) {
      size += part.length
      if (size > MAX_FILE_BYTES) {
        throw new TooLargeError('file.too-large', {
          field: 'file',
          params: { megabytes: MAX_FILE_BYTES / 1024 / 1024 },
        })
      }
      hash.update(part)
      yield part
    }
  }
  try {
    await pipeline(Readable.from(counted(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
    if (size === 0) throw new ValidationError('file.empty', { field: 'file' })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, hash: hash.digest('hex'), size }
}

/** Moves a draft to its place by hash; the same bytes are kept once per tenant. */
export async function keepDraft(tenantId: Id, draft: Draft): Promise<void> {
  const path = placeOf(tenantId, draft.hash)
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await rename(draft.path, path)
}

/** Throws a draft away. */
export async function dropDraft(draft: Draft): Promise<void> {
  await rm(draft.path, { force: true })
}

/** The bytes of a stored file; undefined when they are missing on disk. */
export async function readBytes(tenantId: Id, hash: string): Promise<Readable | undefined> {
  const path = placeOf(tenantId, hash)
  const found = await stat(path).catch(() => undefined)
  return found === undefined ? undefined : createReadStream(path)
}

/** Where the drawn pages of a file lie, beside the files themselves and no more served than they are. */
export function pagesFolder(tenantId: Id, hash: string): string {
  return join(root(), tenantId, 'pages', hash)
}

/** A folder of its own for pages that are being drawn. */
export function draftFolder(tenantId: Id): string {
  return join(root(), tenantId, 'drafts', newId())
}

/** Puts drawn pages in their place; pages drawn before go. */
export async function keepPages(tenantId: Id, hash: string, drawn: string): Promise<void> {
  const place = pagesFolder(tenantId, hash)
  await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
  await rm(place, { recursive: true, force: true })
  await rename(drawn, place)
}

/** A drawn page as SVG, counted from 1; undefined when it is not there. */
export async function readPage(tenantId: Id, hash: string, page: number): Promise<string | undefined> {
  const packed = await readFile(join(pagesFolder(tenantId, hash), `${page}.svg.gz`)).catch(() => undefined)
  return packed === undefined ? undefined : gunzip(packed)
}

/** The path of a stored file's bytes. */
export function placeOf(tenantId: Id, hash: string): string {
  return join(root(), tenantId, hash.slice(0, 2), hash)
}
