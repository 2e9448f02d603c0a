import type { z } from 'zod'
import { type Ctx, newId, ValidationError } from '../../kernel/index.ts'
import { audit, emit, parse, withTenant } from '../../platform/index.ts'
import { confirmRegistration, inside } from '../auth.store.ts'
import { REGISTRATION_LIMITS } from '../domain/limits.ts'
import { citizenRegistered } from '../events.ts'
import { verifyEmailInput } from '../schemas.ts'
import { hashCode } from './register-citizen.ts'

/**
 * Opens the account of a registration whose code came back; the citizen then signs in with their password.
 * @throws ValidationError `identity.wrong-code` for a wrong, late, or too often tried code
 */
export async function verifyEmail(ctx: Ctx, raw: z.input<typeof verifyEmailInput>): Promise<{ email: string }> {
  const { registrationId, code } = parse(verifyEmailInput, raw)
  // a wrong code must commit its count, so the refusal comes after the transaction
  const opened = await withTenant(ctx, async (tx) => {
    const account = await confirmRegistration(inside(tx), {
      id: registrationId,
      tenantId: tx.tenantId,
      codeHash: hashCode(registrationId, code),
      maxTries: REGISTRATION_LIMITS.triesPerCode,
      accountId: newId(),
    })
    if (account === null) return null
    const { accountId, customerId, email } = account
    await audit(tx, { action: 'account.register', subjectType: 'account', subjectId: accountId, after: { customerId } })
    await emit(tx, citizenRegistered.of({ accountId, customerId }))
    return { email }
  })
  if (opened === null) throw new ValidationError('identity.wrong-code', { field: 'code' })
  return opened
}
