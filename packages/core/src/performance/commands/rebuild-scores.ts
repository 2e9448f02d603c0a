import { listUnitStates } from '../../identity/index.ts'
import { ConflictError, type Ctx, NotFoundError } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../platform/index.ts'
import { replaceCells } from '../aggregate.store.ts'
import { organisationOf } from '../domain/organisation.ts'
import { scoreChanged } from '../events.ts'
import { findPeriod, lockScores } from '../period.store.ts'
import { can } from '../policy.ts'
import { prove } from '../proof.ts'
import { type RebuildScoresInput, type RebuildScoresOutput, rebuildScoresInput } from '../schemas.ts'
import { saveScores } from '../score.store.ts'

/**
 * Computes an open month from its evidence alone and stores the result. It should change nothing;
 * what it did change is in the answer and in the audit.
 * @throws ForbiddenError, NotFoundError, ConflictError `performance.period-closed`
 */
export async function rebuildScores(ctx: Ctx, raw: RebuildScoresInput): Promise<RebuildScoresOutput> {
  const input = parse(rebuildScoresInput, raw)
  return withTenant(ctx, async (tx) => {
    authorise(can(tx.actor, 'scores.rebuild'))
    await lockScores(tx)
    const period = await findPeriod(tx, input.periodKey)
    const params = { period: input.periodKey }
    if (!period) throw new NotFoundError('performance.period-unknown', { params })
    if (period.state === 'closed') throw new ConflictError('performance.period-closed', { params })
    const proof = await prove(tx, period, organisationOf(await listUnitStates(tx)))
    if (proof.cellsDiffer) await replaceCells(tx, period, proof.cells)
    const changed = await saveScores(tx, proof.scores)
    if (changed.length > 0) {
      await emit(tx, scoreChanged.of({ periodId: period.id, periodKey: period.key, unitIds: changed }), {
        touches: ['scores'],
      })
    }
    const result = {
      periodKey: period.key,
      units: proof.scores.length,
      changed,
      equal: !proof.cellsDiffer && changed.length === 0,
    }
    await audit(tx, { action: 'score.rebuild', subjectType: 'period', subjectId: period.id, after: result })
    return result
  })
}
