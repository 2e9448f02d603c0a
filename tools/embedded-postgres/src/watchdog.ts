import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { ClusterHome, ServerUser } from './home.ts'
import { readPostmaster } from './postmaster.ts'
import { isRunning, processIdentity, waitUntil } from './processes.ts'

/**
 * Starts a shell that waits for our end of a pipe to close, which it does even when we are killed, and then stops the
 * server.
 */
export function startWatchdog(home: ClusterHome, user: ServerUser, serverPid: number): ChildProcess {
  const watchdog = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${serverPid}`], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watchdog.on('error', () => {})
  watchdog.unref()
  const pipe = watchdog.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null
  pipe?.on('error', () => {})
  pipe?.unref?.()
  const pid = watchdog.pid ?? 0
  writeFileSync(home.watchdog, JSON.stringify({ pid, identity: processIdentity(pid) }), { mode: 0o600 })
  return watchdog
}

/** When the watchdog of a killed launcher is about to stop the server, adopting that server would come too soon. */
export async function letWatchdogFinish(home: ClusterHome): Promise<void> {
  const left = readPostmaster(home.data)
  if (left === null || !watchdogRuns(home)) return
  await waitUntil(() => !isRunning(left.pid), 20_000)
}

function watchdogRuns(home: ClusterHome): boolean {
  try {
    const noted = JSON.parse(readFileSync(home.watchdog, 'utf8')) as { pid: number; identity: string | null }
    return noted.identity !== null && processIdentity(noted.pid) === noted.identity
  } catch {
    return false
  }
}
