import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { UnitRef } from './agency.ts'
import type { UnitKind } from './model.ts'

/** A unit in one of its states over time; `validTo` is exclusive. */
export interface UnitState {
  readonly id: Id
  readonly code: string
  readonly kind: UnitKind
  readonly name: LocalizedText
  readonly parentId: Id | null
  readonly sort: number
  readonly validFrom: Date
  readonly validTo: Date | null
}

/** The organisation over all time, for asking about many instants. */
export interface Organisation {
  /** The unit as it stood at an instant. Before its first state the first holds, after its last the last. */
  stateOf(unitId: Id, at: Date): UnitState | null
  /** The unit itself, then the units above it at that instant, up to the agency; empty for an unknown unit. */
  pathOf(unitId: Id, at: Date): Id[]
  /** Code and kind, which never change. @throws RangeError for an unknown unit */
  unitOf(unitId: Id): UnitRef
  /** Units whose parent it is at that instant, in their order. */
  childrenOf(unitId: Id, at: Date): UnitState[]
  /** The unit and every unit under it at that instant. */
  unitsBelow(unitId: Id, at: Date): Id[]
  agency(): UnitState | null
}

const DEPTH_LIMIT = 32

/** Makes an organisation from all states of its units, oldest first. */
export function organisationOf(states: readonly UnitState[]): Organisation {
  const byUnit = new Map<Id, UnitState[]>()
  for (const state of states) byUnit.set(state.id, [...(byUnit.get(state.id) ?? []), state])
  const stateOf = (unitId: Id, at: Date): UnitState | null => {
    const history = byUnit.get(unitId)
    return history?.findLast((state) => state.validFrom <= at) ?? history?.[0] ?? null
  }
  const fixed = new Map<Id, Id[]>()
  const pathOf = (unitId: Id, at: Date): Id[] => {
    const known = fixed.get(unitId)
    if (known) return known
    const path: Id[] = []
    let unchanged = true
    for (let next: Id | null = unitId; next !== null && path.length < DEPTH_LIMIT && !path.includes(next); ) {
      const state = stateOf(next, at)
      if (!state) break
      unchanged &&= byUnit.get(next)?.length === 1
      path.push(next)
      next = state.parentId
    }
    // Where nothing ever changed the answer is the same at any instant; most units of most agencies.
    if (unchanged) fixed.set(unitId, path)
    return path
  }
  return {
    stateOf,
    pathOf,
    unitOf(unitId) {
      const state = byUnit.get(unitId)?.[0]
      if (!state) throw new RangeError(`unknown unit ${unitId}`)
      return state
    },
    childrenOf: (unitId, at) =>
      [...byUnit.keys()]
        .flatMap((id) => stateOf(id, at) ?? [])
        .filter((state) => state.parentId === unitId && (state.validTo === null || state.validTo > at))
        .sort((a, b) => a.sort - b.sort || (a.code < b.code ? -1 : 1)),
    unitsBelow: (unitId, at) => [...byUnit.keys()].filter((id) => pathOf(id, at).includes(unitId)),
    agency: () => states.findLast((state) => state.kind === 'agency') ?? null,
  }
}
