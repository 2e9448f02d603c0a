import type { Ctx } from '../../kernel/index.ts'
import { audit, emit, withTenant } from '../../platform/index.ts'
import { inside } from '../auth.store.ts'
import { sessionRevoked } from '../events.ts'
import { endAllSessions, type SignedIn } from '../sessions.ts'

/** Ends all sessions of the holder's account, this one too, and closes its open live streams. @returns how many */
export async function signOutEverywhere(ctx: Ctx, holder: Pick<SignedIn, 'account'>): Promise<{ ended: number }> {
  return withTenant(ctx, async (tx) => {
    const accountId = holder.account.id
    const ended = await endAllSessions(inside(tx), accountId)
    await audit(tx, {
      action: 'account.sign-out-everywhere',
      subjectType: 'account',
      subjectId: accountId,
      after: { ended },
    })
    await emit(tx, sessionRevoked.of({ accountId, why: 'sign-out-everywhere' }), { touches: [`account:${accountId}`] })
    return { ended }
  })
}
