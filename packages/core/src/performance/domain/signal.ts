import { type Micro, toMicro } from './fixed.ts'

export type Signal = 'green' | 'yellow' | 'red' | 'none'

/** The early-warning light of a score (R32): `none` when there is none. The thresholds themselves are reached. */
export function signalOf(score: Micro | null, thresholds: { readonly green: number; readonly yellow: number }): Signal {
  if (score === null) return 'none'
  if (score >= toMicro(thresholds.green)) return 'green'
  return score >= toMicro(thresholds.yellow) ? 'yellow' : 'red'
}
