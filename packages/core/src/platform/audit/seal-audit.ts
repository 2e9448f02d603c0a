import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { type Checkpoint, commitmentOf, GENESIS, linkOf } from './chain.ts'
import type { ChainKey } from './chain-key.ts'
import {
  chainHead,
  insertCheckpoint,
  insertSeals,
  lastCheckpoint,
  type Seal,
  tryLockSealing,
  type WaitingRecord,
  waitingRecords,
} from './seal.store.ts'

const BATCH = 1_000

/**
 * Chains the agency's records that have no seal yet, batch by batch (B11). Writers never wait for it: a record is
 * sealed after its commit, in the order the sealer meets it, and one worker at a time seals an agency.
 * @returns how many were sealed
 */
export async function sealAudit(ctx: Ctx): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await withTenant(ctx, async (tx) => {
      if (!(await tryLockSealing(tx))) return 0
      const [head, records] = await Promise.all([chainHead(tx), waitingRecords(tx, BATCH)])
      if (records.length > 0) await insertSeals(tx, chained(records, head))
      return records.length
    })
    sealed += count
    if (count < BATCH) return sealed
  }
}

/**
 * Signs the head of the agency's chain. The caller keeps it outside the database, where who rewrites the chain
 * does not reach.
 * @returns the signed head; undefined when nothing was sealed since the last one
 */
export async function signHead(ctx: Ctx, key: ChainKey): Promise<Checkpoint | undefined> {
  return withTenant(ctx, async (tx) => {
    const [head, last] = await Promise.all([chainHead(tx), lastCheckpoint(tx)])
    if (head === undefined || head.sequence === last) return undefined
    const signedAt = ctx.clock.now().toISOString()
    const checkpoint = key.sign({ tenantId: tx.tenantId, ...head, signedAt })
    await insertCheckpoint(tx, checkpoint)
    return checkpoint
  })
}

function chained(records: readonly WaitingRecord[], head: { sequence: number; hash: string } | undefined): Seal[] {
  let { sequence, hash } = head ?? { sequence: 0, hash: GENESIS }
  return records.map(({ details, ...record }) => {
    sequence += 1
    const salt = randomBytes(16).toString('hex')
    const commitment = commitmentOf(salt, details)
    hash = linkOf(hash, { ...record, sequence, commitment })
    return { sequence, auditId: record.auditId, salt, commitment, hash }
  })
}
