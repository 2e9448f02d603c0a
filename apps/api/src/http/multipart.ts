import { ValidationError } from '@harmony/core/kernel'

/** The one file of an upload form: its name as the browser sent it, and its bytes as they come. */
export interface UploadedPart {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

const HEAD_LIMIT = 16 * 1024

/**
 * Reads the first file part of a multipart/form-data body as a stream; nothing is held but one boundary's length.
 * @throws ValidationError `file.missing` when the body has no file part or is no form
 */
export async function firstFile(
  contentType: string | undefined,
  body: ReadableStream<Uint8Array> | null,
): Promise<UploadedPart> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(contentType ?? '')?.[1]
  if (boundary === undefined || body === null) throw new ValidationError('file.missing', { field: 'file' })
  const source = new Source(body)
  const opening = Buffer.from(`--${boundary}`)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await source.skipPast(opening)
  for (;;) {
    const head = (await source.takeUntil(Buffer.from('\r\n\r\n'), HEAD_LIMIT)).toString('utf8')
    if (/^--/.test(head.trimStart())) break
    const name = fileNameOf(head)
    if (name !== undefined) return { name, bytes: source.until(delimiter) }
    await source.skipPast(delimiter)
  }
  throw new ValidationError('file.missing', { field: 'file' })
}

/** The file name of a part's head, RFC 5987 form first; undefined when the part is no file. */
function fileNameOf(head: string): string | undefined {
  const line = /content-disposition:[^\r\n]*/i.exec(head)?.[0] ?? ''
  const extended = /filename\*=utf-8''([^;\s]+)/i.exec(line)?.[1]
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return extended
    }
  }
  const plain = /filename="((?:[^"\\]|\\.)*)"/i.exec(line)?.[1]
  // Browsers escape a quote as %22 and nothing else (HTML standard, multipart/form-data encoding).
  return plain?.replace(/%22/g, '"').replace(/\\(.)/g, '$1')
}

/** Bytes that can be looked ahead. */
class Source {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  #done = false

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  async #more(): Promise<boolean> {
    if (this.#done) return false
    const { value, done } = await this.#reader.read()
    if (done) this.#done = true
    else this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
    return !this.#done
  }

  /** Everything up to the mark, which is consumed. */
  async takeUntil(mark: Buffer, limit: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        const taken = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + mark.length)
        return taken
      }
      if (this.#held.length > limit || !(await this.#more()))
        throw new ValidationError('file.missing', { field: 'file' })
    }
  }

  /** Drops everything up to and with the mark. */
  async skipPast(mark: Buffer): Promise<void> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        this.#held = this.#held.subarray(at + mark.length)
        return
      }
      this.#held = this.#held.subarray(Math.max(0, this.#held.length - mark.length))
      if (!(await this.#more())) throw new ValidationError('file.missing', { field: 'file' })
    }
  }

  /** The bytes in front of the mark, as they come. A body that ends without it was cut off. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        if (at > 0) yield this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + mark.length)
        await this.#drain()
        return
      }
      const safe = this.#held.length - mark.length
      if (safe > 0) {
        yield this.#held.subarray(0, safe)
        this.#held = this.#held.subarray(safe)
      }
      if (!(await this.#more())) throw new ValidationError('file.cut-off', { field: 'file' })
    }
  }

  async #drain(): Promise<void> {
    while (await this.#more()) this.#held = Buffer.alloc(0)
  }
}
