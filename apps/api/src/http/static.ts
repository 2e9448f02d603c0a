import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/** Serves the two built web apps on the api's origin: `/admin` the console, everything else the portal. */
export function serveApps(app: Hono, folders: { web: string; admin: string }): void {
  app.use('/assets/*', compress(), immutable, serveStatic({ root: folders.web }))
  app.use(
    '/admin/assets/*',
    compress(),
    immutable,
    serveStatic({ root: folders.admin, rewriteRequestPath: (path) => path.replace(/^\/admin/, '') }),
  )
  app.get('/favicon.svg', serveStatic({ root: folders.web }))
  app.get('/admin/*', compress(), (c) => page(c, join(folders.admin, 'index.html')))
  app.get('/admin', compress(), (c) => page(c, join(folders.admin, 'index.html')))
  app.get('*', compress(), (c) => page(c, join(folders.web, 'index.html')))
}

const immutable: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
}

async function page(c: Context, file: string): Promise<Response> {
  const built = await stat(file).catch(() => undefined)
  if (built === undefined) {
    c.header('Retry-After', '2')
    return c.text(
      '하모니를 준비하고 있습니다. 잠시 후 새로 고침해 주세요. / Harmony is being built, please reload.',
      503,
    )
  }
  c.header('Cache-Control', 'no-cache')
  return c.html(await readFile(file, 'utf8'))
}
