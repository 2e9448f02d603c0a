import { createHash } from 'node:crypto'

/** A record of the chain with its stored texts: what is hashed is what stands in the database, byte for byte. */
export interface SealedRecord {
  readonly sequence: number
  readonly auditId: string
  readonly tenantId: string
  readonly action: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly subjectType: string
  readonly subjectId: string
  readonly requestId: string
  /** UTC with microseconds, as in `2026-11-22T05:00:00.000001Z`. */
  readonly occurredAt: string
  readonly recordedAt: string
  /** What may hold personal data; null once it was purged. */
  readonly details: RecordDetails | null
  readonly salt: string | null
  readonly commitment: string
  readonly hash: string
}

/** `before` and `after` are JSON texts. */
export interface RecordDetails {
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly source: string | null
}

/** A signed head of the chain, kept outside the database. */
export interface Checkpoint {
  readonly tenantId: string
  readonly sequence: number
  readonly hash: string
  readonly signedAt: string
  /** Ed25519 over `checkpointText`, base64url. */
  readonly signature: string
}

/** The hash before the first record. */
export const GENESIS = '0'.repeat(64)

/** SHA-256 over the salt and the details: says that they are unchanged without saying what they are. */
export function commitmentOf(salt: string, { before, after, reason, source }: RecordDetails): string {
  return sha256(JSON.stringify([salt, before, after, reason, source]))
}

/** SHA-256 over the previous record's hash and all of this one but its details, for which the commitment stands. */
export function linkOf(previous: string, record: Omit<SealedRecord, 'details' | 'salt' | 'hash'>): string {
  return sha256(
    JSON.stringify([
      previous,
      record.sequence,
      record.tenantId,
      record.auditId,
      record.action,
      record.actorKind,
      record.actorId,
      record.actorName,
      record.subjectType,
      record.subjectId,
      record.requestId,
      record.occurredAt,
      record.recordedAt,
      record.commitment,
    ]),
  )
}

/** The text a checkpoint's signature stands for. */
export function checkpointText({ tenantId, sequence, hash, signedAt }: Omit<Checkpoint, 'signature'>): string {
  return JSON.stringify(['harmony-audit-checkpoint', tenantId, sequence, hash, signedAt])
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
