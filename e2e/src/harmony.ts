import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeCluster } from '@harmony/embedded-postgres'

const START = fileURLToPath(new URL('../../apps/api/src/start.ts', import.meta.url))
const LIMIT_MS = 300_000

/** A running product of its own, with its own data, on a free port. */
export interface Harmony {
  readonly url: string
  /** Resolves once the demo's history is loaded to the end. */
  readonly demoLoaded: Promise<void>
  stop(): Promise<void>
}

/** Starts the whole product as `npm start` does after its build, on data of its own. */
export async function startHarmony(env: NodeJS.ProcessEnv = {}): Promise<Harmony> {
  const data = await mkdtemp(join(tmpdir(), 'harmony-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', START], {
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', DATA_DIR: data, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const seen = (mark: string) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no "${mark}" within ${LIMIT_MS} ms:\n${log}`)), LIMIT_MS)
      const check = () => {
        if (!log.includes(mark)) return
        clearTimeout(timer)
        resolve()
      }
      child.stdout.on('data', check)
      child.on('exit', (code) => {
        clearTimeout(timer)
        reject(new Error(`ended with ${code}:\n${log}`))
      })
    })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += String(part)))
  const demoLoaded = seen('demo loaded')
  demoLoaded.catch(() => {})
  await seen('healthy')
  return {
    url: `http://localhost:${port}`,
    demoLoaded,
    async stop() {
      await end(child)
      removeCluster(data)
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    if (child.exitCode !== null) resolve()
    else child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
