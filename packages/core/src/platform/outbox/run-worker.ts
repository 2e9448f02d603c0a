import { type Ctx, type Id, NotFoundError, type TenantDatabase, UnavailableError } from '../../kernel/index.ts'
import { OUTBOX_CHANNEL } from '../db/announcer.ts'
import { databaseOf } from '../db/database.ts'
import { listen } from '../db/listen.ts'
import { deliverEnvelopes } from '../exchange/deliver-envelopes.ts'
import type { EnvelopeHandler } from '../exchange/envelope.ts'
import type { TenantDirectory } from '../jobs/job-system.ts'
import { systemCtx } from '../worker-ctx.ts'
import { drainOutbox } from './drain-outbox.ts'
import type { Subscriber } from './subscriber.ts'
import { tenantsWithWork } from './worker-status.store.ts'

const SWEEP_LIMIT_MS = 5_000

export interface WorkerOptions {
  readonly db: TenantDatabase
  readonly tenants: TenantDirectory
  readonly subscribers: readonly Subscriber[]
  readonly envelopeHandlers: readonly EnvelopeHandler[]
  readonly onError: (error: unknown, what: string) => void
  /** Told after each batch, for metrics. */
  readonly onBatch?: (batch: { tenantId: Id; events: number; seconds: number }) => void
  /** Agencies worked on at once; below the size of the pool. */
  readonly parallel?: number
  readonly sweepMs?: number
}

export interface RunningWorker {
  /** Takes nothing new and waits for what runs. */
  stop(): Promise<void>
}

/**
 * Keeps consuming events and carrying envelopes: woken by NOTIFY, and by a sweep that needs no notice. Several
 * workers may run: an agency's batch is under an advisory lock, and the marks of consumers make twice once.
 */
export function runWorker(options: WorkerOptions): RunningWorker {
  const { db, tenants, subscribers, envelopeHandlers, onError } = options
  const waiting = new Set<Id>()
  const busy = new Map<Id, Promise<void>>()
  const parallel = options.parallel ?? 2
  let stopping = false
  let sweeping = false

  const enter = async (tenantId: Id): Promise<Ctx> => {
    const tenant = await tenants.byId(tenantId)
    if (tenant === undefined) throw new NotFoundError('agency.unknown')
    return systemCtx(db, tenant, 'worker')
  }

  const work = async (tenantId: Id): Promise<void> => {
    try {
      const ctx = await enter(tenantId)
      const started = performance.now()
      const events = await drainOutbox(ctx, subscribers)
      const envelopes = await deliverEnvelopes(ctx, enter, envelopeHandlers)
      if (events > 0) options.onBatch?.({ tenantId, events, seconds: (performance.now() - started) / 1000 })
      // To the end of the line, so that a busy agency does not keep the others waiting.
      if (events > 0 || envelopes > 0) waiting.add(tenantId)
    } catch (error) {
      onError(error, 'worker')
    }
  }

  const next = () => {
    for (const tenantId of waiting) {
      if (stopping || busy.size >= parallel) return
      if (busy.has(tenantId)) continue
      waiting.delete(tenantId)
      const run = work(tenantId).finally(() => {
        busy.delete(tenantId)
        next()
      })
      busy.set(tenantId, run)
    }
  }

  const sweep = async () => {
    if (sweeping || stopping) return
    sweeping = true
    try {
      for (const tenantId of await soon(tenantsWithWork(db))) waiting.add(tenantId)
      next()
    } catch (error) {
      onError(error, 'sweep')
    } finally {
      sweeping = false
    }
  }

  const listener = listen(databaseOf({ db }).url, OUTBOX_CHANNEL, 'harmony-worker-listen', {
    onMessage(tenantId) {
      waiting.add(tenantId)
      next()
    },
    onReady: () => void sweep(),
    onError: (error) => onError(error, 'listen'),
  })
  const timer = setInterval(() => void sweep(), options.sweepMs ?? 250)

  return {
    async stop() {
      stopping = true
      clearInterval(timer)
      await listener.close()
      await Promise.all(busy.values())
    },
  }
}

/** Refuses to wait for an answer that a breaking connection may never give. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnavailableError('database.connection-lost')), SWEEP_LIMIT_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
