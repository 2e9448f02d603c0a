import type { Id } from '../../kernel/index.ts'
import type { Micro } from './fixed.ts'
import { type Source, SUBJECT_OF } from './model.ts'
import type { PeriodKey } from './period.ts'
import { promiseSequence } from './promise.ts'

/**
 * One fact that scores are made of. Rows are only ever added: of the rows of one subject and source the highest
 * `revision` counts, so a correction or a reopening is one more row. A retraction has value 0 and count 0.
 */
export interface Evidence {
  readonly id: Id
  readonly source: Source
  readonly subjectId: Id
  readonly revision: number
  readonly occurredAt: Date
  readonly recordedAt: Date
  /** The month it counts in: that of `occurredAt`, or the open one when that was closed already. */
  readonly periodKey: PeriodKey
  /** The unit responsible when the act was done, then the units above it then, up to the agency. */
  readonly unitPath: readonly Id[]
  readonly personId: Id | null
  readonly serviceKey: string
  readonly value: Micro
  readonly count: number
}

/** Revision of the nth completion or rating of a subject. */
export function revisionOf(sequence: number): number {
  return 2 * sequence
}

/** Revision that takes the nth completion back; the next completion is above it again. */
export function retractionOf(sequence: number): number {
  return 2 * sequence + 1
}

/** Which completion, rating or doing a row tells of. */
export function sequenceOf({ source, revision }: Pick<Evidence, 'source' | 'revision'>): number {
  return isPromise(source) ? promiseSequence(revision) : Math.floor(revision / 2)
}

function isPromise(source: Source): boolean {
  return ['phase', 'quality-stage', 'directive'].includes(SUBJECT_OF[source])
}

/** What rows supersede each other by. */
export function subjectKey(evidence: Pick<Evidence, 'source' | 'subjectId'>): string {
  return `${evidence.source}|${evidence.subjectId}`
}
