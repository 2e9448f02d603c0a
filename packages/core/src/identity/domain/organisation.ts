import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { UnitKind } from './roles.ts'

/** A unit as it stands at one instant. */
export interface Unit {
  readonly id: Id
  readonly code: string
  readonly kind: UnitKind
  readonly name: LocalizedText
  readonly parentId: Id | null
  readonly sort: number
}

/** 팀제 (R57): an agency at the top, bureaus under it, teams under a bureau or directly under the agency. */
export function mayStandUnder(kind: UnitKind, parentKind: UnitKind | null): boolean {
  switch (kind) {
    case 'agency':
      return parentKind === null
    case 'bureau':
      return parentKind === 'agency' || parentKind === 'bureau'
    case 'team':
      return parentKind === 'agency' || parentKind === 'bureau'
  }
}

/** From a unit's parent up to the agency; empty for the agency and for an unknown unit. */
export function ancestors(units: readonly Unit[], unitId: Id): Id[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const path: Id[] = []
  let parent = byId.get(unitId)?.parentId ?? null
  while (parent !== null && !path.includes(parent)) {
    path.push(parent)
    parent = byId.get(parent)?.parentId ?? null
  }
  return path
}

/** True when moving the unit under the parent would put it below itself. */
export function wouldCycle(units: readonly Unit[], unitId: Id, parentId: Id): boolean {
  return unitId === parentId || ancestors(units, parentId).includes(unitId)
}

/** Units in reading order: each parent before its children, siblings by sort, then code. */
export function inTreeOrder(units: readonly Unit[]): Unit[] {
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<Id | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  const ordered: Unit[] = []
  const visit = (parent: Id | null) => {
    const siblings = children.get(parent) ?? []
    for (const unit of siblings.sort((a, b) => a.sort - b.sort || (a.code < b.code ? -1 : 1))) {
      ordered.push(unit)
      visit(unit.id)
    }
  }
  visit(null)
  return ordered
}
