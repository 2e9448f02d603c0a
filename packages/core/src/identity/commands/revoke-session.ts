import type { z } from 'zod'
import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { audit, emit, parse, withTenant } from '../../platform/index.ts'
import { inside } from '../auth.store.ts'
import { sessionRevoked } from '../events.ts'
import { revokeSessionInput } from '../schemas.ts'
import { closeSessionByHandle } from '../sessions.store.ts'
import type { SignedIn } from '../sessions.ts'

/** Ends one of the holder's own sessions. @throws NotFoundError when it has ended or is somebody else's */
export async function revokeSession(
  ctx: Ctx,
  holder: Pick<SignedIn, 'account'>,
  raw: z.input<typeof revokeSessionInput>,
): Promise<{ done: true }> {
  const { handle } = parse(revokeSessionInput, raw)
  return withTenant(ctx, async (tx) => {
    const accountId = holder.account.id
    if (!(await closeSessionByHandle(inside(tx), accountId, handle))) {
      throw new NotFoundError('identity.session-not-found')
    }
    await audit(tx, { action: 'session.revoke', subjectType: 'session', subjectId: handle, after: { accountId } })
    await emit(tx, sessionRevoked.of({ accountId, why: 'one-session' }), { touches: [`account:${accountId}`] })
    return { done: true }
  })
}
