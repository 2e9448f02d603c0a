import { type Id, UnauthenticatedError } from '../../kernel/index.ts'
import type { LiveHub } from './live-hub.ts'

/** One frame to a browser: `ready` once when following begins, `stale` with topics to read again. */
export type LiveFrame = { readonly kind: 'ready' } | { readonly kind: 'stale'; readonly topics: string[] }

export interface FollowOptions {
  readonly tenantId: Id
  readonly accountId: Id
  readonly topics: readonly string[]
  readonly signal: AbortSignal
  /** Asks whether the session still holds: when the account was touched, and every `recheckMs`. */
  readonly stillSignedIn: () => Promise<boolean>
  readonly recheckMs?: number
}

/**
 * The frames of one subscription, until its signal fires or its session has ended.
 * @throws UnauthenticatedError when the session ended while following
 */
export async function* followTopics(hub: LiveHub, options: FollowOptions): AsyncGenerator<LiveFrame> {
  const stale = new Set<string>()
  let recheck = false
  let wake: () => void = () => undefined
  const stir = () => wake()
  const ask = () => {
    recheck = true
    stir()
  }
  const leave = hub.follow({
    tenantId: options.tenantId,
    topics: new Set(options.topics),
    onStale(topics) {
      for (const topic of topics) stale.add(topic)
      stir()
    },
  })
  const leaveAccount = hub.onAccount((accountId) => {
    if (accountId === options.accountId) ask()
  })
  const timer = setInterval(ask, options.recheckMs ?? 15_000)
  options.signal.addEventListener('abort', stir)
  try {
    const aborted = new Promise<void>((resolve) => {
      options.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    await Promise.race([hub.listening, aborted])
    yield { kind: 'ready' }
    while (!options.signal.aborted) {
      if (stale.size === 0 && !recheck) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      if (recheck) {
        recheck = false
        if (!(await options.stillSignedIn())) throw new UnauthenticatedError('session.ended')
      }
      const topics = [...stale]
      stale.clear()
      if (topics.length > 0) yield { kind: 'stale', topics }
    }
  } finally {
    clearInterval(timer)
    options.signal.removeEventListener('abort', stir)
    leave()
    leaveAccount()
  }
}
