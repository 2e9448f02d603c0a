import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HwpDocument, initSync } from '@rhwp/core'

/** A document of our own making: these paragraphs, and a table after the last one. */
export function sampleHwp(format: 'hwp' | 'hwpx', paragraphs: readonly string[]): Uint8Array {
  Object.assign(globalThis, { measureTextWidth: (_font: string, text: string) => text.length * 10 })
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) })
  const document = HwpDocument.createEmpty()
  document.createBlankDocument()
  paragraphs.forEach((text, index) => {
    if (index > 0) document.splitParagraph(0, index - 1, [...(paragraphs[index - 1] ?? '')].length)
    document.insertText(0, index, 0, text)
  })
  const last = paragraphs.length - 1
  document.splitParagraph(0, last, [...(paragraphs[last] ?? '')].length)
  document.createTable(0, last + 1, 0, 2, 2)
  document.insertTextInCell(0, last + 1, 0, 0, 0, 0, '표 안의 글')
  const bytes = format === 'hwp' ? document.exportHwp() : document.exportHwpx()
  document.free()
  return bytes
}

/** A generator of pseudo-random whole numbers below a bound; the same seed gives the same numbers. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The bytes with some of them changed, cut off, doubled or set to extremes. */
export function mutate(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const out = bytes.slice()
  const edits = 1 + pick(8)
  for (let i = 0; i < edits; i += 1) {
    const at = pick(out.length)
    const how = pick(4)
    if (how === 0) out[at] = pick(256)
    else if (how === 1) out.fill(255, at, at + 1 + pick(8))
    else if (how === 2) out.fill(0, at, at + 1 + pick(64))
    else out.copyWithin(at, pick(out.length), out.length)
  }
  return pick(8) === 0 ? out.subarray(0, pick(out.length)) : out
}
