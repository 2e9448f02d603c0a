import type { Ctx, Id } from '../../kernel/index.ts'
import { audit, authorise, withTenant } from '../../platform/index.ts'
import { type OverduePromise, overduePromises } from '../../work/index.ts'
import type { Source } from '../domain/model.ts'
import { dayOf } from '../domain/period.ts'
import { overdueFact } from '../domain/promise.ts'
import { can } from '../policy.ts'
import { recordFacts } from '../record-facts.ts'

const BATCH = 500

const SOURCE_OF: Readonly<Record<OverduePromise['type'], Source>> = {
  phase: 'phase-compliance',
  'quality-stage': 'quality-check',
  directive: 'directive-compliance',
}

/**
 * Counts what was due by yesterday and is not done as not kept, once each (ADR 0010): who never finishes must not stand
 * better than who finishes late. Again, or after the late completion, it changes nothing.
 * @returns how many are new; @throws ForbiddenError
 */
export async function settleOverdue(ctx: Ctx): Promise<{ settled: number }> {
  authorise(can(ctx.actor, 'scores.rebuild'))
  let settled = 0
  let after: Id | null = null
  do {
    const page: { ids: Id[]; added: number } = await withTenant(ctx, async (tx) => {
      const found = await overduePromises(tx, { before: dayOf(tx.clock.now()), after, limit: BATCH })
      const added = await recordFacts(tx, found.map(factOf))
      if (added > 0) {
        const about = { action: 'scores.settle-overdue', subjectType: 'score', subjectId: tx.tenantId }
        await audit(tx, { ...about, after: { settled: added } })
      }
      return { ids: found.map((one) => one.id), added }
    })
    settled += page.added
    after = page.ids.length < BATCH ? null : (page.ids.at(-1) ?? null)
  } while (after !== null)
  return { settled }
}

function factOf({ type, id, stageKey, ...due }: OverduePromise) {
  return overdueFact({ ...due, source: SOURCE_OF[type], subjectId: id, key: stageKey ?? type })
}
