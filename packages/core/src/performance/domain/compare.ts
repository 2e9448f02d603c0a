import type { ScoreDocument } from './document.ts'
import { formatMicro, toMicro } from './fixed.ts'
import { type Signal, signalOf } from './signal.ts'

/** A score with its light and its change since the month before, as screens show it. */
export interface Measured {
  readonly score: string | null
  readonly signal: Signal
  readonly previous: string | null
  readonly change: string | null
}

/** Sets a score beside that of the month before. */
export function measured(
  score: string | null,
  previous: string | null,
  thresholds: { readonly green: number; readonly yellow: number },
): Measured {
  return {
    score,
    signal: signalOf(score === null ? null : toMicro(score), thresholds),
    previous,
    change: difference(score, previous),
  }
}

/** `after` − `before` as a decimal of six places; null when one is missing. */
export function difference(after: string | null, before: string | null): string | null {
  return after === null || before === null ? null : formatMicro(toMicro(after) - toMicro(before))
}

/** The score of a node (`unit`, `objective:fast-service`) in a stored document; null when it has none. */
export function scoreAt(document: ScoreDocument | undefined, nodeKey: string): string | null {
  if (!document) return null
  if (nodeKey === 'unit') return document.score
  const [level, key = ''] = nodeKey.split(':')
  if (level === 'perspective') return document.perspectives[key] ?? null
  if (level === 'objective') return document.objectives[key] ?? null
  return level === 'indicator' ? (document.indicators[key]?.score ?? null) : null
}
