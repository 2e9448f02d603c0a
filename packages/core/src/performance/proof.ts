import type { Id } from '../kernel/index.ts'
import { canonicalJson } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { foldFromEvidence, readCells, type StoredCell } from './aggregate.store.ts'
import type { Organisation } from './domain/organisation.ts'
import type { Period } from './period.store.ts'
import { readScores, type StoredScore, unitsOfTwoScores } from './score.store.ts'
import { modelOf, scoreCells } from './scoring.ts'

/** What differs between a month's stored figures and those computed from its evidence alone. */
export interface Proof {
  readonly cells: readonly StoredCell[]
  readonly scores: readonly Omit<StoredScore, 'recordedAt'>[]
  readonly cellsDiffer: boolean
  /** Units whose stored scores are not the same bytes. */
  readonly differing: readonly Id[]
}

/** Computes a month from zero and compares bytes with what is stored. The caller sees one state (`lockScores` or `freezeView`). */
export async function prove(tx: TxCtx, period: Period, organisation: Organisation): Promise<Proof> {
  const [{ model }, fresh, stored, storedScores, torn] = await Promise.all([
    modelOf(tx, period),
    foldFromEvidence(tx, period),
    readCells(tx, period, null),
    readScores(tx, period.id, null),
    unitsOfTwoScores(tx, period.id),
  ])
  const scores = scoreCells(model, period, organisation, fresh)
  const before = new Map(storedScores.map((score) => [score.unitId, scoreBytes(score)]))
  const after = new Map(scores.map((score) => [score.unitId, scoreBytes(score)]))
  const units = new Set([...before.keys(), ...after.keys()])
  return {
    cells: fresh,
    scores,
    cellsDiffer: cellBytes(fresh) !== cellBytes(stored),
    differing: [...units].filter((id) => before.get(id) !== after.get(id) || torn.includes(id)).sort(),
  }
}

function scoreBytes(score: Omit<StoredScore, 'recordedAt'>): string {
  const { document, releaseHash, firstEvidence, lastEvidence } = score
  return canonicalJson({ document, releaseHash, firstEvidence, lastEvidence })
}

function cellBytes(cells: readonly StoredCell[]): string {
  return canonicalJson(cells.map((cell) => ({ ...cell, sum: String(cell.sum), count: String(cell.count) })))
}
