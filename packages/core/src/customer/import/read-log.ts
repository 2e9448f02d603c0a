import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { type Options, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { TooLargeError, ValidationError } from '../../kernel/index.ts'

/** Grouping a log's events by case holds the mapped columns in memory; longer logs come in parts. */
const MAX_BYTES = 256 * 1024 * 1024
const MAX_RECORD = 1024 * 1024

export type LogEncoding = 'utf-8' | 'utf-16le' | 'cp949'

export interface LogOptions {
  readonly encoding: LogEncoding | 'auto'
  readonly delimiter: string
}

/** One record of the log: its first line in the file and its fields by column name. */
export interface LogRow {
  readonly line: number
  readonly fields: ReadonlyMap<string, string>
}

/** A record that is not one: the line it starts in and why. */
export interface BrokenRow {
  readonly line: number
  readonly code: 'import.record-broken' | 'import.quotes-open' | 'import.field-count' | 'import.undecodable'
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * Reads a CSV file record by record: BOM, UTF-8, UTF-16 or CP949, quotes and line breaks inside fields.
 * @returns records in order; one that cannot be read is a BrokenRow and the reading goes on (those without an end of quotes come last).
 * @throws ValidationError `import.file-missing`, `import.file-empty`, `import.not-text`, `import.column-missing` (naming it),
 *   `import.column-repeated`; TooLargeError `import.file-too-large`
 */
export async function* readLog(
  file: string,
  options: LogOptions,
  required: readonly string[],
): AsyncGenerator<LogRow | BrokenRow> {
  const { encoding, sound } = await inspect(file, options.encoding)
  const broken = new Map<number, BrokenRow>()
  const settings: Options = {
    bom: true,
    delimiter: options.delimiter,
    info: true,
    max_record_size: MAX_RECORD,
    relax_column_count: true,
    // Inches and seconds of arc stand in plain fields of real logs.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = Number(error?.lines ?? 0)
      const code = error?.code === 'CSV_QUOTE_NOT_CLOSED' ? 'import.quotes-open' : 'import.record-broken'
      if (!broken.has(line)) broken.set(line, { line, code, params: { reason: error?.code ?? '' } })
    },
  }
  const records: AsyncIterable<{ record: string[]; info: { lines: number } }> = createReadStream(file)
    .pipe(iconv.decodeStream(encoding))
    .pipe(plainLineBreaks())
    .pipe(parse(settings))
  let header: string[] | undefined
  for await (const { record, info } of records) {
    const line = info.lines - record.reduce((sum, field) => sum + field.split('\n').length - 1, 0)
    if (header === undefined) {
      header = checkHeader(record, required)
      continue
    }
    if (record.length !== header.length) {
      yield { line, code: 'import.field-count', params: { found: record.length, expected: header.length } }
    } else if (!sound && record.some((field) => field.includes('\uFFFD'))) {
      yield { line, code: 'import.undecodable', params: { encoding } }
    } else {
      yield { line, fields: new Map(header.map((name, i) => [name, record[i] ?? ''])) }
    }
  }
  yield* broken.values()
  if (header === undefined) throw new ValidationError('import.file-empty')
}

function checkHeader(record: readonly string[], required: readonly string[]): string[] {
  const header = record.map((name) => name.trim())
  const repeated = header.find((name, i) => header.indexOf(name) !== i)
  if (repeated !== undefined)
    throw new ValidationError('import.column-repeated', { params: { column: repeated.slice(0, 100) } })
  for (const column of required) {
    if (!header.includes(column)) {
      throw new ValidationError('import.column-missing', {
        field: column,
        params: { column, found: header.slice(0, 30).join(', ').slice(0, 600) },
      })
    }
  }
  return header
}

/** One kind of line break, so that line numbers are those an editor shows. */
function plainLineBreaks(): Transform {
  let held = ''
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform(chunk, _encoding, done) {
      const text = held + String(chunk)
      held = text.endsWith('\r') ? '\r' : ''
      done(null, text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n'))
    },
    flush(done) {
      done(null, held === '' ? '' : '\n')
    },
  })
}

/** Looks through the whole file once: its size, that it is text, in which encoding, and whether every byte of it fits. */
async function inspect(
  file: string,
  wished: LogOptions['encoding'],
): Promise<{ encoding: LogEncoding; sound: boolean }> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined || !found.isFile())
    throw new ValidationError('import.file-missing', { params: { file: file.slice(-100) } })
  if (found.size === 0) throw new ValidationError('import.file-empty')
  if (found.size > MAX_BYTES)
    throw new TooLargeError('import.file-too-large', { params: { max: MAX_BYTES / 1024 / 1024 } })
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  let first: Buffer | undefined
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = chunk
    first ??= bytes
    const utf16 = first[0] === 0xff && first[1] === 0xfe
    if (utf16) return { encoding: wished === 'auto' ? 'utf-16le' : wished, sound: false }
    if (bytes.includes(0) || (bytes === first && isArchive(bytes))) throw new ValidationError('import.not-text')
    if (valid) {
      try {
        utf8.decode(bytes, { stream: true })
      } catch {
        valid = false
      }
    }
  }
  const encoding = wished === 'auto' ? (valid ? 'utf-8' : 'cp949') : wished
  return { encoding, sound: valid && encoding === 'utf-8' }
}

/** ZIP (xlsx), PDF, GIF and PNG begin so. */
function isArchive(bytes: Buffer): boolean {
  return ['PK\u0003\u0004', '%PDF', 'GIF8', '\u0089PNG'].some(
    (magic) => bytes.subarray(0, 4).toString('latin1') === magic,
  )
}
