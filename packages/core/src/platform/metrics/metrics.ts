import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { TenantDatabase } from '../../kernel/index.ts'
import { databaseOf } from '../db/database.ts'
import { workerStatus } from '../outbox/worker-status.store.ts'

/** A process's figures for Prometheus; labels hold no ids of people or agencies. */
export interface Metrics {
  request(request: { route: string; status: number; seconds: number }): void
  transaction(transaction: { waitedSeconds: number; heldSeconds: number }): void
  batch(batch: { events: number; seconds: number }): void
  /** Registers where to read the number of open live streams. */
  countLiveReaders(read: () => number): void
  text(): Promise<{ contentType: string; body: string }>
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Opens a registry of its own for the process; the outbox's and jobs' figures are read when asked for. */
export function openMetrics(db: TenantDatabase): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'harmony_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const transactions = new Histogram({
    name: 'harmony_transaction_seconds',
    help: 'Time a transaction held its connection',
    buckets: SECONDS,
    registers,
  })
  const waits = new Histogram({
    name: 'harmony_pool_wait_seconds',
    help: 'Time a transaction waited for a free connection',
    buckets: SECONDS,
    registers,
  })
  const events = new Counter({ name: 'harmony_events_consumed_total', help: 'Events handed to consumers', registers })
  const batches = new Histogram({
    name: 'harmony_event_batch_seconds',
    help: 'Time of a batch of events with its envelopes',
    buckets: SECONDS,
    registers,
  })
  poolGauges(db, registers)
  const readWorker = workerGauges(db, registers)
  return {
    request: ({ route, status, seconds }) => requests.observe({ route, status: String(status) }, seconds),
    transaction({ waitedSeconds, heldSeconds }) {
      waits.observe(waitedSeconds)
      transactions.observe(heldSeconds)
    },
    batch(batch) {
      events.inc(batch.events)
      batches.observe(batch.seconds)
    },
    countLiveReaders(read) {
      const collect = function (this: Gauge) {
        this.set(read())
      }
      new Gauge({ name: 'harmony_live_readers', help: 'Open live streams of this process', registers, collect })
    },
    async text() {
      await readWorker()
      return { contentType: registry.contentType, body: await registry.metrics() }
    },
  }
}

function poolGauges(db: TenantDatabase, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('harmony_pool_waiting', 'Transactions waiting for a connection now', () => databaseOf({ db }).pool.waiting())
  gauge('harmony_pool_in_use', 'Connections lent to transactions now', () => databaseOf({ db }).pool.inUse())
}

/** @returns what reads the figures of all agencies into their gauges; a database away leaves the last ones */
function workerGauges(db: TenantDatabase, registers: Registry[]): () => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const oldest = gauge('harmony_outbox_oldest_seconds', 'Age of the oldest event that waits')
  const pending = gauge('harmony_outbox_pending', 'Events that wait for their consumers')
  const dead = gauge('harmony_outbox_dead', 'Events given up until someone replays them')
  const mails = gauge('harmony_mails_open', 'Mails not delivered yet')
  const jobs = gauge('harmony_jobs_open', 'Jobs wanted, waiting or running')
  const jobLag = gauge('harmony_job_silence_seconds', 'Time since the quietest open job gave a sign of life')
  return async () => {
    const status = await workerStatus(db).catch(() => undefined)
    if (status === undefined) return
    oldest.set(status.oldestSeconds)
    pending.set(status.pending)
    dead.set(status.dead)
    mails.set(status.openMails)
    jobs.set(status.openJobs)
    jobLag.set(status.oldestJobSeconds)
  }
}
