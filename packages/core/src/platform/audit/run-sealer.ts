import type { Id, TenantDatabase } from '../../kernel/index.ts'
import type { TenantDirectory } from '../jobs/job-system.ts'
import { systemCtx } from '../worker-ctx.ts'
import type { Checkpoint } from './chain.ts'
import type { ChainKey } from './chain-key.ts'
import { tenantsToSeal } from './seal.store.ts'
import { sealAudit, signHead } from './seal-audit.ts'

const SEAL_EVERY_MS = 1_000
/** A signed head leaves the database at least so often. */
const SIGN_EVERY_MS = 5 * 60_000

export interface SealerOptions {
  readonly db: TenantDatabase
  readonly tenants: TenantDirectory
  /** Null: records are sealed, but no head is signed. */
  readonly key: ChainKey | null
  /** Keeps a signed head where who rewrites the database does not reach. */
  readonly keep: (checkpoint: Checkpoint, tenant: { readonly slug: string }) => Promise<void>
  readonly onError: (error: unknown, what: string) => void
  readonly sealEveryMs?: number
  readonly signEveryMs?: number
}

export interface RunningSealer {
  /** Begins nothing new and waits for what runs. */
  stop(): Promise<void>
}

/** Seals every agency's records within a second of their commit and signs the heads. Several workers may run it. */
export function runSealer(options: SealerOptions): RunningSealer {
  const { db, tenants, key, keep, onError } = options
  const signed = new Map<Id, number>()
  let running: Promise<void> | undefined
  let stopping = false

  const seal = async (tenantId: Id): Promise<void> => {
    const tenant = await tenants.byId(tenantId)
    if (tenant === undefined || stopping) return
    const ctx = systemCtx(db, tenant, 'sealer')
    await sealAudit(ctx)
    if (key === null) return
    if (performance.now() - (signed.get(tenantId) ?? Number.NEGATIVE_INFINITY) < (options.signEveryMs ?? SIGN_EVERY_MS))
      return
    const checkpoint = await signHead(ctx, key)
    if (checkpoint !== undefined) await keep(checkpoint, tenant)
    signed.set(tenantId, performance.now())
  }
  const round = async () => {
    try {
      for (const tenantId of await tenantsToSeal(db)) await seal(tenantId)
    } catch (error) {
      onError(error, 'seal')
    }
  }
  const timer = setInterval(() => {
    if (stopping || running !== undefined) return
    running = round().finally(() => {
      running = undefined
    })
  }, options.sealEveryMs ?? SEAL_EVERY_MS)

  return {
    async stop() {
      stopping = true
      clearInterval(timer)
      await running
    },
  }
}
