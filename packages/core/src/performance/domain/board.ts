import type { Micro } from './fixed.ts'
import { SOURCES, type Source } from './model.ts'
import { type IndicatorInput, type IndicatorSum, rescoreUnit, scoreUnit, type UnitScore } from './score.ts'
import { feeds, type ScoringModel } from './scoring-model.ts'

/**
 * Evidence of one month as columns, for replaying millions of rows: units, services and subjects are numbered from 0.
 * Values are millionths, and exact, as no sum may pass 2⁵³.
 */
export interface EvidenceColumns {
  readonly length: number
  readonly unit: Int32Array
  /** Index in SOURCES. */
  readonly source: Uint8Array
  readonly service: Uint16Array
  readonly subject: Int32Array
  readonly revision: Uint16Array
  readonly value: Float64Array
  readonly count: Uint8Array
}

/** What the columns' numbers stand for. Units roll up over all evidence below; a unit comes after its parent. */
export interface Frame {
  /** The unit above each unit, −1 for the agency. */
  readonly parent: Int32Array
  readonly services: readonly string[]
  readonly subjects: number
}

/** All scores of a month in memory, ready for the next change. */
export interface Board {
  readonly model: ScoringModel
  readonly frame: Frame
  /** By unit × indicator. */
  readonly sums: Float64Array
  readonly counts: Float64Array
  readonly scores: UnitScore[]
  /** Indicators that a source and service feed. */
  readonly fed: readonly (readonly number[])[]
}

/** One more (or, with negative numbers, one less) fact of a unit. */
export interface Change {
  readonly unit: number
  readonly source: Source
  readonly service: number
  readonly value: number
  readonly count: number
}

/**
 * Every score from zero over columns of evidence.
 * @throws RangeError when a sum could pass 2⁵³ and would no longer be exact
 */
export function buildBoard(model: ScoringModel, frame: Frame, columns: EvidenceColumns): Board {
  const { sums, counts, width } = foldColumns(frame, columns)
  const units = frame.parent.length
  for (let unit = units - 1; unit > 0; unit--) {
    const parent = frame.parent[unit] ?? -1
    if (parent < 0) continue
    for (let cell = 0; cell < width; cell++) {
      sums[parent * width + cell] = at(sums, parent * width + cell) + at(sums, unit * width + cell)
      counts[parent * width + cell] = at(counts, parent * width + cell) + at(counts, unit * width + cell)
    }
  }
  const fed = fedBy(model, frame.services)
  const indicators = model.indicators.length
  const board: Board = {
    model,
    frame,
    fed,
    sums: new Float64Array(units * indicators),
    counts: new Float64Array(units * indicators),
    scores: [],
  }
  for (let unit = 0; unit < units; unit++) {
    for (let cell = 0; cell < width; cell++) {
      for (const index of fed[cell] ?? []) {
        board.sums[unit * indicators + index] =
          at(board.sums, unit * indicators + index) + at(sums, unit * width + cell)
        board.counts[unit * indicators + index] =
          at(board.counts, unit * indicators + index) + at(counts, unit * width + cell)
      }
    }
    board.scores.push(
      scoreUnit(
        model,
        model.indicators.map((_, index) => sumAt(board, unit, index)),
      ),
    )
  }
  return board
}

/** Takes one change into the board: the unit and the units above it, and in each only the nodes on the way up. */
export function applyChange(board: Board, change: Change): void {
  const { model, frame, fed } = board
  const indicators = model.indicators.length
  const cell = SOURCES.indexOf(change.source) * frame.services.length + change.service
  for (let unit = change.unit; unit >= 0; unit = frame.parent[unit] ?? -1) {
    const changed = new Map<number, IndicatorInput>()
    for (const index of fed[cell] ?? []) {
      board.sums[unit * indicators + index] = at(board.sums, unit * indicators + index) + change.value
      board.counts[unit * indicators + index] = at(board.counts, unit * indicators + index) + change.count
      changed.set(index, sumAt(board, unit, index))
    }
    const before = board.scores[unit]
    if (before && changed.size > 0) board.scores[unit] = rescoreUnit(model, before, changed)
  }
}

function foldColumns(frame: Frame, columns: EvidenceColumns) {
  const { unit, source, service, subject, revision, value, count, length } = columns
  const services = frame.services.length
  const width = SOURCES.length * services
  const sums = new Float64Array(frame.parent.length * width)
  const counts = new Float64Array(frame.parent.length * width)
  const living = new Int32Array(frame.subjects * SOURCES.length).fill(-1)
  let largest = 0
  for (let row = 0; row < length; row++) {
    const key = at(subject, row) * SOURCES.length + at(source, row)
    const best = at(living, key)
    if (best < 0 || at(revision, best) < at(revision, row)) living[key] = row
    if (at(value, row) > largest) largest = at(value, row)
  }
  if (largest * length > Number.MAX_SAFE_INTEGER) throw new RangeError('sums of these columns may not be exact')
  for (let key = 0; key < living.length; key++) {
    const row = at(living, key)
    if (row < 0) continue
    const cell = at(unit, row) * width + at(source, row) * services + at(service, row)
    sums[cell] = at(sums, cell) + at(value, row)
    counts[cell] = at(counts, cell) + at(count, row)
  }
  return { sums, counts, width }
}

function fedBy(model: ScoringModel, services: readonly string[]): number[][] {
  return SOURCES.flatMap((source) =>
    services.map((service) =>
      model.indicators.flatMap((indicator, index) => (feeds(indicator.spec, source, service) ? [index] : [])),
    ),
  )
}

function sumAt(board: Board, unit: number, index: number): IndicatorSum {
  const cell = unit * board.model.indicators.length + index
  return { sum: BigInt(at(board.sums, cell)) as Micro, count: BigInt(at(board.counts, cell)) }
}

/** Typed arrays hold a number at every index below their length. */
function at(numbers: { readonly [index: number]: number }, index: number): number {
  return numbers[index] as number
}
