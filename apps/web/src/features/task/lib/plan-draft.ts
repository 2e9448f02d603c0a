import type { Phase } from '../api.ts'
import type { Day } from './days.ts'
import { readWeight, remainderOf } from './weights.ts'

/** A phase as it is being edited; the weight as it was typed. */
export interface DraftPhase {
  /** Of the page only, so that rows keep their fields while they move. */
  readonly key: string
  /** The phase's own id; absent for a new one. */
  readonly id?: string
  readonly name: string
  readonly activity: string
  readonly weight: string
  readonly dueDate: Day | ''
  /** A phase that is done keeps its place; its due date is history. */
  readonly completed: boolean
}

/** The plan as rows to edit. */
export function draftOf(phases: readonly Phase[]): DraftPhase[] {
  return phases.map((phase) => ({
    key: phase.id,
    id: phase.id,
    name: phase.name,
    activity: phase.activity,
    weight: String(phase.plannedWeight),
    dueDate: phase.dueDate,
    completed: phase.completedDate !== null,
  }))
}

/** The weights as numbers; what is no number counts as nothing. */
export function weightsOf(rows: readonly DraftPhase[]): number[] {
  return rows.map((row) => readWeight(row.weight) ?? 0)
}

/** What keeps a row from being saved. */
export interface RowFaults {
  readonly name: boolean
  readonly weight: boolean
  readonly dueDate: boolean
}

/** The faults of each row, and whether the weights make 100. */
export function faultsOf(rows: readonly DraftPhase[]): { readonly rows: RowFaults[]; readonly whole: boolean } {
  return {
    rows: rows.map((row) => ({
      name: row.name.trim() === '',
      weight: (readWeight(row.weight) ?? 0) < 1,
      dueDate: row.dueDate === '',
    })),
    whole: remainderOf(weightsOf(rows)) === 0,
  }
}

/** True when nothing keeps the plan from being saved. */
export function isSound(rows: readonly DraftPhase[]): boolean {
  const faults = faultsOf(rows)
  return rows.length > 0 && faults.whole && faults.rows.every((row) => !row.name && !row.weight && !row.dueDate)
}

/** The rows with one moved up or down by a place. */
export function moved(rows: readonly DraftPhase[], from: number, by: -1 | 1): DraftPhase[] {
  const to = from + by
  if (to < 0 || to >= rows.length) return [...rows]
  const next = [...rows]
  const [row] = next.splice(from, 1)
  if (row) next.splice(to, 0, row)
  return next
}
