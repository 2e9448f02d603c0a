import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { ConfigurationError, doubtsOf, readConfig } from './config.ts'
import { openAllDemoAccounts } from './demo/accounts.ts'
import { runMain } from './failure.ts'
import { type Prepared, prepareDatabase } from './prepare.ts'
import { provision } from './provision.ts'
import { announceAddresses } from './welcome.ts'

const SERVER = './server.ts'

/**
 * What `npm start` runs: prepares the database, then keeps one api and one worker process; the rest of the demo loads
 * behind. Ends them all together.
 */
async function main(): Promise<void> {
  const started = performance.now()
  const lap = (what: string) =>
    console.log(`[harmony] ${what} (+${((performance.now() - started) / 1000).toFixed(1)} s)`)
  const config = readConfig()
  for (const words of doubtsOf(config)) console.error(`[harmony] ${words}`)
  const prepared = await prepareDatabase(config, { share: false })
  lap('database ready')
  await provision(prepared.config)
  if (prepared.embedded) await openAllDemoAccounts(prepared.config)
  lap('agencies and releases ready')
  const port = await freePort(prepared.config.PORT, prepared.config.HOST)
  const env = childEnv(prepared, port)
  const children = new Set<ChildProcess>()
  let stopping = false
  let welcomed = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await Promise.all([...children].map(end))
    await prepared.stop()
    process.exit(code)
  }
  const keep = (file: string, options: { restart: boolean; onMessage?: (message: unknown) => void }) => {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), { env, execArgv: process.execArgv })
    children.add(child)
    if (options.onMessage) child.on('message', options.onMessage)
    child.on('exit', (code) => {
      children.delete(child)
      if (stopping || !options.restart) return
      // What never came up does not come up by being started again: it has said why.
      if (!welcomed && file === SERVER) return void stop(1)
      console.error(`[harmony] ${file} ended (${code}); starting it again`)
      setTimeout(() => stopping || keep(file, options), 500)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  keep(SERVER, {
    restart: true,
    onMessage: () => {
      if (welcomed) return
      welcomed = true
      lap('healthy')
      announceAddresses(port, prepared.embedded)
      if (prepared.embedded) keep('./demo/main.ts', { restart: false })
    },
  })
  keep('./worker.ts', { restart: true })
}

function childEnv(prepared: Prepared, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL, HARMONY_SECRET, FILES_DIR, HARMONY_DEMO } = prepared.config
  // Links in mails need an address; empty counts as not given.
  const PUBLIC_URL = prepared.config.PUBLIC_URL ?? `http://localhost:${port}`
  return { ...process.env, DATABASE_URL, HARMONY_SECRET, FILES_DIR, HARMONY_DEMO, PUBLIC_URL, PORT: String(port) }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.on('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** The wished port, or the next free one. */
async function freePort(wished: number, host: string): Promise<number> {
  for (let port = wished; port < wished + 100; port += 1) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, host, () => probe.close(() => resolve(true)))
    })
    if (free) return port
  }
  throw new ConfigurationError(`no free port between ${wished} and ${wished + 99}`)
}

await runMain(main)
