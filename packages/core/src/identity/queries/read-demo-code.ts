import type { z } from 'zod'
import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { newestCode } from '../demo-code.store.ts'
import { resendCodeInput } from '../schemas.ts'
import type { DemoRule } from '../sessions.ts'

/** The code a registration waits for, where no mail can arrive. @throws NotFoundError outside the demo */
export async function readDemoCode(
  ctx: Ctx,
  raw: z.input<typeof resendCodeInput>,
  rule: DemoRule,
): Promise<{ code: string | null }> {
  if (!rule.demoAccounts) throw new NotFoundError()
  const { registrationId } = parse(resendCodeInput, raw)
  return withTenant(ctx, async (tx) => ({ code: await newestCode(tx, registrationId) }))
}
