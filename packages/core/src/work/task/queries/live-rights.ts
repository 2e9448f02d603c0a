import type { Ctx, Id } from '../../../kernel/index.ts'
import { withTenant } from '../../../platform/index.ts'
import { taskCardsByIds } from '../card.store.ts'

/** Whether the actor may follow a card live: any officer of its agency; one that is missing nobody may. */
export async function mayFollowTask(ctx: Ctx, taskCardId: Id): Promise<boolean> {
  if (ctx.actor.kind !== 'officer') return false
  return withTenant(ctx, async (tx) => (await taskCardsByIds(tx, [taskCardId])).length === 1)
}
