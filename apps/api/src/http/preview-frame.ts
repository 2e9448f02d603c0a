import { createHash } from 'node:crypto'
import { PREVIEW_FONT_SHEET } from './preview-fonts.ts'

const STYLE = `:root{color-scheme:light}
body{margin:0;background:#e6e8ea}
main{display:grid;gap:12px;padding:12px}
main:focus-visible{outline:3px solid #256ef4;outline-offset:-3px}
figure{margin:0;background:#fff;box-shadow:0 1px 4px #0003}
figure svg{display:block;width:100%;height:auto}
figcaption{padding:4px 8px;font:13px/1.5 sans-serif;color:#464c53;background:#f4f5f6}
@media print{body{background:#fff}main{display:block;padding:0}figure{box-shadow:none;break-after:page}figcaption{display:none}}`

/**
 * The policy of a preview frame: a document of no origin, without script, address, form or frame; its style by hash, its
 * font from us.
 * Only our own pages may show it (docs/adr/0009).
 */
export const FRAME_POLICY = [
  'sandbox',
  "default-src 'none'",
  `style-src 'self' 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A picture on its own: nothing runs and nothing is loaded, wherever it is opened. */
export const PICTURE_POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"

/** The pages of a document as one HTML page; `svg` is cleaned already. Each page names itself for screen readers. */
export function frameOf(name: string, total: number, pages: readonly { page: number; svg: string }[]): string {
  const title = inHtml(name)
  const figures = pages.map(({ page, svg }) => {
    const label = `${page} / ${total}`
    return `<figure role="img" aria-label="${title} ${label}">${svg}<figcaption>${label}</figcaption></figure>`
  })
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="${PREVIEW_FONT_SHEET}"><style>${STYLE}</style></head>
<body><main tabindex="0" aria-label="${title}">${figures.join('\n')}</main></body></html>`
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
