import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { type Ctx, type Id, newId, sha256, ValidationError } from '../../kernel/index.ts'
import { audit, parse, withTenant } from '../../platform/index.ts'
import { beginRegistration, inside } from '../auth.store.ts'
import { REGISTRATION_LIMITS } from '../domain/limits.ts'
import { refusePassword } from '../domain/password.ts'
import { mailAccountExists, mailCode } from '../mails.ts'
import { hashPassword } from '../passwords.ts'
import { registerCitizenInput } from '../schemas.ts'
import { takeTry } from './try-buckets.ts'

/**
 * Takes a citizen's registration and mails a six-digit code; the account opens when the code comes back
 * (`verifyEmail`). An address that has an account gets a mail saying so, and the caller the same answer.
 * @throws ValidationError for a common password, RateLimitedError with `retryAfterSeconds`
 */
export async function registerCitizen(
  ctx: Ctx,
  raw: z.input<typeof registerCitizenInput>,
): Promise<{ registrationId: Id; email: string }> {
  const input = parse(registerCitizenInput, raw)
  const { perAddress, perEmail, windowSeconds, codeSeconds } = REGISTRATION_LIMITS
  await takeTry(ctx, 'register-address', ctx.source, perAddress, windowSeconds)
  await takeTry(ctx, 'register-email', input.email, perEmail, windowSeconds)
  const refusal = refusePassword(input.password, input.email)
  if (refusal !== null) throw new ValidationError(refusal, { field: 'password' })
  const passwordHash = await hashPassword(input.password)
  const code = newCode()
  return withTenant(ctx, async (tx) => {
    const registrationId = newId()
    const waiting = await beginRegistration(inside(tx), {
      id: registrationId,
      tenantId: tx.tenantId,
      email: input.email,
      codeHash: hashCode(registrationId, code),
      name: input.name,
      phone: input.phone ?? null,
      passwordHash,
      ttlSeconds: codeSeconds,
    })
    if (waiting) await mailCode(tx, { to: input.email, code, registrationId, locale: input.locale })
    else await mailAccountExists(tx, input.email, input.locale)
    await audit(tx, { action: 'registration.begin', subjectType: 'registration', subjectId: registrationId })
    return { registrationId, email: input.email }
  })
}

/** Six digits; guessing is bounded by the tries a code allows. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** What is stored of a code: bound to its registration. */
export function hashCode(registrationId: Id, code: string): string {
  return sha256(`${registrationId}:${code}`)
}
