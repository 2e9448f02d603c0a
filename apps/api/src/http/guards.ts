import { HarmonyError } from '@harmony/core/kernel'
import type { MiddlewareHandler } from 'hono'

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer: no inline script, no framing, no sniffing, nothing personal in a cache. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // a file's answer brings a stricter policy of its own
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', CSP)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  // fonts of preview frames, which have no origin, are open to any
  if (!c.res.headers.has('Cross-Origin-Resource-Policy')) c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  // browsers heed it over HTTPS only, so a forged header changes nothing
  if (new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https')
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (c.req.path.startsWith('/api/')) c.header('Cache-Control', 'no-store')
}

/**
 * Refuses api calls that another site makes in the user's browser: every method is checked, for a query may
 * carry personal data and a mutation may come as any content type. `publicUrl` is the address people type: behind a
 * proxy the Host header may be another.
 */
export function sameOriginOnly(publicUrl?: string): MiddlewareHandler {
  const publicHost = publicUrl === undefined ? null : hostOf(publicUrl)
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = (host: string | null) => host !== null && (host === c.req.header('host') || host === publicHost)
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && !own(hostOf(origin)))
    if (foreign) return c.json(errorBody('forbidden', 'request.foreign-origin'), 403)
    return next()
  }
}

/** JSON-RPC's code for an error of the server's own making; tRPC's clients want a number. */
const RPC_CODE = -32_000

/** The error body of answers made beside tRPC, in the same words; `code`, `message` and `data` let its clients read them. */
export function errorBody(
  kind: string,
  messageCode: string,
  field: string | null = null,
  params: Readonly<Record<string, string | number>> = {},
) {
  const data = { kind, messageCode, field, params }
  return { error: { ...data, code: RPC_CODE, message: messageCode, data } }
}

const STATUS = {
  validation: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
} as const

/** Turns a thrown use-case failure into its HTTP answer; undefined for unknown errors. */
export function httpFailure(error: unknown) {
  if (!(error instanceof HarmonyError)) return undefined
  return { status: STATUS[error.kind], body: errorBody(error.kind, error.code, error.field ?? null, error.params) }
}

/** Seconds after which a refused caller may come back: what the refusal says, 2 when the service is busy, else 0. */
export function retryAfter({ cause }: { readonly cause?: unknown }): number {
  if (!(cause instanceof HarmonyError)) return 0
  if (cause.kind === 'rate-limited') return Number(cause.params.retryAfterSeconds ?? 2)
  return cause.kind === 'unavailable' ? 2 : 0
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
