import { fileURLToPath } from 'node:url'
import { type Metrics, openDatabase, openMetrics } from '@harmony/core/platform'
import { serve } from '@hono/node-server'
import { readConfig } from './config.ts'
import { runMain } from './failure.ts'
import { createApp } from './http/app.ts'
import { drainServer } from './http/drain.ts'
import { roleUrls } from './role-urls.ts'
import { openServices } from './services.ts'

const DRAIN_MS = 15_000

/** Starts the api process; the port it got is printed for the supervisor. */
async function main(): Promise<void> {
  const config = readConfig()
  let metrics: Metrics | undefined
  const db = await openDatabase({
    url: roleUrls(config).app,
    role: 'app',
    poolSize: config.POOL_SIZE,
    patienceMs: 60_000,
    observe: (transaction) => metrics?.transaction(transaction),
  })
  metrics = openMetrics(db)
  const services = openServices(db, config, metrics)
  services.live.hub()
  const folders = { web: folder('../../web/dist'), admin: folder('../../admin/dist') }
  const app = createApp(db, config, folders, services)
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, (address) => {
    process.send?.({ listening: address.port })
    services.log.info({ port: address.port }, 'api listening')
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    services.draining = true
    services.log.info('api draining')
    const force = setTimeout(() => process.exit(0), DRAIN_MS)
    // Streams would hold the server open for good; browsers come back to another process.
    void services.live.close()
    void drainServer(server)
      .then(() => db.close())
      .finally(() => {
        clearTimeout(force)
        process.exit(0)
      })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

await runMain(main)
