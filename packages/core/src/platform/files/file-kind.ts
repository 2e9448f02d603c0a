import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { ValidationError } from '../../kernel/index.ts'

/** What people attach to a request or an answer, by content; the name's ending must agree. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/x-hwp': ['hwp'],
  'application/hwp+zip': ['hwpx'],
  'application/x-cfb': ['doc', 'xls', 'ppt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/zip': ['zip'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'image/tiff': ['tif', 'tiff'],
  'text/plain': ['txt', 'csv', 'md', 'log'],
}

/** Endings a form may offer. */
export const FILE_ENDINGS: readonly string[] = Object.values(ALLOWED).flat()

const HEAD_BYTES = 64 * 1024
const HWP3 = 'HWP Document File'
/** `HwpSummaryInformation` and `FileHeader` in the directory of a compound file, UTF-16. */
const HWP5 = Buffer.from('FileHeader', 'utf16le')
const HWPX = 'mimetypeapplication/hwp+zip'

/**
 * The type of a stored file by its content, never by what the browser said.
 * @throws ValidationError `file.type-not-allowed`, or `file.type-mismatch` when the name's ending says something else
 */
export async function kindOfFile(path: string, name: string): Promise<string> {
  const mediaType = await detect(path)
  const endings = mediaType === undefined ? undefined : ALLOWED[mediaType]
  if (mediaType === undefined || endings === undefined) {
    throw new ValidationError('file.type-not-allowed', { field: 'file', params: { allowed: FILE_ENDINGS.join(', ') } })
  }
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : ''
  if (!endings.includes(ending)) {
    throw new ValidationError('file.type-mismatch', {
      field: 'file',
      params: { ending: ending || '—', allowed: endings.join(', ') },
    })
  }
  return mediaType
}

async function detect(path: string): Promise<string | undefined> {
  const head = await headOf(path)
  if (head.subarray(0, 100).includes(HWP3)) return 'application/x-hwp'
  if (head.subarray(0, 200).includes(HWPX)) return 'application/hwp+zip'
  const found = (await fileTypeFromFile(path))?.mime
  if (found === 'application/x-cfb') return (await isHwp5(path)) ? 'application/x-hwp' : found
  return found ?? (looksLikeText(head) ? 'text/plain' : undefined)
}

/** HWP 5 is a compound file whose directory holds a stream `FileHeader` beginning with its signature. */
async function isHwp5(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const header = Buffer.alloc(512)
    await handle.read(header, 0, 512, 0)
    const sectorSize = 2 ** header.readUInt16LE(30)
    const directory = Buffer.alloc(sectorSize)
    await handle.read(directory, 0, sectorSize, (header.readUInt32LE(48) + 1) * sectorSize)
    return directory.includes(HWP5)
  } finally {
    await handle.close()
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Plain text in UTF-8 or CP949: no control bytes, and not a page or a program in disguise. */
function looksLikeText(head: Buffer): boolean {
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) return false
  return !/^\s*(<!doctype|<html|<svg|<\?xml|<script|#!)/i.test(
    head
      .subarray(0, 1024)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )
}
