import { type Checkpoint, commitmentOf, GENESIS, linkOf, type SealedRecord } from './chain.ts'

/** What is wrong, and at which number of the chain. */
export interface ChainFault {
  readonly kind:
    | 'altered'
    | 'out-of-order'
    | 'missing'
    | 'other-agency'
    | 'cut-off'
    | 'rewritten'
    | 'forged-checkpoint'
    | 'not-sealed'
  readonly sequence: number
  readonly auditId: string | null
}

export interface ChainReport {
  readonly records: number
  readonly head: { readonly sequence: number; readonly hash: string } | null
  /** Records whose details were purged: their place and time verify, their words are gone. */
  readonly purged: number
  readonly checkpoints: number
  /** The last number a checkpoint vouches for; 0 without one. */
  readonly vouchedFor: number
  readonly faults: readonly ChainFault[]
}

/** Enough to see what is wrong; a broken chain breaks at every record after it. */
const MOST_FAULTS = 100

/**
 * Follows a chain from its first record (B11, G6): every change, removal, addition, reordering or cut up to the last
 * checkpoint is found. Needs no database: an export and the checkpoints kept elsewhere are enough.
 * @param isSigned whether a checkpoint's signature is the product's own
 */
export async function verifyChain(
  tenantId: string,
  records: AsyncIterable<SealedRecord> | Iterable<SealedRecord>,
  checkpoints: readonly Checkpoint[],
  isSigned: (checkpoint: Checkpoint) => boolean,
): Promise<ChainReport> {
  const faults: ChainFault[] = []
  const fault = (kind: ChainFault['kind'], sequence: number, auditId: string | null) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, sequence, auditId })
  }
  const heads = new Map<number, Checkpoint[]>()
  for (const checkpoint of checkpoints) {
    if (checkpoint.tenantId !== tenantId || !isSigned(checkpoint)) {
      fault('forged-checkpoint', checkpoint.sequence, null)
      continue
    }
    heads.set(checkpoint.sequence, [...(heads.get(checkpoint.sequence) ?? []), checkpoint])
  }
  let previous = GENESIS
  let sequence = 0
  let purged = 0
  let count = 0
  for await (const record of records) {
    count += 1
    if (record.sequence !== sequence + 1)
      fault(record.sequence > sequence ? 'missing' : 'out-of-order', record.sequence, record.auditId)
    if (record.tenantId !== tenantId) fault('other-agency', record.sequence, record.auditId)
    if (record.details === null || record.salt === null) purged += 1
    else if (commitmentOf(record.salt, record.details) !== record.commitment)
      fault('altered', record.sequence, record.auditId)
    if (linkOf(previous, record) !== record.hash) fault('altered', record.sequence, record.auditId)
    for (const head of heads.get(record.sequence) ?? []) {
      if (head.hash !== record.hash) fault('rewritten', record.sequence, record.auditId)
    }
    previous = record.hash
    sequence = record.sequence
  }
  const vouchedFor = Math.max(0, ...heads.keys())
  if (vouchedFor > sequence) fault('cut-off', sequence, null)
  return {
    records: count,
    head: count === 0 ? null : { sequence, hash: previous },
    purged,
    checkpoints: checkpoints.length,
    vouchedFor,
    faults,
  }
}
