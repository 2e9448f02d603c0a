import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { processIdentity } from './processes.ts'

/** Somebody else already runs the cluster. */
export class ClusterInUseError extends Error {
  readonly code = 'embedded-postgres.in-use'
  readonly launcherPid: number
  constructor(folder: string, launcherPid: number) {
    super(
      `The database in ${folder} is already run by process ${launcherPid}. Stop that one first, or give this one a folder of its own.`,
    )
    this.name = 'ClusterInUseError'
    this.launcherPid = launcherPid
  }
}

/**
 * Takes the right to launch the cluster in `folder`; a lock left by a process that no longer runs is taken over.
 * @returns the function that gives it back
 * @throws ClusterInUseError when its holder still runs
 */
export function takeLauncherLock(lock: string, folder: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) })
  const draft = `${lock}.${process.pid}`
  for (;;) {
    writeFileSync(draft, mine)
    try {
      // A link appears whole or not at all; a file opened for writing could be read while still empty.
      linkSync(draft, lock)
      return () => releaseIfMine(lock, mine)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
    removeIfAbandoned(lock, folder)
  }
}

function removeIfAbandoned(lock: string, folder: string): void {
  const found = read(lock)
  if (found === null) return
  const holder = parseHolder(found)
  if (holder && processIdentity(holder.pid) === holder.identity) throw new ClusterInUseError(folder, holder.pid)
  const aside = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  // Between reading and renaming another launcher may have taken over: then it keeps its lock.
  if (read(aside) !== found) linkSync(aside, lock)
  rmSync(aside, { force: true })
}

function releaseIfMine(lock: string, mine: string): void {
  if (read(lock) === mine) rmSync(lock, { force: true })
}

function parseHolder(text: string): { pid: number; identity: string } | null {
  try {
    return JSON.parse(text) as { pid: number; identity: string }
  } catch {
    return null
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
