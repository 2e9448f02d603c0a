import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

const PLACE = '/preview-fonts'
const SHEET = 'pretendardvariable-gov-dynamic-subset.css'

/** The sheet that a preview frame takes its font from, for letters in fonts the reader's machine does not have. */
export const PREVIEW_FONT_SHEET = `${PLACE}/${SHEET}`

/**
 * Serves the product's font to preview frames. A frame has no origin of its own, so the answers are open to any: they
 * are the same public files the pages bring.
 */
export function servePreviewFonts(app: Hono): void {
  const sheet = createRequire(import.meta.url).resolve(`pretendard-gov/dist/web/variable/${SHEET}`)
  const files = serveStatic({ root: dirname(sheet), rewriteRequestPath: (path) => path.slice(PLACE.length) })
  app.use(`${PLACE}/*`, async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', 'public, max-age=604800')
    return files(c, next)
  })
}
