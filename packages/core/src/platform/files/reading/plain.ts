import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'

/** What of a file's text is kept, in characters: about 100 printed pages. */
export const MAX_TEXT = 200_000

/** Text as people read it: no control characters, no runs of blanks or empty lines, at most `MAX_TEXT` characters. */
export function tidyText(raw: string): { text: string; cut: boolean } {
  const text = raw
    .slice(0, MAX_TEXT * 4)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const cut = text.length > MAX_TEXT || raw.length > MAX_TEXT * 4
  return { text: text.slice(0, MAX_TEXT).replace(/[\uD800-\uDBFF]$/, ''), cut }
}

/** Bytes of a text file in UTF-8, UTF-16 with its mark, or CP949. */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = buffer.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return iconv.decode(buffer, mark === 'fffe' ? 'utf16-le' : 'utf16-be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return iconv.decode(buffer, 'cp949')
  }
}
