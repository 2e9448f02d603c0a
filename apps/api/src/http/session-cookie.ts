import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'

const PLAIN = 'harmony_session'
const SECURE = '__Host-harmony'

/** True when the browser reached us over HTTPS: directly, by PUBLIC_URL, or, if trusted, by a proxy's word. */
export function isHttps(c: Context, config: Pick<Config, 'TRUST_PROXY' | 'PUBLIC_URL'>): boolean {
  if (config.PUBLIC_URL?.startsWith('https:')) return true
  if (config.TRUST_PROXY === '1' && c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https') return true
  return new URL(c.req.url).protocol === 'https:'
}

/** The session's token from its cookie; null without one. */
export function readSessionCookie(c: Context, https: boolean): string | null {
  return getCookie(c, https ? SECURE : PLAIN) ?? null
}

/** Sets the session cookie: `__Host-` and Secure on HTTPS, a plain name on http://localhost; null clears it. */
export function writeSessionCookie(
  c: Context,
  https: boolean,
  session: { token: string; expiresAt: Date } | null,
): void {
  const name = https ? SECURE : PLAIN
  const options = { path: '/', httpOnly: true, secure: https, sameSite: 'Lax' } as const
  if (session === null) deleteCookie(c, name, { path: '/', secure: https })
  else setCookie(c, name, session.token, { ...options, expires: session.expiresAt })
}
