import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clusterHome, serverUser } from './home.ts'

/** One fast server for all test processes of a run. */
export type SharedTestServer = {
  port: number
  /** @returns the address of a database for the superuser `postgres` */
  superuserUrl: (database?: string) => string
  /** Says that this process needs the server no longer; the end of the process says so too. */
  release: () => void
}

type KeeperHello = { port: number; url: string }

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
const startLimitMs = 60_000
let joined: Promise<SharedTestServer> | undefined

/** The folder of the shared server of this project and user. */
function sharedServerDir(): string {
  // Short, because the path of a socket may have about 100 characters only.
  const project = createHash('sha256').update(projectFolder).digest('hex').slice(0, 12)
  return join(tmpdir(), `harmony-test-${process.getuid?.() ?? 0}`, project)
}

/**
 * Joins the test server that all processes of a test run share, starting it when nobody has yet. A separate process
 * keeps it as long as anybody holds a connection to that process and a few seconds more, so a killed test leaks nothing.
 * @throws Error when no server is up after a minute, with the keeper's log
 */
export function sharedTestServer(): Promise<SharedTestServer> {
  joined ??= joinServer(sharedServerDir())
  return joined
}

/**
 * Joins or starts the shared server of a folder; see sharedTestServer.
 * @param idleMs how long the server waits for another process after the last one has gone
 */
export async function joinServer(dir: string, idleMs = 8_000): Promise<SharedTestServer> {
  const home = clusterHome(dir, serverUser())
  const keeperLog = join(home.asked, 'keeper.log')
  const end = Date.now() + startLimitMs
  let nextSpawn = 0
  while (Date.now() < end) {
    const found = await greet(home.socket)
    if (found) return toServer(found.hello, found.socket)
    if (Date.now() > nextSpawn) {
      spawnKeeper(dir, keeperLog, idleMs)
      nextSpawn = Date.now() + 3_000
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The shared test database did not start; see ${keeperLog}`)
}

/**
 * Ends the shared server now unless a process still uses it; without a server nothing happens.
 * @returns once the server is gone or known to be in use
 */
export async function stopSharedTestServer(dir = sharedServerDir()): Promise<void> {
  const found = await greet(clusterHome(dir, serverUser()).socket)
  if (!found) return
  found.socket.ref()
  await new Promise<void>((resolve) => {
    found.socket.on('data', () => found.socket.destroy())
    found.socket.on('close', () => resolve())
    found.socket.write('stop\n')
  })
}

/** Connects to the keeper; it speaks first, one line of JSON. */
function greet(path: string): Promise<{ hello: KeeperHello; socket: Socket } | null> {
  return new Promise((resolve) => {
    const socket = connect(path)
    let text = ''
    const listen = (bytes: Buffer) => {
      text += bytes.toString('utf8')
      if (!text.endsWith('\n')) return
      socket.off('data', listen)
      socket.unref()
      resolve({ hello: JSON.parse(text) as KeeperHello, socket })
    }
    socket.on('data', listen)
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(null))
  })
}

function toServer(hello: KeeperHello, socket: Socket): SharedTestServer {
  return {
    port: hello.port,
    superuserUrl: (database = 'postgres') => `${hello.url}/${database}`,
    release: () => {
      socket.destroy()
      joined = undefined
    },
  }
}

/** Several processes may do this at once: all keepers but one find the cluster taken and end. */
function spawnKeeper(dir: string, keeperLog: string, idleMs: number): void {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const keeper = fileURLToPath(new URL('keeper.ts', import.meta.url))
  const log = openSync(keeperLog, 'a', 0o600)
  const child = spawn(process.execPath, ['--import', tsx, keeper, dir, String(idleMs)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    // Test runners put their own loaders and hooks there.
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
}
