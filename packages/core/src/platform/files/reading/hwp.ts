import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HwpDocument, initSync } from '@rhwp/core'
import { cleanSvg } from './clean-svg.ts'

/** Pages that are drawn; the rest is read as text or downloaded. */
const MAX_PAGES = 200
const MAX_DRAWN_BYTES = 60 * 1024 * 1024

export interface HwpContent {
  readonly text: string
  /** Pages of the document. */
  readonly pages: number
  /** The first pages as SVG, cleaned; empty where a page could not be drawn. */
  readonly drawn: readonly string[]
}

let started = false

/**
 * Reads an HWP 3/5 or HWPX document: its text, and its pages drawn.
 * @throws when it cannot be read; the process that called should then be given up, for the reader may be broken
 */
export function readHwp(bytes: Uint8Array): HwpContent {
  start()
  const document = new HwpDocument(bytes)
  const pages = document.pageCount()
  // the library quotes its answer as JSON
  const text = String(JSON.parse(document.getTextFileUnicode()))
  const drawn: string[] = []
  let size = 0
  for (let page = 0; page < Math.min(pages, MAX_PAGES) && size < MAX_DRAWN_BYTES; page += 1) {
    const svg = drawPage(document, page)
    size += svg.length
    drawn.push(svg)
  }
  document.free()
  return { text, pages, drawn }
}

function drawPage(document: HwpDocument, page: number): string {
  return cleanSvg(document.renderPageSvg(page), `p${page + 1}-`) ?? ''
}

function start(): void {
  if (started) return
  Object.assign(globalThis, { measureTextWidth })
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@rhwp/core/rhwp_bg.wasm')) })
  started = true
}

/** Widths for fonts whose own the reader does not know: Hangul and Chinese are square, Latin half of that. */
function measureTextWidth(font: string, text: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
  let width = 0
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x1100 ? 1 : 0.5
  return width * size
}
