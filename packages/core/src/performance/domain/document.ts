import { canonicalJson } from '../../kernel/index.ts'
import { formatMicro, type Micro, toMicro } from './fixed.ts'
import type { UnitScore } from './score.ts'
import type { ScoringModel } from './scoring-model.ts'

/** A unit's scores as they are stored: decimals of six places as text, null for "no data". */
export interface ScoreDocument {
  readonly score: string | null
  readonly perspectives: Readonly<Record<string, string | null>>
  readonly objectives: Readonly<Record<string, string | null>>
  readonly indicators: Readonly<
    Record<string, { readonly sum: string; readonly count: number; readonly score: string | null }>
  >
}

/** The stored form of scores: by key, so a reader needs no release to understand it. */
export function toDocument(model: ScoringModel, scores: UnitScore): ScoreDocument {
  return {
    score: text(scores.score),
    perspectives: byKey(model.perspectives, (index) => text(scores.perspectives[index] ?? null)),
    objectives: byKey(model.objectives, (index) => text(scores.objectives[index] ?? null)),
    indicators: byKey(model.indicators, (index) => {
      const indicator = scores.indicators[index]
      return {
        sum: formatMicro(indicator?.sum ?? 0n),
        count: Number(indicator?.count ?? 0n),
        score: text(indicator?.score ?? null),
      }
    }),
  }
}

/** Reads stored scores back in the order of the release; a node the document lacks has no data. */
export function fromDocument(model: ScoringModel, document: ScoreDocument): UnitScore {
  return {
    score: micro(document.score),
    perspectives: model.perspectives.map(({ key }) => micro(document.perspectives[key])),
    objectives: model.objectives.map(({ key }) => micro(document.objectives[key])),
    indicators: model.indicators.map(({ key }) => {
      const stored = document.indicators[key]
      return { sum: toMicro(stored?.sum ?? 0), count: BigInt(stored?.count ?? 0), score: micro(stored?.score) }
    }),
  }
}

/** The bytes by which two computations of the same scores are compared. */
export function documentBytes(document: ScoreDocument): string {
  return canonicalJson(document)
}

function text(value: Micro | null): string | null {
  return value === null ? null : formatMicro(value)
}

function micro(value: string | null | undefined): Micro | null {
  return value === null || value === undefined ? null : toMicro(value)
}

function byKey<T>(entries: readonly { readonly key: string }[], pick: (index: number) => T): Record<string, T> {
  return Object.fromEntries(entries.map((entry, index) => [entry.key, pick(index)]))
}
