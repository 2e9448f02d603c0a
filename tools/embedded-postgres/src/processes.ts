import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Identity of a running process that no later process shares: pids are reused, above all after a reboot.
 * @returns boot and start time of the process, or null when no such process runs (a zombie does not run)
 */
export function processIdentity(pid: number): string | null {
  if (process.platform !== 'linux') return identityFromPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name stands in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return `${bootId()}:${fields[19]}`
  } catch {
    return null
  }
}

/** @returns the command line of a process, empty when it does not run or cannot be read */
export function commandLine(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** @returns whether a process with this pid runs */
export function isRunning(pid: number): boolean {
  return processIdentity(pid) !== null
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Waits until a condition holds, asking every 20 ms.
 * @param limitMs how long to wait at most
 * @returns whether it held in time
 */
export async function waitUntil(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return 'boot'
  }
}

function identityFromPs(pid: number): string | null {
  try {
    const row = execFileSync('ps', ['-p', String(pid), '-o', 'stat=,lstart='], { encoding: 'utf8' }).trim()
    return row === '' || row.startsWith('Z') ? null : row.replace(/^\S+\s+/, '')
  } catch {
    return null
  }
}
