import { listUnitStates } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { emit, type TxCtx } from '../platform/index.ts'
import { currentRelease } from '../tenancy/index.ts'
import { addToCells } from './aggregate.store.ts'
import { organisationOf } from './domain/organisation.ts'
import type { PeriodKey } from './domain/period.ts'
import { type Fact, planEvidence } from './domain/plan.ts'
import { scoreChanged } from './events.ts'
import { evidenceOfSubjects, insertEvidence } from './evidence.store.ts'
import { insertPeriods, listPeriodRows, lockScores, type Period } from './period.store.ts'
import { saveScores } from './score.store.ts'
import { computeScores } from './scoring.ts'

/**
 * Turns a batch of facts into evidence, sums and scores in the transaction it is called in: some ten statements
 * however large the batch. Facts seen before change nothing.
 * @returns how many rows of evidence are new
 * @throws RangeError for a unit that the agency never had (the event then waits as a dead letter)
 */
export async function recordFacts(tx: TxCtx, facts: readonly Fact[]): Promise<number> {
  if (facts.length === 0) return 0
  const [, periods, states, prior] = await Promise.all([
    lockScores(tx),
    listPeriodRows(tx),
    listUnitStates(tx),
    evidenceOfSubjects(tx, [...new Set(facts.map((fact) => fact.subjectId))]),
  ])
  const organisation = organisationOf(states)
  const byKey = new Map(periods.map((period) => [period.key, period]))
  const plan = planEvidence(facts, prior, {
    isClosed: (key) => byKey.get(key)?.state === 'closed',
    pathOf: organisation.pathOf,
    newId,
  })
  if (plan.rows.length === 0) return 0
  await openMissing(
    tx,
    byKey,
    plan.rows.map((row) => row.periodKey),
  )
  const periodOf = (key: PeriodKey): Period => {
    const period = byKey.get(key)
    if (!period) throw new Error(`month ${key} was not opened`)
    return period
  }
  const idOf = (key: PeriodKey) => periodOf(key).id
  await Promise.all([insertEvidence(tx, plan.rows, idOf), addToCells(tx, plan.changes, idOf)])
  const months = [...new Set(plan.changes.map((change) => change.periodKey))]
  await Promise.all(
    months.map(async (key) => {
      const touched = plan.changes.filter((change) => change.periodKey === key).map((change) => change.unitId)
      const scores = await computeScores(tx, periodOf(key), organisation, [...new Set(touched)])
      const unitIds = await saveScores(tx, scores)
      if (unitIds.length === 0) return
      await emit(tx, scoreChanged.of({ periodId: idOf(key), periodKey: key, unitIds }), { touches: ['scores'] })
    }),
  )
  return plan.rows.length
}

async function openMissing(tx: TxCtx, byKey: Map<PeriodKey, Period>, keys: readonly PeriodKey[]): Promise<void> {
  const missing = [...new Set(keys)].filter((key) => !byKey.has(key))
  if (missing.length === 0) return
  const release = await currentRelease(tx)
  for (const period of await insertPeriods(tx, missing, release.hash)) byKey.set(period.key, period)
}
