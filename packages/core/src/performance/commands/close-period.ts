import { ConflictError, type Ctx, NotFoundError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { periodOf } from '../domain/period.ts'
import { closePeriodRow, findPeriod, lockScores } from '../period.store.ts'
import { can } from '../policy.ts'
import { type ClosePeriodInput, type ClosePeriodOutput, closePeriodInput } from '../schemas.ts'

/**
 * Closes a month that is over: its scores never change again, later facts count in the next open month (B2).
 * @throws ForbiddenError, NotFoundError, ConflictError `performance.period-running` or `performance.period-closed`
 */
export async function closePeriod(ctx: Ctx, raw: ClosePeriodInput): Promise<ClosePeriodOutput> {
  const input = parse(closePeriodInput, raw)
  return withTenant(ctx, async (tx) => {
    authorise(can(tx.actor, 'period.close'))
    await lockScores(tx)
    const period = await findPeriod(tx, input.periodKey)
    const params = { period: input.periodKey }
    if (!period) throw new NotFoundError('performance.period-unknown', { params })
    if (period.state === 'closed') throw new ConflictError('performance.period-closed', { params })
    if (period.key >= periodOf(tx.clock.now())) throw new ConflictError('performance.period-running', { params })
    const closedAt = await closePeriodRow(tx, period.id, tx.actor.kind === 'officer' ? tx.actor.personId : null)
    await audit(tx, {
      action: 'period.close',
      subjectType: 'period',
      subjectId: period.id,
      before: { state: 'open' },
      after: { state: 'closed', key: period.key },
      reason: input.reason,
    })
    return { periodKey: period.key, closedAt: closedAt.toISOString() }
  })
}
