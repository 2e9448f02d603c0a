import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { environment, root } from './paths.mjs'

const graceMs = 20_000
const running = new Set()
let ending = false

/**
 * Starts node with these arguments in a process group of its own, which ends with us however we end.
 * @returns {Promise<number>} exit code, 1 when a signal ended it
 */
export function child(args, { env = {}, cwd = root, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  return new Promise((resolve) => {
    // A group of its own: Ctrl-C in a terminal then reaches only us, and we end the children once and in order.
    const process_ = spawn(process.execPath, args, { cwd, env: environment(env), stdio, detached: true })
    const watchdog = watch(process_.pid)
    const done = async (code) => {
      // turbo lets pnpm end first and then ends its tasks, which are in groups of their own.
      if (ending) await groupGone(process_.pid)
      running.delete(process_)
      watchdog.kill('SIGKILL')
      // Whatever it left behind in its group.
      signalGroup(process_.pid, 'SIGKILL')
      resolve(code)
      process_.emit('done')
    }
    running.add(process_)
    process_.on('error', () => done(1))
    process_.on('exit', (code) => done(code ?? 1))
  })
}

/**
 * From now on a signal to us, or the end of the npm that started us, ends the children and then us.
 * @param askedFor whether being ended is the usual end of this command, and thus no failure
 */
export function endWithSignals(askedFor) {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }
  for (const [name, number] of Object.entries(numbers)) process.on(name, () => end(askedFor ? 0 : 128 + number))
  if (process.env.npm_lifecycle_event) followNpm()
}

/** Whether this process is on its way out. */
export function isEnding() {
  return ending
}

/** Ends the children and then this process; the first to call decides the exit code. */
export async function end(code) {
  if (ending) return
  ending = true
  await endChildren()
  process.exit(code)
}

/** Ends all children: they get 20 seconds to finish what they are doing. */
async function endChildren() {
  const left = [...running]
  const signalAll = (name) => {
    for (const one of left) signalGroup(one.pid, name)
  }
  const ended = Promise.all(left.map((one) => new Promise((resolve) => one.once('done', resolve))))
  signalAll('SIGTERM')
  const limit = setTimeout(() => signalAll('SIGKILL'), graceMs)
  await ended
  clearTimeout(limit)
}

/** npm killed with SIGKILL forwards nothing; we then have another parent than before. */
function followNpm() {
  const parent = process.ppid
  const shell = isShell(parent) ? parentOf(parent) : undefined
  const gone = () => process.ppid !== parent || (shell !== undefined && parentOf(parent) !== shell)
  setInterval(() => gone() && end(1), 500).unref()
}

/** A shell that waits for our end of its pipe to close, which it does even when we are killed, and then ends the group. */
function watch(group) {
  const script = `read -r _; kill -TERM -${group}; sleep ${graceMs / 1000}; kill -KILL -${group}`
  const watchdog = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watchdog.on('error', () => {})
  watchdog.stdin.on('error', () => {})
  watchdog.unref()
  watchdog.stdin.unref()
  return watchdog
}

function signalGroup(group, name) {
  try {
    process.kill(-group, name)
    return true
  } catch {
    // The group is gone already.
    return false
  }
}

/** Waits until a group has no process left, at most five seconds. */
async function groupGone(group) {
  for (let tries = 0; tries < 100 && signalGroup(group, 0); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function isShell(pid) {
  return /^\d+ \((sh|dash|bash|ash|busybox)\)/.test(stat(pid))
}

function parentOf(pid) {
  return (
    Number(
      stat(pid)
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    ) || undefined
  )
}

function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
