import { timingSafeEqual } from 'node:crypto'
import type { Metrics } from '@harmony/core/platform'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono, type MiddlewareHandler } from 'hono'

/**
 * `/metrics` for Prometheus: with a token set, to whoever brings it as a bearer; without one, to callers on the
 * same machine only.
 */
export function metricsRoutes(metrics: Metrics, token: string | undefined): Hono {
  const app = new Hono()
  app.get('/metrics', async (c) => {
    if (!mayRead(c, token)) return c.notFound()
    const { contentType, body } = await metrics.text()
    return c.body(body, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
  })
  return app
}

/** Times every answer by its route, never by its path: a path holds ids. */
export function measureRequests(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    await next()
    metrics.request({ route: routeOf(c), status: c.res.status, seconds: (performance.now() - started) / 1000 })
  }
}

function routeOf(c: Context): string {
  const [, api, , kind, procedure] = c.req.path.split('/')
  if (api !== 'api') return api === 'healthz' || api === 'readyz' || api === 'metrics' ? `/${api}` : 'page'
  if (kind !== 'trpc' || procedure === undefined) return `api/${kind === 'files' ? 'files' : 'other'}`
  const names = procedure.replace(/%2C/gi, ',').split(',')
  // Only a name that a router could hold becomes a label; a batch is told as one.
  if (names.length > 1) return 'trpc/batch'
  return c.res.status !== 404 && /^[a-zA-Z.]{1,60}$/.test(names[0] ?? '') ? `trpc/${names[0]}` : 'trpc/unknown'
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token === undefined) {
    const address = getConnInfo(c).remote.address ?? ''
    return c.req.header('x-forwarded-for') === undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)
  }
  const given = Buffer.from(c.req.header('authorization')?.replace(/^Bearer /, '') ?? '')
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
