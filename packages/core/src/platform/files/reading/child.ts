import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { readHwp } from './hwp.ts'
import { isOffice, readOffice } from './office.ts'
import { readPdf } from './pdf.ts'
import { decodeText, tidyText } from './plain.ts'
import type { ReadAnswer, ReadRequest } from './protocol.ts'

/**
 * The process in which files from outside are read, and nothing else: it has no environment, no connection and a limit
 * of memory, and its parent ends it when it takes too long. One file at a time.
 */
process.on('message', (request: ReadRequest) => {
  void answer(request).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit(0))

/**
 * Memory outside JavaScript's heap has no limit of its own, and a hanging reader does not notice its parent's end: a
 * second thread looks at both and ends the process.
 */
const WATCH = `const parent = process.ppid
setInterval(() => {
  const flooded = process.memoryUsage.rss() > ${Number(process.argv[2]) * 1024 * 1024}
  if (flooded || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 50)`
new Worker(WATCH, { eval: true, execArgv: [] }).unref()

async function answer({ id, path, mediaType, folder }: ReadRequest): Promise<ReadAnswer> {
  try {
    const { text, pages, drawn } = await read(readFileSync(path), mediaType)
    if (drawn.length > 0) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      drawn.forEach((svg, index) => {
        writeFileSync(join(folder, `${index + 1}.svg.gz`), gzipSync(svg), { mode: 0o600 })
      })
    }
    return { id, read: true, ...tidyText(text), pages, drawn: drawn.length }
  } catch (error) {
    // a trap of the document reader leaves its memory in disorder; what it refuses in words does not
    const sound = !(error instanceof WebAssembly.RuntimeError)
    return { id, read: false, reason: error instanceof Error ? error.name : 'refused', sound }
  }
}

async function read(bytes: Uint8Array, mediaType: string) {
  if (mediaType === 'application/x-hwp' || mediaType === 'application/hwp+zip') return readHwp(bytes)
  const none = { pages: 0, drawn: [] as readonly string[] }
  if (mediaType === 'text/plain') return { text: decodeText(bytes), ...none }
  if (mediaType === 'application/pdf') return { text: await readPdf(bytes), ...none }
  if (isOffice(mediaType)) return { text: readOffice(bytes, mediaType), ...none }
  throw new TypeError('unknown media type')
}
