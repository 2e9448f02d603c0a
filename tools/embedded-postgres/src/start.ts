import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { atProcessEnd } from './at-process-end.ts'
import {
  binaries,
  type ClusterHome,
  clusterHome,
  orphanedHomes,
  privateFolder,
  type ServerUser,
  serverUser,
} from './home.ts'
import { ClusterInUseError, takeLauncherLock } from './launcher-lock.ts'
import { adoptOrClear, readPostmaster, stopPostmaster } from './postmaster.ts'
import { isRunning, signal, waitUntil } from './processes.ts'
import { letWatchdogFinish, startWatchdog } from './watchdog.ts'

export type EmbeddedPostgresOptions = {
  /** Folder of the cluster. Root keeps it under /var/lib/harmony instead, keyed by this path. */
  dir: string
  /** Port on 127.0.0.1; a free one by default. */
  port?: number
  /** For tests only: no fsync, so a crash of the machine may lose or break the data. */
  fast?: boolean
  /** Whether the data outlive `stop()`. */
  persistent: boolean
  /** Folder with the server's programs; by default the one of the installed package. */
  programs?: string
}

export type EmbeddedPostgres = {
  port: number
  pid: number
  /** Folder where the cluster really lives. */
  folder: string
  /** @returns the address of a database for the superuser `postgres` */
  superuserUrl: (database?: string) => string
  /** Ends open connections, writes everything, stops the server; a second call does nothing more. */
  stop: () => Promise<void>
}

type Running = { pid: number; port: number }

const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/**
 * Starts the PostgreSQL 18 that comes with the packages, or adopts the one an earlier process left running.
 * The server ends with this process, however this process ends.
 * @throws ClusterInUseError when another running process has launched this cluster
 * @throws Error with the server's own words when it does not start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = serverUser()
  const native = options.programs ?? binaries(user)
  const home = clusterHome(options.dir, user)
  if (user.uid !== undefined) await clearOrphans()
  const unlock = takeLauncherLock(home.lock, home.folder)
  try {
    await letWatchdogFinish(home)
    if (!options.persistent) await discardLeftover(home)
    const adopted = await adoptOrClear(home.data, (found, command) => {
      const portFits = options.port === undefined || options.port === found.port
      return portFits && command.includes('fsync=off') === (options.fast ?? false)
    })
    if (!existsSync(home.data)) await initialise(native, home, user, options.fast ?? false)
    const running = adopted ?? (await launch(native, home, user, options))
    return handle(running, home, user, unlock, options.persistent)
  } catch (error) {
    unlock()
    throw error
  }
}

function handle(
  running: Running,
  home: ClusterHome,
  user: ServerUser,
  unlock: () => void,
  persistent: boolean,
): EmbeddedPostgres {
  const watchdog = startWatchdog(home, user, running.pid)
  const forget = atProcessEnd(() => {
    signal(running.pid, 'SIGINT')
    unlock()
  })
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await stopPostmaster(home.data, running.pid)
    watchdog.kill('SIGKILL')
    if (!persistent) for (const folder of [home.folder, home.asked]) rmSync(folder, { recursive: true, force: true })
    unlock()
    forget()
  }
  const password = readFileSync(home.password, 'utf8').trim()
  return {
    port: running.port,
    pid: running.pid,
    folder: home.folder,
    superuserUrl: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${running.port}/${database}`,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function clearOrphans(): Promise<void> {
  for (const home of orphanedHomes()) {
    try {
      const unlock = takeLauncherLock(home.lock, home.folder)
      await discardLeftover(home)
      rmSync(home.folder, { recursive: true, force: true })
      unlock()
    } catch (error) {
      // Its launcher still runs, or another one clears it at this moment.
      if (!(error instanceof ClusterInUseError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

async function discardLeftover(home: ClusterHome): Promise<void> {
  await adoptOrClear(home.data, () => false)
  rmSync(home.data, { recursive: true, force: true })
}

/** Beside its final place and renamed when whole, so that a start interrupted half-way leaves nothing that looks whole. */
async function initialise(native: string, home: ClusterHome, user: ServerUser, fast: boolean): Promise<void> {
  const draft = `${home.data}.new`
  const passwordFile = `${home.password}.new`
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  privateFolder(draft, user)
  writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ko-KR']
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  await promisify(execFile)(
    join(native, 'bin', 'initdb'),
    ['--pgdata', draft, ...access, ...locale, ...(fast ? ['--no-sync'] : [])],
    { ...user, env: environment, cwd: '/' },
  )
  if (user.uid !== undefined) chownSync(passwordFile, 0, 0)
  renameSync(passwordFile, home.password)
  renameSync(draft, home.data)
}

async function launch(
  native: string,
  home: ClusterHome,
  user: ServerUser,
  options: EmbeddedPostgresOptions,
): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const server = spawnServer(native, home, user, port, options.fast ?? false)
    const pid = server.pid
    if (pid === undefined)
      throw new Error(`The database server's program cannot be run: ${join(native, 'bin', 'postgres')}`)
    const ready = () => {
      const said = readPostmaster(home.data)
      return said?.pid === pid && said.status === 'ready'
    }
    await waitUntil(() => ready() || !isRunning(pid), 60_000)
    if (ready()) return { pid, port }
    const log = readFileSync(home.log, 'utf8')
    // Between our asking for a free port and the server's binding it, somebody else may have taken it.
    if (options.port === undefined && attempt < 4 && /could not bind/.test(log)) continue
    signal(pid, 'SIGQUIT')
    throw new Error(`The database server in ${home.folder} did not start:\n${log.slice(-4_000)}`)
  }
}

function spawnServer(native: string, home: ClusterHome, user: ServerUser, port: number, fast: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    jit: 'off',
    max_connections: '200',
    ...(fast
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '2GB' }
      : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(home.log, 'w', 0o600)
  // A session of its own: Ctrl-C in a terminal reaches the whole foreground group, and the server must outlive its users.
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', home.data, '-p', String(port), ...flags], {
    ...user,
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.on('error', () => {})
  server.unref()
  return server
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
