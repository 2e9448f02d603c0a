import type { z } from 'zod'
import { type Ctx, ForbiddenError, ValidationError } from '../../kernel/index.ts'
import { audit, emit, parse, withTenant } from '../../platform/index.ts'
import { inside, outside, passwordOf, setPassword } from '../auth.store.ts'
import { SIGN_IN_LIMITS } from '../domain/limits.ts'
import { refusePassword } from '../domain/password.ts'
import { sessionRevoked } from '../events.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import { changePasswordInput } from '../schemas.ts'
import { endAllSessions, type IssuedSession, issueSession, type SignedIn } from '../sessions.ts'
import { takeTry } from './try-buckets.ts'

/**
 * Sets a new password, ends every session of the account and opens a fresh one for this browser.
 * @throws ForbiddenError when the present password is wrong, ValidationError when the next one is too common,
 * RateLimitedError after too many tries
 */
export async function changePassword(
  ctx: Ctx,
  holder: Pick<SignedIn, 'account'>,
  raw: z.input<typeof changePasswordInput>,
  options: { readonly userAgent: string | null } = { userAgent: null },
): Promise<IssuedSession> {
  const input = parse(changePasswordInput, raw)
  const { account } = holder
  await takeTry(ctx, 'password', account.id, SIGN_IN_LIMITS.perEmail, SIGN_IN_LIMITS.windowSeconds)
  if (!(await passwordMatches(await passwordOf(outside(ctx.db), account.id), input.current))) {
    throw new ForbiddenError('identity.wrong-password', { field: 'current' })
  }
  const refusal = refusePassword(input.next, account.email)
  if (refusal !== null) throw new ValidationError(refusal, { field: 'next' })
  const passwordHash = await hashPassword(input.next)
  return withTenant(ctx, async (tx) => {
    await setPassword(inside(tx), account.id, passwordHash)
    await endAllSessions(inside(tx), account.id)
    const session = await issueSession(inside(tx), account, { tenantId: tx.tenantId, source: tx.source, ...options })
    await audit(tx, { action: 'account.change-password', subjectType: 'account', subjectId: account.id })
    await emit(tx, sessionRevoked.of({ accountId: account.id, why: 'password' }), {
      touches: [`account:${account.id}`],
    })
    return session
  })
}
