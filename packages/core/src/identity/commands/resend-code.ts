import type { z } from 'zod'
import type { Ctx } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { inside, renewRegistration } from '../auth.store.ts'
import { REGISTRATION_LIMITS } from '../domain/limits.ts'
import { mailCode } from '../mails.ts'
import { resendCodeInput } from '../schemas.ts'
import { hashCode, newCode } from './register-citizen.ts'
import { takeTry } from './try-buckets.ts'

/** Mails a fresh code for a waiting registration; the old one ends. Answers alike when nothing waits. @throws RateLimitedError */
export async function resendCode(ctx: Ctx, raw: z.input<typeof resendCodeInput>): Promise<{ done: true }> {
  const { registrationId, locale } = parse(resendCodeInput, raw)
  const { resendsPerRegistration, windowSeconds, perAddress, codeSeconds } = REGISTRATION_LIMITS
  await takeTry(ctx, 'resend', registrationId, resendsPerRegistration, windowSeconds)
  await takeTry(ctx, 'resend-address', ctx.source, perAddress, windowSeconds)
  const code = newCode()
  await withTenant(ctx, async (tx) => {
    const email = await renewRegistration(inside(tx), {
      id: registrationId,
      tenantId: tx.tenantId,
      codeHash: hashCode(registrationId, code),
      ttlSeconds: codeSeconds,
    })
    if (email !== null) await mailCode(tx, { to: email, code, registrationId, locale })
  })
  return { done: true }
}
