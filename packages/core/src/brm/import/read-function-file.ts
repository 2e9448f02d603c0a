import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { readSheet } from 'read-excel-file/node'
import { TooLargeError, ValidationError } from '../../kernel/index.ts'
import { type FileRow, KNOWN_COLUMNS, REQUIRED_COLUMNS } from '../domain/file-row.ts'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_UNPACKED = 100 * 1024 * 1024
const MAX_ROWS = 50_000
const MAX_COLUMNS = 200

/** A function file as read: its lines, and columns that mean nothing to it. */
export interface FunctionFile {
  readonly rows: readonly FileRow[]
  readonly ignoredColumns: readonly string[]
}

/**
 * Reads a tree from an Excel workbook (first sheet) or a CSV file in UTF-8 (with or without BOM), UTF-16 or CP949,
 * found by content. Its first line names the columns.
 * @throws TooLargeError `brm.file-too-large`; ValidationError `brm.file-empty`, `brm.file-unreadable`,
 *   `brm.column-missing` (naming it), `brm.column-repeated`
 */
export async function readFunctionFile(bytes: Buffer): Promise<FunctionFile> {
  if (bytes.length > MAX_BYTES) throw tooLarge()
  const lines = isZip(bytes) ? await sheetLines(bytes) : csvLines(bytes)
  const [head, ...rest] = lines
  if (head === undefined || rest.length === 0) throw new ValidationError('brm.file-empty', { field: 'file' })
  if (rest.length > MAX_ROWS) throw tooLarge()
  const header = head.cells.map((name) => name.normalize('NFC').trim())
  checkHeader(header)
  return {
    rows: rest.map(({ line, cells }) => ({ line, cells: new Map(header.map((name, i) => [name, cells[i] ?? ''])) })),
    ignoredColumns: header.filter((name) => name !== '' && !KNOWN_COLUMNS.has(name)),
  }
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

function checkHeader(header: readonly string[]): void {
  const found = header.slice(0, 30).join(', ').slice(0, 600)
  const repeated = header.find((name, i) => name !== '' && header.indexOf(name) !== i)
  if (repeated !== undefined) {
    throw new ValidationError('brm.column-repeated', { field: 'file', params: { column: repeated.slice(0, 100) } })
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !header.includes(column))
  if (missing.length > 0) {
    throw new ValidationError('brm.column-missing', { field: 'file', params: { column: missing.join(', '), found } })
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50
}

async function sheetLines(bytes: Buffer): Promise<Line[]> {
  if (unpackedSize(bytes) > MAX_UNPACKED) throw tooLarge()
  const rows = await readSheet(bytes).catch((cause: unknown) => {
    throw new ValidationError('brm.file-unreadable', { field: 'file', cause })
  })
  return rows
    .map((row, i) => ({ line: i + 1, cells: row.slice(0, MAX_COLUMNS).map(cellText) }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''))
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}

/** What a ZIP's directory says its files unpack to: a small file that would fill the memory is refused unopened. */
function unpackedSize(bytes: Buffer): number {
  let sum = 0
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (let at = bytes.indexOf(mark); at !== -1 && at + 46 <= bytes.length; at = bytes.indexOf(mark, at + 46)) {
    sum += bytes.readUInt32LE(at + 24)
  }
  return sum
}

function csvLines(bytes: Buffer): Line[] {
  const text = decode(bytes).replace(/\r\n?/g, '\n')
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      max_record_size: 1024 * 1024,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as typeof records
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? Number(cause.lines) : 0
    throw new ValidationError('brm.quotes-wrong', { field: 'file', params: { line }, cause })
  }
  return records
    .map(({ record, info }) => ({
      line: info.lines - record.reduce((sum, field) => sum + field.split('\n').length - 1, 0),
      cells: record.slice(0, MAX_COLUMNS),
    }))
    .filter(({ cells }) => cells.some((field) => field.trim() !== ''))
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes.includes(0)) throw new ValidationError('brm.file-unreadable', { field: 'file' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'cp949')
  }
}

function tooLarge(): TooLargeError {
  return new TooLargeError('brm.file-too-large', {
    field: 'file',
    params: { megabytes: MAX_BYTES / 1024 / 1024, rows: MAX_ROWS },
  })
}
