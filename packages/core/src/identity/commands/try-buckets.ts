import { type Ctx, RateLimitedError, sha256 } from '../../kernel/index.ts'
import { type Buckets, countTry, outside } from '../auth.store.ts'

/** The buckets a sign-in counts in: hashes, so that the table holds no addresses. */
export function signInBuckets(email: string, source: string | null): Buckets {
  return { email: `email:${sha256(email)}`, address: source === null ? null : `address:${sha256(source)}` }
}

/**
 * Counts one try of a kind; commits by itself, whatever becomes of the act.
 * @throws RateLimitedError with `retryAfterSeconds`
 */
export async function takeTry(
  ctx: Ctx,
  kind: string,
  subject: string | null,
  limit: number,
  windowSeconds: number,
): Promise<void> {
  if (subject === null) return
  const wait = await countTry(outside(ctx.db), `${kind}:${sha256(subject)}`, limit, windowSeconds)
  if (wait > 0) throw new RateLimitedError('identity.too-many-attempts', { params: { retryAfterSeconds: wait } })
}
