import { listUnitStates } from '../../identity/index.ts'
import type { Ctx } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { organisationOf } from '../domain/organisation.ts'
import { listPeriodRows, lockScores } from '../period.store.ts'
import { can } from '../policy.ts'
import { prove } from '../proof.ts'
import { type VerifyScoresInput, type VerifyScoresOutput, verifyScoresInput } from '../schemas.ts'

/**
 * Computes months from their evidence and compares every stored sum and score with it, byte by byte. Changes nothing.
 * Without `periodKey` all months of the agency. @throws ForbiddenError
 */
export async function verifyScores(ctx: Ctx, raw: VerifyScoresInput): Promise<VerifyScoresOutput> {
  const input = parse(verifyScoresInput, raw)
  return withTenant(ctx, async (tx) => {
    authorise(can(tx.actor, 'scores.rebuild'))
    await lockScores(tx)
    const organisation = organisationOf(await listUnitStates(tx))
    const periods = []
    for (const period of await listPeriodRows(tx)) {
      if (input.periodKey && period.key !== input.periodKey) continue
      const proof = await prove(tx, period, organisation)
      const equal = !proof.cellsDiffer && proof.differing.length === 0
      periods.push({ periodKey: period.key, units: proof.scores.length, differing: [...proof.differing], equal })
    }
    const equal = periods.every((period) => period.equal)
    await audit(tx, {
      action: 'score.verify',
      subjectType: 'score',
      subjectId: tx.tenantId,
      after: { equal, periods: periods.length },
    })
    return { equal, periods }
  })
}
