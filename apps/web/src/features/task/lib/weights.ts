/** What every phase keeps at the least, in percent: a phase of nothing is no phase. */
export const LEAST_WEIGHT = 1

/** The sum that the weights of a plan make (R10). */
export const WHOLE = 100

/** What is left to give out, in percent; negative when too much was given. */
export function remainderOf(weights: readonly number[]): number {
  return WHOLE - weights.reduce((sum, weight) => sum + weight, 0)
}

/** Where a phase ends on the bar, in percent from its beginning. */
export function borderAt(weights: readonly number[], border: number): number {
  return weights.slice(0, border + 1).reduce((sum, weight) => sum + weight, 0)
}

/**
 * Moves the border between two neighbours; their sum, and so the whole, stays as it was.
 * @param border index of the phase before the border
 * @param to where the border comes to stand, in percent from the beginning; whole percents
 * @returns new weights; each of the two neighbours keeps the least
 */
export function moveBorder(weights: readonly number[], border: number, to: number): number[] {
  const left = weights[border]
  const right = weights[border + 1]
  if (left === undefined || right === undefined) return [...weights]
  const begin = borderAt(weights, border) - left
  const both = left + right
  const least = Math.min(LEAST_WEIGHT, both)
  const next = Math.min(both - least, Math.max(least, Math.round(to) - begin))
  return weights.map((weight, index) => (index === border ? next : index === border + 1 ? both - next : weight))
}

/**
 * Gives what is left to one phase, so that the whole is 100 again; it keeps the least.
 * @param index the phase that takes the rest
 */
export function giveRest(weights: readonly number[], index: number): number[] {
  const rest = remainderOf(weights)
  return weights.map((weight, at) => (at === index ? Math.max(LEAST_WEIGHT, weight + rest) : weight))
}

/** A typed weight as a whole percent between 0 and 100; undefined for what is no number. */
export function readWeight(typed: string): number | undefined {
  const plain = typed.trim().replace(/%$/, '')
  if (!/^\d{1,3}$/.test(plain)) return undefined
  const value = Number(plain)
  return value <= WHOLE ? value : undefined
}
