import { HarmonyError, newId } from '@harmony/core/kernel'
import { type Database, withLogFields } from '@harmony/core/platform'
import { trpcServer } from '@hono/trpc-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Config } from '../config.ts'
import { type ApiServices, openServices } from '../services.ts'
import type { ApiContext } from '../trpc/context.ts'
import { appRouter } from '../trpc/root.ts'
import { fileRoutes } from './files.ts'
import { errorBody, httpFailure, retryAfter, sameOriginOnly, securityHeaders } from './guards.ts'
import { healthRoutes } from './health.ts'
import { measureRequests, metricsRoutes } from './metrics.ts'
import { servePreviewFonts } from './preview-fonts.ts'
import { callerAddress, requestCtx } from './request-ctx.ts'
import { isHttps, readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import { serveApps } from './static.ts'

const TRPC_BODY_LIMIT = 1024 * 1024
const MAX_BATCH = 20

/** The whole HTTP surface on one origin. */
export function createApp(
  db: Database,
  config: Config,
  folders: { web: string; admin: string },
  services: ApiServices = openServices(db, config),
): Hono {
  const { live, metrics, log } = services
  const app = new Hono()
  const trustProxy = config.TRUST_PROXY === '1'
  app.use(measureRequests(metrics))
  app.use(async (c, next) => {
    await next()
    if (services.draining) c.header('Connection', 'close')
  })
  app.use(securityHeaders)
  app.route(
    '/',
    healthRoutes(db, () => services.draining),
  )
  app.route('/', metricsRoutes(metrics, config.METRICS_TOKEN))
  app.use('/api/*', sameOriginOnly(config.PUBLIC_URL))
  app.route('/', fileRoutes(db, config))
  app.use(
    '/api/:agency/trpc/*',
    bodyLimit({ maxSize: TRPC_BODY_LIMIT, onError: (c) => c.json(errorBody('too-large', 'request.too-large'), 413) }),
    async (c, next) => {
      const https = isHttps(c, config)
      const token = readSessionCookie(c, https)
      const requestId = newId()
      const demo = config.HARMONY_DEMO === '1'
      const { harmony, session } = await requestCtx(db, {
        slug: c.req.param('agency') ?? '',
        token,
        source: callerAddress(c, trustProxy),
        demo,
        requestId,
      })
      if (session?.renewed && token !== null) writeSessionCookie(c, https, { token, expiresAt: session.expiresAt })
      const handler = trpcServer({
        router: appRouter,
        endpoint: `/api/${c.req.param('agency')}/trpc`,
        maxBatchSize: MAX_BATCH,
        createContext: (): ApiContext => ({
          harmony,
          db,
          requestId,
          session,
          sessionToken: token,
          userAgent: c.req.header('user-agent') ?? null,
          setSessionCookie: (session) => writeSessionCookie(c, https, session),
          demo,
          signal: c.req.raw.signal,
          live,
        }),
        onError: ({ error, path }) => {
          // A stream that ends because its session did is no fault of ours.
          if (error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof HarmonyError))
            log.error({ err: error, procedure: path }, 'procedure failed')
        },
        responseMeta: ({ errors }) => {
          const seconds = Math.max(0, ...errors.map(retryAfter))
          return seconds > 0 ? { headers: new Headers({ 'Retry-After': String(seconds) }) } : {}
        },
      })
      const answer = await withLogFields({ requestId, tenantId: harmony.tenantId }, () => handler(c, next))
      // tRPC's answer is a Response of its own; this lays the cookies set meanwhile over it
      if (!(answer instanceof Response)) return answer
      return answer.body === null ? c.body(null, answer) : c.body(answer.body, answer)
    },
  )
  app.all('/api/*', (c) => c.json(errorBody('not-found', 'record.not-found'), 404))
  servePreviewFonts(app)
  serveApps(app, folders)
  app.onError((error, c) => {
    const known = httpFailure(error)
    if (known !== undefined) {
      const seconds = retryAfter({ cause: error })
      if (seconds > 0) c.header('Retry-After', String(seconds))
      return c.json(known.body, known.status)
    }
    log.error({ err: error }, 'request failed')
    return c.json(errorBody('internal', 'service.failed'), 500)
  })
  return app
}
