import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { outside } from '../auth.store.ts'
import type { sessionView } from '../schemas.ts'
import { listSessions } from '../sessions.store.ts'
import type { SignedIn } from '../sessions.ts'

/** The holder's live sessions, most recently used first; `current` is the one that asks. */
export async function listMySessions(
  ctx: Ctx,
  holder: Pick<SignedIn, 'account' | 'handle'>,
): Promise<z.output<typeof sessionView>[]> {
  const sessions = await listSessions(outside(ctx.db), holder.account.id)
  return sessions.map((session) => ({
    handle: session.handle,
    createdAt: new Date(session.createdAt),
    lastSeen: new Date(session.lastSeen),
    expiresAt: new Date(session.expiresAt),
    createdFrom: session.createdFrom,
    userAgent: session.userAgent,
    current: session.handle === holder.handle,
  }))
}
