import type { StrategyMapOutput } from '@harmony/core/performance/schemas'

/** The strategy map as the api gives it. */
export type StrategyMap = StrategyMapOutput
export type Perspective = StrategyMap['perspectives'][number]
export type Objective = Perspective['objectives'][number]

/** An objective with the perspective it stands in. */
export interface Placed {
  readonly objective: Objective
  readonly perspective: Perspective
}

/** All objectives by key, in reading order. */
export function placedObjectives(map: StrategyMap): ReadonlyMap<string, Placed> {
  return new Map(
    map.perspectives.flatMap((perspective) =>
      perspective.objectives.map((objective) => [objective.key, { objective, perspective }] as const),
    ),
  )
}

/** The objective to look at first: the weakest measured one, else the first. */
export function firstObjective(map: StrategyMap): string | undefined {
  const all = [...placedObjectives(map).values()].map((placed) => placed.objective)
  const measured = all.filter((objective) => objective.score !== null)
  const weakest = measured.reduce<Objective | undefined>(
    (worst, one) => (worst === undefined || Number(one.score) < Number(worst.score) ? one : worst),
    undefined,
  )
  return (weakest ?? all[0])?.key
}

/** A month before or after, as `YYYY-MM`. */
export function shiftMonth(key: string, by: number): string {
  const [year = 0, month = 1] = key.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 + by, 1))
  return `${at.getUTCFullYear()}-${String(at.getUTCMonth() + 1).padStart(2, '0')}`
}

/** The first instant of a month in Korea, for date formatting. */
export function monthInstant(key: string): string {
  return `${key}-01T00:00:00+09:00`
}

/** The present month in Korea, as `YYYY-MM`. */
export function currentMonth(now: Date = new Date()): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 7)
}

/** The months from the first one with a score on. */
export function sinceFirstMeasured<T extends { readonly score: string | null }>(points: readonly T[]): readonly T[] {
  const first = points.findIndex((point) => point.score !== null)
  return first < 0 ? [] : points.slice(first)
}
