import { ConflictError, type Ctx, ForbiddenError, type Id, NotFoundError, newId } from '../../kernel/index.ts'
import { audit, withTenant } from '../../platform/index.ts'
import { createAccount, inside } from '../auth.store.ts'
import { personByCode } from '../organisation.store.ts'
import { hashPassword } from '../passwords.ts'
import type { DemoRule } from '../sessions.ts'

/** Who signs in to the demo: a person of the agency by personnel number, or a citizen. */
export type DemoAccount =
  | { readonly kind: 'officer'; readonly email: string; readonly personCode: string }
  | { readonly kind: 'citizen'; readonly email: string; readonly name: string; readonly phone?: string }

export interface CreatedDemoAccount {
  readonly email: string
  readonly accountId: Id
  readonly personId: Id | null
  readonly customerId: Id | null
}

/**
 * Opens the demo's accounts in an agency, all with one password; laying them twice changes nothing. They are
 * marked and sign in nowhere but on a server with its own embedded database.
 * @throws ForbiddenError unless a system actor does it under a rule that allows demo accounts
 */
export async function createDemoAccounts(
  ctx: Ctx,
  accounts: readonly DemoAccount[],
  password: string,
  rule: DemoRule,
): Promise<CreatedDemoAccount[]> {
  if (!rule.demoAccounts || ctx.actor.kind !== 'system') throw new ForbiddenError()
  // one hash for all: the demo's password is printed at start, so a salt each would guard nothing
  const passwordHash = await hashPassword(password)
  return withTenant(ctx, async (tx) => {
    const created: CreatedDemoAccount[] = []
    for (const account of accounts) {
      const person = account.kind === 'officer' ? await personByCode(tx, account.personCode) : null
      if (account.kind === 'officer' && person === null) throw new NotFoundError('identity.person-not-found')
      const name = account.kind === 'citizen' ? account.name : (person?.name ?? '')
      const phone = account.kind === 'citizen' ? (account.phone ?? null) : (person?.phone ?? null)
      const { kind, email } = account
      const row = { id: newId(), kind, email: email.toLowerCase(), name, phone, passwordHash, demo: true }
      const made = await createAccount(inside(tx), { ...row, tenantId: tx.tenantId, personId: person?.id ?? null })
      if (made === null) throw new ConflictError('identity.email-taken', { params: { email } })
      created.push({ email, accountId: made.accountId, personId: person?.id ?? null, customerId: made.customerId })
    }
    await audit(tx, {
      action: 'account.create-demo',
      subjectType: 'account',
      subjectId: 'demo',
      after: { n: created.length },
    })
    return created
  })
}
