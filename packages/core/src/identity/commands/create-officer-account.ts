import type { z } from 'zod'
import { ConflictError, type Ctx, type Id, NotFoundError, newId, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { createAccount, inside } from '../auth.store.ts'
import { refusePassword } from '../domain/password.ts'
import { personById } from '../organisation.store.ts'
import { hashPassword } from '../passwords.ts'
import { can } from '../policy.ts'
import { createOfficerAccountInput } from '../schemas.ts'

/**
 * Opens the account a person of the agency signs in with.
 * @throws NotFoundError for an unknown person, ConflictError when the address or the person has an account,
 * ValidationError for a common password
 */
export async function createOfficerAccount(
  ctx: Ctx,
  raw: z.input<typeof createOfficerAccountInput>,
): Promise<{ accountId: Id }> {
  authorise(can(ctx.actor, 'accounts.manage'))
  const input = parse(createOfficerAccountInput, raw)
  const refusal = refusePassword(input.password, input.email)
  if (refusal !== null) throw new ValidationError(refusal, { field: 'password' })
  const passwordHash = await hashPassword(input.password)
  return withTenant(ctx, async (tx) => {
    const person = await personById(tx, input.personId)
    if (person === null) throw new NotFoundError('identity.person-not-found')
    const { email } = input
    const { name, phone, id: personId } = person
    const row = { id: newId(), kind: 'officer', email, name, phone, passwordHash, demo: false, personId } as const
    const account = await createAccount(inside(tx), { ...row, tenantId: tx.tenantId })
    if (account === null) throw new ConflictError('identity.email-taken', { field: 'email' })
    await audit(tx, {
      action: 'account.create',
      subjectType: 'account',
      subjectId: account.accountId,
      after: { personId },
    })
    return { accountId: account.accountId }
  })
}
