import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A process that is started again whenever it dies, as a supervisor does. */
export interface Kept {
  /** Kills it (and the processes below it) with SIGKILL. */
  kill(): void
  /** Stops it for good, gently. */
  stop(): Promise<void>
  restarts(): number
}

/** Keeps a module running. `onMessage` gets what it sends; `below` names further processes to kill with it. */
export function keep(
  file: string,
  options: { args?: string[]; env?: NodeJS.ProcessEnv; onMessage?: (message: unknown) => void; below?: () => number[] },
): Kept {
  let stopping = false
  let starts = 0
  let child: ChildProcess
  const start = () => {
    starts += 1
    const stdio: ('ignore' | 'inherit' | 'ipc')[] = ['ignore', 'ignore', 'inherit', 'ipc']
    child = fork(fileURLToPath(new URL(file, import.meta.url)), options.args ?? [], {
      env: { ...process.env, NODE_OPTIONS: '', ...options.env },
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio,
    })
    if (options.onMessage !== undefined) child.on('message', options.onMessage)
    child.on('exit', () => {
      if (!stopping) setTimeout(start, 50)
    })
  }
  start()
  return {
    kill() {
      for (const pid of options.below?.() ?? []) killHard(pid)
      child.kill('SIGKILL')
    },
    stop() {
      stopping = true
      return new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
        child.once('exit', () => {
          clearTimeout(force)
          resolve()
        })
        if (child.connected) child.disconnect()
        else child.kill('SIGTERM')
      })
    },
    restarts: () => starts - 1,
  }
}

/** A process and its children, the children first. */
export function family(pid: number): number[] {
  try {
    const below = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map(Number)
    return [...below, pid]
  } catch {
    return [pid]
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has gone already.
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Tries until the work succeeds. @throws the last error after so many milliseconds */
export async function until<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + limitMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(100)
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(), ms)
  })
}
