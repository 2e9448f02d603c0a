import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { type AccountProfile, accountOfPerson, accountProfile, inside } from '../auth.store.ts'

/** Name and verified address behind an account, for the module that keeps customers; null when closed. */
export async function profileOf(tx: TxCtx, accountId: Id): Promise<AccountProfile | null> {
  return accountProfile(inside(tx), accountId)
}

/** The account a person of this agency signs in with; null without one. */
export async function accountOf(tx: TxCtx, personId: Id): Promise<Id | null> {
  return accountOfPerson(inside(tx), tx.tenantId, personId)
}
