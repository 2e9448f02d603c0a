import { listUnitStates } from '../../identity/index.ts'
import type { Ctx } from '../../kernel/index.ts'
import { audit, authorise, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { organisationOf } from '../domain/organisation.ts'
import type { PeriodKey } from '../domain/period.ts'
import { findPeriod, freezeView, listPeriodRows } from '../period.store.ts'
import { can } from '../policy.ts'
import { prove } from '../proof.ts'
import { type VerifyScoresInput, type VerifyScoresOutput, verifyScoresInput } from '../schemas.ts'

/**
 * Computes months from their evidence and compares every stored sum and score with it, byte by byte. Changes nothing
 * and keeps nobody waiting: each month is read in a transaction of its own, so this is no part of another one.
 * Without `periodKey` all months of the agency. @throws ForbiddenError
 */
export async function verifyScores(ctx: Ctx, raw: VerifyScoresInput): Promise<VerifyScoresOutput> {
  const input = parse(verifyScoresInput, raw)
  authorise(can(ctx.actor, 'scores.rebuild'))
  const known = await withTenant(ctx, listPeriodRows)
  const wanted = known.filter((period) => input.periodKey === undefined || period.key === input.periodKey)
  const periods: VerifyScoresOutput['periods'] = []
  for (const { key } of wanted) {
    const verified = await withTenant(ctx, (tx) => verifyPeriod(tx, key))
    if (verified) periods.push(verified)
  }
  const equal = periods.every((period) => period.equal)
  const after = { equal, periods: periods.length }
  await withTenant(ctx, (tx) =>
    audit(tx, { action: 'score.verify', subjectType: 'score', subjectId: tx.tenantId, after }),
  )
  return { equal, periods }
}

async function verifyPeriod(tx: TxCtx, key: PeriodKey): Promise<VerifyScoresOutput['periods'][number] | null> {
  await freezeView(tx)
  const [period, states] = await Promise.all([findPeriod(tx, key), listUnitStates(tx)])
  if (!period) return null
  const proof = await prove(tx, period, organisationOf(states))
  const equal = !proof.cellsDiffer && proof.differing.length === 0
  return { periodKey: key, units: proof.scores.length, differing: [...proof.differing], equal }
}
