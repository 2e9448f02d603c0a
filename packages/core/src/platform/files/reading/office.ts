import { strFromU8, unzipSync } from 'fflate'

/** More than this, unpacked, is not text that people wrote. */
const MAX_UNPACKED = 64 * 1024 * 1024

/** The parts that hold text, by media type, and the elements in them that begin a new line. */
const FORMATS: Readonly<Record<string, { parts: RegExp; text: RegExp; lines: RegExp }>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    parts: /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
    text: /^w:t$/,
    lines: /^w:(p|br|tr)$/,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    parts: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
    text: /^(x:)?t$/,
    lines: /^(x:)?(si|is)$/,
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    parts: /^ppt\/(slides|notesSlides)\/[a-zA-Z]+\d+\.xml$/,
    text: /^a:t$/,
    lines: /^a:p$/,
  },
  ...Object.fromEntries(
    ['text', 'spreadsheet', 'presentation'].map((kind) => [
      `application/vnd.oasis.opendocument.${kind}`,
      { parts: /^content\.xml$/, text: /^text:(p|h|span|a|s|tab)$/, lines: /^text:(p|h|line-break)$/ },
    ]),
  ),
}

/** Whether `readOffice` knows the media type. */
export function isOffice(mediaType: string): boolean {
  return mediaType in FORMATS
}

/**
 * The text of a word-processor, spreadsheet or presentation document, its parts in the order of their names.
 * @throws when the archive is broken or has no such part
 */
export function readOffice(bytes: Uint8Array, mediaType: string): string {
  const format = FORMATS[mediaType]
  if (format === undefined) throw new Error('unknown format')
  let taken = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!format.parts.test(name) || taken + originalSize > MAX_UNPACKED) return false
      taken += originalSize
      return true
    },
  })
  const names = Object.keys(parts).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (names.length === 0) throw new Error('no text part')
  return names.map((name) => wordsOf(strFromU8(parts[name] ?? new Uint8Array()), format)).join('\n')
}

const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)[^>]*?(\/?)>|([^<]+)/g

/** Text inside the elements that hold it; a new line where a paragraph, row or cell ends. */
function wordsOf(xml: string, { text, lines }: { text: RegExp; lines: RegExp }): string {
  const out: string[] = []
  let inside = 0
  for (const [, closing, name = '', alone, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (inside > 0) out.push(plainWords(words))
      continue
    }
    if (text.test(name) && alone !== '/') inside = Math.max(0, inside + (closing === '/' ? -1 : 1))
    if (lines.test(name) && (closing === '/' || alone === '/')) out.push('\n')
  }
  return out.join('')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainWords(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
