import type { Ctx } from '../../kernel/index.ts'
import { audit, withTenant } from '../../platform/index.ts'
import { inside } from '../auth.store.ts'
import { endSession, type SignedIn } from '../sessions.ts'

/** Ends the session this token opens; ending it twice is no error. */
export async function signOut(ctx: Ctx, holder: Pick<SignedIn, 'account'> | null, token: string): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await endSession(inside(tx), token)
    if (holder !== null) {
      await audit(tx, { action: 'account.sign-out', subjectType: 'account', subjectId: holder.account.id })
    }
  })
}
