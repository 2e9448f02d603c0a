import {
  chainKey,
  connectJobQueue,
  jobSystem,
  type Metrics,
  mailJob,
  mailSubscriber,
  openDatabase,
  openLog,
  openMetrics,
  runSealer,
  runWorker,
  smtpTransport,
  withLogFields,
} from '@harmony/core/platform'
import { keepCheckpoint } from './checkpoints.ts'
import { readConfig } from './config.ts'
import { runMain } from './failure.ts'
import { serveWorkerHealth } from './http/worker-health.ts'
import { roleUrls } from './role-urls.ts'
import { tenantDirectory } from './tenant-directory.ts'
import { workerParts } from './worker-parts.ts'

const POOL_SIZE = 6
const DRAIN_MS = 15_000
const SWEEP_JOBS_EVERY_MS = 10_000
/** A job whose worker has given no sign for so long is given to another. */
const JOB_LOCK_MS = 10_000
/** Work untouched for so long has lost its worker or its place in the queue. */
const STALE_MS = 20_000

/** Starts a worker process: consumers, envelopes, jobs, mail. As many as wanted may run. */
async function main(): Promise<void> {
  const config = readConfig()
  const log = openLog({ name: 'worker', level: config.LOG_LEVEL })
  const { worker: url } = roleUrls(config)
  let metrics: Metrics | undefined
  const observe = (transaction: { waitedSeconds: number; heldSeconds: number }) => metrics?.transaction(transaction)
  const db = await openDatabase({
    url,
    role: 'worker',
    poolSize: POOL_SIZE,
    waitMs: 30_000,
    patienceMs: 60_000,
    observe,
  })
  metrics = openMetrics(db)
  const onError = (err: unknown, what: string) =>
    withLogFields({ job: what }, () => log.error({ err }, 'worker trouble'))
  const queue = await connectJobQueue({
    databaseUrl: url,
    redisUrl: config.REDIS_URL,
    lockMs: JOB_LOCK_MS,
    onError: seldom((err) => onError(err, 'queue')),
  })
  const transport = config.SMTP_URL === undefined ? null : await smtpTransport(config.SMTP_URL, config.MAIL_FROM)
  const mail = mailJob(transport)
  const tenants = tenantDirectory(db)
  const jobs = jobSystem({
    db,
    queue,
    tenants,
    onError,
    jobs: [...workerParts.jobs, mail],
    schedules: workerParts.schedules,
  })
  const consumers = runWorker({
    db,
    tenants,
    subscribers: [...workerParts.subscribers, ...jobs.subscribers, mailSubscriber(queue, mail, onError)],
    envelopeHandlers: workerParts.envelopeHandlers,
    onError,
    onBatch: (batch) => metrics?.batch(batch),
  })
  const sealer = runSealer({
    db,
    tenants,
    key: config.HARMONY_SECRET === undefined ? null : chainKey(config.HARMONY_SECRET),
    keep: (checkpoint, tenant) => keepCheckpoint(config, checkpoint, tenant.slug),
    onError,
  })
  let stopping = false
  const health = serveWorkerHealth(config, db, metrics, () => stopping)
  const sweeper = setInterval(() => {
    jobs.sweep(STALE_MS).catch((error: unknown) => onError(error, 'sweep'))
  }, SWEEP_JOBS_EVERY_MS)
  startJobs(jobs.start, () => stopping, onError)
  log.info({ queue: queue.backend, mail: transport === null ? 'mailbox' : 'smtp' }, 'worker running')

  const stop = async () => {
    if (stopping) return
    stopping = true
    log.info('worker draining')
    setTimeout(() => process.exit(0), DRAIN_MS + 3_000).unref()
    clearInterval(sweeper)
    health?.close()
    await Promise.all([consumers.stop(), sealer.stop(), queue.close(DRAIN_MS)])
    transport?.close()
    await db.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
  process.send?.({ running: true })
}

/** Passes on one error of many in five seconds: a server that is away is missed by every connection, many times a second. */
function seldom(tell: (error: unknown) => void): (error: unknown) => void {
  let last = Number.NEGATIVE_INFINITY
  return (error) => {
    if (performance.now() - last < 5_000) return
    last = performance.now()
    tell(error)
  }
}

/** A queue that is away must not keep consumers from starting: tries until it is there. */
function startJobs(
  start: () => Promise<void>,
  stopped: () => boolean,
  onError: (error: unknown, what: string) => void,
): void {
  start().catch((error: unknown) => {
    if (stopped()) return
    onError(error, 'start jobs')
    setTimeout(startJobs, 1_000, start, stopped, onError)
  })
}

await runMain(main)
