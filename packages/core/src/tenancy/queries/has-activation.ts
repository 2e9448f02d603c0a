import type { Ctx } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import { activations } from '../release.store.ts'

/** Whether anybody has ever decided which release the ctx's agency runs. */
export async function hasActivation(ctx: Ctx): Promise<boolean> {
  return withTenant(ctx, async (tx) => (await activations(tx)).length > 0)
}
