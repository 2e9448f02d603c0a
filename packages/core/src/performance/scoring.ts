import type { Id } from '../kernel/index.ts'
import { compileRule } from '../model/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { type Release, releaseByHash } from '../tenancy/index.ts'
import { readCells, type StoredCell } from './aggregate.store.ts'
import { cellsByUnit, scoreAgency } from './domain/agency.ts'
import { fromDocument, toDocument } from './domain/document.ts'
import type { Organisation } from './domain/organisation.ts'
import { compileScoringModel, rollUpOf, type ScoringModel } from './domain/scoring-model.ts'
import type { Period } from './period.store.ts'
import { readScores, type StoredScore } from './score.store.ts'

const models = new Map<string, ScoringModel>()

/** The scoring model of a release, compiled once per process: releases are immutable, so the hash is enough. */
export function scoringModel(release: Release): ScoringModel {
  const known = models.get(release.hash)
  if (known) return known
  const model = compileScoringModel(release.performance, (text) => compileRule(text).evaluate)
  models.set(release.hash, model)
  return model
}

/** The release a month scores under, and its compiled model. */
export async function modelOf(tx: TxCtx, period: Pick<Period, 'releaseHash'>) {
  const release = await releaseByHash(tx, period.releaseHash)
  return { release, model: scoringModel(release) }
}

/**
 * Scores units of a month from their stored sums. Nothing is written.
 * `unitIds` must contain, with a unit, all units above it; null means all units that have sums.
 */
export async function computeScores(
  tx: TxCtx,
  period: Period,
  organisation: Organisation,
  unitIds: readonly Id[] | null,
): Promise<Omit<StoredScore, 'recordedAt'>[]> {
  const { model } = await modelOf(tx, period)
  const apart =
    unitIds === null ? null : unitIds.filter((id) => rollUpOf(model, organisation.unitOf(id).kind) === 'children')
  const cells = await readCells(tx, period, unitIds, apart ?? 'all')
  const computed = new Set(cells.map((cell) => cell.unitId))
  const missing = [...new Set(cells.map((cell) => cell.viaUnitId))].filter((id) => !computed.has(id))
  const neighbours = await readScores(tx, period.id, missing)
  const known = new Map(neighbours.map((score) => [score.unitId, fromDocument(model, score.document)]))
  return scoreCells(model, period, organisation, cells, known)
}

/** Scores of all units that have cells, with the range of evidence each was made of. */
export function scoreCells(
  model: ScoringModel,
  period: Pick<Period, 'id' | 'releaseHash'>,
  organisation: Organisation,
  cells: readonly StoredCell[],
  known: Parameters<typeof scoreAgency>[3] = new Map(),
): Omit<StoredScore, 'recordedAt'>[] {
  const byUnit = cellsByUnit(cells)
  const scores = scoreAgency(model, byUnit, organisation.unitOf, known)
  return [...byUnit.keys()].sort().flatMap((unitId) => {
    const own = byUnit.get(unitId) ?? []
    const score = scores.get(unitId)
    const first = own.map((cell) => cell.firstEvidence).sort()[0]
    const last = own
      .map((cell) => cell.lastEvidence)
      .sort()
      .at(-1)
    if (!score || !first || !last) return []
    return {
      periodId: period.id,
      unitId,
      releaseHash: period.releaseHash,
      document: toDocument(model, score),
      firstEvidence: first,
      lastEvidence: last,
    }
  })
}
