import type { Ctx } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import type { Checkpoint, SealedRecord } from './chain.ts'
import { recordsOutsideChain, sealedRecords } from './seal.store.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

const PAGE = 5_000

/** The agency's chain from its first record on, a page at a time. */
export async function* readChain(ctx: Ctx): AsyncGenerator<SealedRecord> {
  let after = 0
  for (;;) {
    const page = await withTenant(ctx, (tx) => sealedRecords(tx, after, PAGE))
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.sequence
  }
}

/**
 * Verifies the chain in the database against the checkpoints kept outside it; also finds records that were put
 * into the table without ever passing the product.
 */
export async function verifyAudit(
  ctx: Ctx,
  checkpoints: readonly Checkpoint[],
  isSigned: (checkpoint: Checkpoint) => boolean,
): Promise<ChainReport> {
  const report = await verifyChain(ctx.tenantId, readChain(ctx), checkpoints, isSigned)
  const outside = await withTenant(ctx, (tx) => recordsOutsideChain(tx, 100))
  const faults = outside.map((auditId) => ({ kind: 'not-sealed' as const, sequence: 0, auditId }))
  return { ...report, faults: [...report.faults, ...faults] }
}
