import { listUnitStates } from '../../identity/index.ts'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import { authorise, type TxCtx } from '../../platform/index.ts'
import { currentRelease, type Release } from '../../tenancy/index.ts'
import { foldFromEvidence } from '../aggregate.store.ts'
import { type Organisation, organisationOf, type UnitState } from '../domain/organisation.ts'
import { endOfDay, type PeriodKey, periodOf, shiftPeriod } from '../domain/period.ts'
import type { ScoringModel } from '../domain/scoring-model.ts'
import { findPeriod, type Period } from '../period.store.ts'
import { can } from '../policy.ts'
import { readScores, readScoresAsOf, type StoredScore } from '../score.store.ts'
import { modelOf, scoreCells, scoringModel } from '../scoring.ts'

/** Which scores a reader asks for. */
export interface ViewRequest {
  readonly unitId?: Id | undefined
  readonly periodKey?: PeriodKey | undefined
  readonly asOf?: string | undefined
  readonly known?: 'then' | 'now' | undefined
}

/** What every screen of scores starts from: the unit, the month, its release, and the organisation of that time. */
export interface View {
  readonly organisation: Organisation
  readonly unit: UnitState
  readonly unitPath: readonly Id[]
  /** The instant whose organisation is shown: now, or the end of a month that is over. */
  readonly at: Date
  readonly periodKey: PeriodKey
  /** Null for a month in which nothing was recorded yet. */
  readonly period: Period | null
  readonly release: Release
  readonly model: ScoringModel
  readonly asOf: string | null
  readonly known: 'then' | 'now'
}

/**
 * Opens a view for a reader who may see the unit's scores.
 * @throws NotFoundError for an unknown unit or a month without records; ForbiddenError
 */
export async function openView(tx: TxCtx, request: ViewRequest): Promise<View> {
  const now = tx.clock.now()
  const asOf = request.asOf ?? null
  const current = periodOf(now)
  const periodKey = request.periodKey ?? asOf?.slice(0, 7) ?? current
  const [states, period] = await Promise.all([listUnitStates(tx), findPeriod(tx, periodKey)])
  const organisation = organisationOf(states)
  const at = periodKey >= current ? now : new Date(Date.parse(`${shiftPeriod(periodKey, 1)}-01T00:00:00+09:00`) - 1)
  const agency = organisation.agency()
  const unit = request.unitId === undefined ? agency : organisation.stateOf(request.unitId, at)
  if (!unit) throw new NotFoundError('performance.unit-unknown')
  const unitPath = organisation.pathOf(unit.id, at)
  authorise(can(tx.actor, 'scores.read', { unitPath }))
  if (!period && periodKey !== current)
    throw new NotFoundError('performance.period-unknown', { params: { period: periodKey } })
  const { release, model } = period ? await modelOf(tx, period) : await currentModel(tx)
  return { organisation, unit, unitPath, at, periodKey, period, release, model, asOf, known: request.known ?? 'then' }
}

/** Scores of units in a month as the view asks for them: now, as they stood on a day, or as known now of that day. */
export async function scoresIn(
  tx: TxCtx,
  view: Pick<View, 'asOf' | 'known' | 'organisation'>,
  period: Period | null,
  unitIds: readonly Id[],
): Promise<Map<Id, StoredScore>> {
  const scores = await (async (): Promise<StoredScore[]> => {
    if (!period) return []
    if (view.asOf === null) return readScores(tx, period.id, unitIds)
    if (view.known === 'then') return readScoresAsOf(tx, period.id, unitIds, view.asOf)
    const cells = await foldFromEvidence(tx, period, { occurred: endOfDay(view.asOf) })
    const { model } = await modelOf(tx, period)
    const computedAt = tx.clock.now()
    return scoreCells(model, period, view.organisation, cells).map((score) => ({ ...score, recordedAt: computedAt }))
  })()
  return new Map(scores.map((score) => [score.unitId, score]))
}

/** A unit as screens show it. */
export function unitView(state: UnitState) {
  return { id: state.id, code: state.code, kind: state.kind, name: { ...state.name } }
}

/** The month as screens show it. */
export function periodView(view: View) {
  return {
    key: view.periodKey,
    state: view.period?.state ?? ('open' as const),
    releaseHash: view.release.hash,
    releaseVersion: view.release.version,
  }
}

async function currentModel(tx: TxCtx) {
  const release = await currentRelease(tx)
  return { release, model: scoringModel(release) }
}
