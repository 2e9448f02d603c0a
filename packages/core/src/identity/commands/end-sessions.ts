import type { Id } from '../../kernel/index.ts'
import { emit, type TxCtx } from '../../platform/index.ts'
import { inside } from '../auth.store.ts'
import { rightsChanged, sessionRevoked } from '../events.ts'
import { closeSessionsOfPeople } from '../sessions.store.ts'

/** A change of rights ends the person's sessions and open live streams: the next sign-in sees the new rights. */
export async function endSessionsForRights(tx: TxCtx, personId: Id): Promise<void> {
  const accounts = await closeSessionsOfPeople(inside(tx), tx.tenantId, [personId])
  for (const accountId of accounts) {
    await emit(tx, sessionRevoked.of({ accountId, why: 'rights' }), { touches: [`account:${accountId}`] })
  }
  await emit(tx, rightsChanged.of({ personId }))
}
