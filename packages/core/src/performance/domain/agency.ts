import type { Id } from '../../kernel/index.ts'
import type { Cell } from './fold.ts'
import type { UnitKind } from './model.ts'
import { type IndicatorInput, indicatorSums, scoreUnit, type UnitScore } from './score.ts'
import { childWeight, rollUpOf, type ScoringModel } from './scoring-model.ts'

/** What scoring knows of a unit. */
export interface UnitRef {
  readonly id: Id
  readonly code: string
  readonly kind: UnitKind
}

/** The cells of one month by unit. */
export function cellsByUnit<C extends Cell>(cells: Iterable<C>): Map<Id, C[]> {
  const byUnit = new Map<Id, C[]>()
  for (const cell of cells) {
    const list = byUnit.get(cell.unitId)
    if (list) list.push(cell)
    else byUnit.set(cell.unitId, [cell])
  }
  return byUnit
}

/**
 * Scores every unit that has cells, children before parents. Who is whose child is read from the cells (`via`),
 * so it is the organisation as it was when the evidence arose. Units of `known` need not be computed again.
 */
export function scoreAgency(
  model: ScoringModel,
  cells: ReadonlyMap<Id, readonly Cell[]>,
  unitOf: (id: Id) => UnitRef,
  known: ReadonlyMap<Id, UnitScore> = new Map(),
): Map<Id, UnitScore> {
  const scores = new Map(known)
  const visit = (id: Id): UnitScore => {
    const done = scores.get(id)
    if (done) return done
    const own = cells.get(id) ?? []
    const score = scoreUnit(model, unitInputs(model, unitOf(id), own, unitOf, visit))
    scores.set(id, score)
    return score
  }
  for (const id of cells.keys()) visit(id)
  return scores
}

/** The inputs of a unit's indicators by the roll-up the release declares for its kind. */
export function unitInputs(
  model: ScoringModel,
  unit: UnitRef,
  cells: readonly Cell[],
  unitOf: (id: Id) => UnitRef,
  scoreOf: (child: Id) => UnitScore,
): IndicatorInput[] {
  const sums = indicatorSums(model, cells)
  if (rollUpOf(model, unit.kind) === 'evidence') return sums
  const parts = childParts(model, unit, cells, unitOf, scoreOf)
  return sums.map((sum, index) => ({
    ...sum,
    children: parts.map((part) => ({ weight: part.weight, score: part.scores.indicators[index]?.score ?? null })),
  }))
}

/** The children of a unit as its cells tell, in the order of their ids; evidence of its own is one more child. */
export function childParts(
  model: ScoringModel,
  unit: UnitRef,
  cells: readonly Cell[],
  unitOf: (id: Id) => UnitRef,
  scoreOf: (child: Id) => UnitScore,
) {
  const children = [...new Set(cells.map((cell) => cell.viaUnitId))].sort()
  return children.map((id) => {
    const own = id === unit.id
    const scores = own
      ? scoreUnit(
          model,
          indicatorSums(
            model,
            cells.filter((cell) => cell.viaUnitId === id),
          ),
        )
      : scoreOf(id)
    return { unitId: id, weight: childWeight(model, own ? unit.code : unitOf(id).code), scores }
  })
}
