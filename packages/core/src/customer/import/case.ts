import type { ImportActKind } from './mapping.ts'

/** One act of a case's history after its filing. */
export interface ImportAct {
  readonly kind: Exclude<ImportActKind, 'ignore' | 'complete'>
  readonly at: Date
  readonly unit: string | null
  readonly person: string | null
  readonly note: string | null
}

export interface ImportRating {
  readonly at: Date
  readonly promptness: number
  readonly kindness: number
  readonly attitude: number
  readonly overall: number
  readonly comment: string | null
}

/** One case of a log, checked and in the agency's words; units and persons still by the log's names. */
export interface ImportCase {
  /** Of its first row in the file. */
  readonly line: number
  readonly externalId: string
  readonly serviceKey: string
  readonly channel: string
  readonly title: string
  readonly body: string
  readonly unit: string | null
  readonly person: string | null
  readonly receivedAt: Date
  readonly completedAt: Date | null
  readonly acts: readonly ImportAct[]
  readonly answer: string
  readonly rating: ImportRating | null
  /** Events of the log that were left out. */
  readonly skippedEvents: number
}

/** A row or case that was not imported, and why. */
export interface Rejection {
  readonly line: number
  readonly externalId: string | null
  readonly field: string | null
  /** A key of the message catalogue. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}
