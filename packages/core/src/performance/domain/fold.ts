import type { Id } from '../../kernel/index.ts'
import { type Evidence, subjectKey } from './evidence.ts'
import type { Micro } from './fixed.ts'
import type { Source } from './model.ts'
import type { PeriodKey } from './period.ts'

/**
 * An exact sum: what a unit holds of one source and service in a month. `via` is the unit directly below through
 * which it came, or the unit itself for evidence of its own.
 */
export interface Cell {
  readonly periodKey: PeriodKey
  readonly unitId: Id
  readonly viaUnitId: Id
  readonly source: Source
  readonly serviceKey: string
  readonly sum: Micro
  readonly count: bigint
}

export interface Fold {
  readonly cells: Map<string, Cell>
  /** The row that counts, by subject. */
  readonly living: Map<string, Evidence>
}

/** Nothing folded yet. */
export function emptyFold(): Fold {
  return { cells: new Map(), living: new Map() }
}

/** Every aggregate from zero. The order and the number of times a row comes make no difference. */
export function foldAll(evidence: Iterable<Evidence>, isClosed?: (key: PeriodKey) => boolean): Fold {
  const fold = emptyFold()
  for (const row of evidence) foldOne(fold, row, isClosed)
  return fold
}

/**
 * Adds one row and returns the cells that changed (none for a row already superseded or seen).
 * A superseded row leaves its month unless that month is closed: published months never change.
 */
export function foldOne(fold: Fold, row: Evidence, isClosed: (key: PeriodKey) => boolean = () => false): Cell[] {
  const key = subjectKey(row)
  const prior = fold.living.get(key)
  if (prior && prior.revision >= row.revision) return []
  fold.living.set(key, row)
  const leaving = prior && !isClosed(prior.periodKey) ? contributions(prior, -1n) : []
  const changes = [...leaving, ...contributions(row, 1n)]
  return changes.map((change) => addCell(fold.cells, change))
}

/** What one row adds (`sign` 1) or takes away (−1), at its unit and at each unit above it. */
export function contributions(row: Omit<Evidence, 'recordedAt'>, sign: 1n | -1n): Cell[] {
  if (row.count === 0 && row.value === 0n) return []
  return row.unitPath.map((unitId, depth) => ({
    periodKey: row.periodKey,
    unitId,
    viaUnitId: row.unitPath[depth - 1] ?? unitId,
    source: row.source,
    serviceKey: row.serviceKey,
    sum: sign * row.value,
    count: sign * BigInt(row.count),
  }))
}

/** Adds a change to its cell; a cell that is back at nothing goes away, as if it had never been. */
export function addCell(cells: Map<string, Cell>, change: Cell): Cell {
  const key = cellKey(change)
  const before = cells.get(key)
  const after = before ? { ...before, sum: before.sum + change.sum, count: before.count + change.count } : change
  if (after.sum === 0n && after.count === 0n) cells.delete(key)
  else cells.set(key, after)
  return after
}

/** What tells a cell from every other one. */
export function cellKey(cell: Omit<Cell, 'sum' | 'count'>): string {
  return `${cell.periodKey}|${cell.unitId}|${cell.viaUnitId}|${cell.source}|${cell.serviceKey}`
}
