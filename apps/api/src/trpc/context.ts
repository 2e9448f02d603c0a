import type { SignedIn } from '@harmony/core/identity'
import type { Ctx } from '@harmony/core/kernel'
import type { Database } from '@harmony/core/platform'
import type { LiveService } from '../live-service.ts'

/** What every procedure gets. `harmony` is the ctx of the use-cases, bound to the agency of the path. */
export interface ApiContext {
  readonly harmony: Ctx
  readonly db: Database
  readonly requestId: string
  /** Who is signed in, whatever their place in this agency; null for guests. */
  readonly session: SignedIn | null
  /** The session's token, for the few procedures that are about the session itself. */
  readonly sessionToken: string | null
  readonly userAgent: string | null
  /** Sets or clears the session cookie of the answer. */
  readonly setSessionCookie: (session: { token: string; expiresAt: Date } | null) => void
  /** True on the demo's embedded database only. */
  readonly demo: boolean
  readonly signal: AbortSignal
  readonly live: LiveService
  [key: string]: unknown
}
