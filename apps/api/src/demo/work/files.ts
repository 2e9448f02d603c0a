import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Id } from '@harmony/core/kernel'
import { storeFile, type TxCtx } from '@harmony/core/platform'
import { HwpDocument, initSync } from '@rhwp/core'

/** A file to attach: its ending says how it is made. */
export interface FileScript {
  readonly name: string
  readonly lines: readonly string[]
}

/** Uploads files in the name of the ctx's actor. Returns their ids. */
export async function uploadFiles(tx: TxCtx, files: readonly FileScript[]): Promise<Id[]> {
  const ids: Id[] = []
  for (const file of files) ids.push((await storeFile(tx, { name: file.name, bytes: once(bytesOf(file)) })).id)
  return ids
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

function bytesOf({ name, lines }: FileScript): Uint8Array {
  if (name.endsWith('.hwp')) return hwp('hwp', lines)
  if (name.endsWith('.hwpx')) return hwp('hwpx', lines)
  return new TextEncoder().encode(lines.join('\n'))
}

let started = false

/** A Hangul document of these paragraphs. */
function hwp(format: 'hwp' | 'hwpx', lines: readonly string[]): Uint8Array {
  if (!started) {
    Object.assign(globalThis, { measureTextWidth: (_font: string, words: string) => words.length * 10 })
    initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) })
    started = true
  }
  const document = HwpDocument.createEmpty()
  document.createBlankDocument()
  for (const [i, line] of lines.entries()) {
    if (i > 0) document.splitParagraph(0, i - 1, [...(lines[i - 1] ?? '')].length)
    document.insertText(0, i, 0, line)
  }
  const bytes = format === 'hwp' ? document.exportHwp() : document.exportHwpx()
  document.free()
  return bytes
}
