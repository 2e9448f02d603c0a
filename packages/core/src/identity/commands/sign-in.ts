import type { z } from 'zod'
import { type Ctx, type Id, RateLimitedError, UnauthenticatedError } from '../../kernel/index.ts'
import { audit, parse, withTenant } from '../../platform/index.ts'
import { beginSignIn, inside, outside, signInFailed, signInSucceeded } from '../auth.store.ts'
import { type AccountKind, SIGN_IN_LIMITS } from '../domain/limits.ts'
import { passwordMatches } from '../passwords.ts'
import { signInInput } from '../schemas.ts'
import { type DemoRule, type IssuedSession, issueSession } from '../sessions.ts'
import { signInBuckets } from './try-buckets.ts'

/** Where a session is opened from. */
export interface SignInOptions extends DemoRule {
  readonly userAgent: string | null
}

/** A session, and whose it is; the token goes into the cookie and nowhere else. */
export interface SignInResult extends IssuedSession {
  readonly accountId: Id
  readonly accountKind: AccountKind
}

/**
 * Opens a session for the right password. Unknown address, wrong password and a demo account on a real server
 * end alike and take as long (ASVS 6.3.8).
 * @throws UnauthenticatedError `identity.wrong-credentials`
 * @throws RateLimitedError `identity.too-many-attempts`, or `identity.locked` after 10 failures, with `retryAfterSeconds`
 */
export async function signIn(
  ctx: Ctx,
  raw: z.input<typeof signInInput>,
  options: SignInOptions = { userAgent: null, demoAccounts: false },
): Promise<SignInResult> {
  const input = parse(signInInput, raw)
  const call = outside(ctx.db)
  const buckets = signInBuckets(input.email, ctx.source)
  const start = await beginSignIn(call, input.email, buckets, SIGN_IN_LIMITS)
  if (start.wait > 0) {
    const code = start.locked ? 'identity.locked' : 'identity.too-many-attempts'
    throw new RateLimitedError(code, { params: { retryAfterSeconds: start.wait } })
  }
  const account = start.account === undefined || (start.account.demo && !options.demoAccounts) ? null : start.account
  if (account === null || !(await passwordMatches(account.passwordHash, input.password))) {
    if (account === null) await passwordMatches(null, input.password)
    return refuse(ctx, buckets.email)
  }
  return withTenant(ctx, async (tx) => {
    const session = await issueSession(inside(tx), account, {
      tenantId: tx.tenantId,
      source: tx.source,
      userAgent: options.userAgent,
    })
    await signInSucceeded(inside(tx), buckets)
    await audit(tx, { action: 'account.sign-in', subjectType: 'account', subjectId: account.id })
    return { ...session, accountId: account.id, accountKind: account.kind }
  })
}

/** Known or not, the trail names the hash of the address: the same work, and no personal data. */
async function refuse(ctx: Ctx, emailBucket: string): Promise<never> {
  const { failuresBeforeLock, lockSeconds } = SIGN_IN_LIMITS
  const locked = await signInFailed(outside(ctx.db), emailBucket, failuresBeforeLock, lockSeconds)
  await withTenant(ctx, async (tx) => {
    const subject = { subjectType: 'account', subjectId: emailBucket }
    await audit(tx, { action: 'account.sign-in-refused', ...subject })
    if (locked) await audit(tx, { action: 'account.lock', ...subject, after: { seconds: lockSeconds } })
  })
  if (locked) throw new RateLimitedError('identity.locked', { params: { retryAfterSeconds: lockSeconds } })
  throw new UnauthenticatedError('identity.wrong-credentials')
}
