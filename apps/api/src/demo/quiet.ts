import type { Ctx } from '@harmony/core/kernel'
import { outboxStatus, withTenant } from '@harmony/core/platform'

const LOOK_EVERY_MS = 200
const PATIENCE = 300

/** Waits until the worker, a process of its own, has taken every event of the agency; a minute at most. */
export async function untilQuiet(ctx: Ctx, stopping: () => boolean): Promise<void> {
  for (let looks = 0; looks < PATIENCE && !stopping(); looks += 1) {
    if ((await withTenant(ctx, outboxStatus)).pending === 0) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
