import type { Id } from '../../../kernel/index.ts'

/** Cards of managed tasks of one unit, counted. */
export interface UnitCount {
  readonly unitId: Id
  readonly total: number
  readonly delayed: number
}

/** A unit of the tree as the monitor needs it. */
export interface TreeUnit {
  readonly id: Id
  readonly parentId: Id | null
}

export interface MonitorCounts {
  readonly total: number
  readonly onTrack: number
  readonly delayed: number
  readonly onTrackRate: number
}

export interface MonitorLine extends MonitorCounts {
  readonly unitId: Id
  readonly hasBelow: boolean
}

/**
 * 정상추진률 = 정상 ÷ 총계 in whole %, half up: 2 of 13 is 15 %, 3 of 14 is 21 %. Nothing to do is 0 %, as in 2005 (R13).
 */
export function onTrackRate(onTrack: number, total: number): number {
  return total === 0 ? 0 : Math.floor((200 * onTrack + total) / (2 * total))
}

/** Total, on track and rate of a number of cards. */
export function countsOf(total: number, delayed: number): MonitorCounts {
  const onTrack = total - delayed
  return { total, onTrack, delayed, onTrackRate: onTrackRate(onTrack, total) }
}

/**
 * One line for each unit right below `rootId`, with all units under it, and one for cards of the unit itself (when
 * it has some, or nothing stands below). Cards of units that the tree does not hold count for the unit itself.
 * @param units in the order to show
 */
export function monitorLines(units: readonly TreeUnit[], rootId: Id, counts: readonly UnitCount[]): MonitorLine[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
  const lineOf = (unitId: Id): Id => {
    for (let at: Id | null | undefined = unitId, left = 40; at != null && left > 0; left -= 1) {
      const parent: Id | null | undefined = parents.get(at)
      if (parent === rootId) return at
      at = parent
    }
    return rootId
  }
  const sums = new Map<Id, { total: number; delayed: number }>()
  for (const { unitId, total, delayed } of counts) {
    const line = lineOf(unitId)
    const sum = sums.get(line) ?? { total: 0, delayed: 0 }
    sums.set(line, { total: sum.total + total, delayed: sum.delayed + delayed })
  }
  const below = units.filter((unit) => unit.parentId === rootId)
  const holders = new Set(units.map((unit) => unit.parentId))
  const line = (unitId: Id, hasBelow: boolean): MonitorLine => {
    const { total, delayed } = sums.get(unitId) ?? { total: 0, delayed: 0 }
    return { unitId, hasBelow, ...countsOf(total, delayed) }
  }
  const own = sums.has(rootId) || below.length === 0 ? [line(rootId, false)] : []
  return [...own, ...below.map((unit) => line(unit.id, holders.has(unit.id)))]
}

/** The unit and all units below it, as the tree stands. */
export function unitsUnder(units: readonly TreeUnit[], rootId: Id): Id[] {
  const children = new Map<Id, Id[]>()
  for (const { id, parentId } of units)
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id])
  const found: Id[] = [rootId]
  for (const id of found) found.push(...(children.get(id) ?? []))
  return found
}
