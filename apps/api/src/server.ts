import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { openDatabase } from '@harmony/core/platform'
import { readConfig } from './config.ts'
import { createApp } from './http/app.ts'
import { roleUrls } from './role-urls.ts'

const DRAIN_MS = 15_000

/** Starts the api process; the port it got is printed for the supervisor. */
async function main(): Promise<void> {
  const config = readConfig()
  const db = await openDatabase({ url: roleUrls(config).app, role: 'app', poolSize: config.POOL_SIZE })
  const folders = { web: folder('../../web/dist'), admin: folder('../../admin/dist') }
  const app = createApp(db, config, folders)
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, (address) => {
    process.send?.({ listening: address.port })
    console.log(JSON.stringify({ level: 'info', msg: 'api listening', port: address.port }))
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    const force = setTimeout(() => process.exit(0), DRAIN_MS)
    server.close(() => {
      void db.close().finally(() => {
        clearTimeout(force)
        process.exit(0)
      })
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

await main()
