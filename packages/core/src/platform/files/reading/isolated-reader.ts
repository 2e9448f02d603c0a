import { type ChildProcess, fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { ReadAnswer, ReadRequest } from './protocol.ts'

export interface ReaderLimits {
  /** One file may take so long. */
  readonly milliseconds: number
  /** Memory for reading. */
  readonly megabytes: number
  /** After so long without a file the process ends. */
  readonly idleMs: number
}

const LIMITS: ReaderLimits = { milliseconds: 20_000, megabytes: 512, idleMs: 10_000 }
/** A process is given up after so many files, should the reader lose memory. */
const FILES_PER_PROCESS = 200
const WASM_PAGE_KB = 64
/** What the process needs before it reads anything. */
const OWN_MEGABYTES = 256

export interface IsolatedReader {
  /** Reads one file; a file that breaks, floods or hangs the reader answers `read: false` with the reason. */
  read(request: Omit<ReadRequest, 'id'>): Promise<ReadAnswer>
  close(): Promise<void>
}

/**
 * Reads files from outside in a process of its own: without the environment and its secrets, with a limit of memory and
 * of time for each file. Whatever a file does there, the caller only learns that it could not be read.
 */
export function isolatedReader(options: Partial<ReaderLimits> = {}): IsolatedReader {
  const limits = { ...LIMITS, ...options }
  let child: ChildProcess | undefined
  let files = 0
  let queue: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = async () => {
    const ending = child
    child = undefined
    files = 0
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return
    await new Promise<void>((resolve) => {
      ending.ref()
      ending.once('exit', () => resolve())
      ending.kill('SIGKILL')
    })
  }

  const readNow = async (request: Omit<ReadRequest, 'id'>): Promise<ReadAnswer> => {
    clearTimeout(idle)
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) child = start(limits)
    files += 1
    const answer = await ask(child, { ...request, id: files }, limits.milliseconds)
    if (!answer.read) await rm(request.folder, { recursive: true, force: true })
    if (answer.read ? files >= FILES_PER_PROCESS : !answer.sound) await end()
    idle = setTimeout(() => void end(), limits.idleMs)
    idle.unref()
    return answer
  }

  return {
    read(request) {
      const next = queue.then(() => readNow(request))
      queue = next.catch(() => undefined)
      return next
    },
    async close() {
      clearTimeout(idle)
      await end()
    },
  }
}

function start(limits: ReaderLimits): ChildProcess {
  const child = fork(
    fileURLToPath(new URL('./child.ts', import.meta.url)),
    [String(limits.megabytes + OWN_MEGABYTES)],
    {
      env: {},
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        '--import',
        createRequire(import.meta.url).resolve('tsx'),
        `--max-old-space-size=${limits.megabytes}`,
        `--wasm-max-mem-pages=${(limits.megabytes * 1024) / WASM_PAGE_KB}`,
      ],
    },
  )
  child.on('error', () => undefined)
  child.unref()
  return child
}

function ask(child: ChildProcess, request: ReadRequest, milliseconds: number): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    const failed = (reason: string) => done({ id: request.id, read: false, reason, sound: false })
    const timer = setTimeout(failed, milliseconds, 'too-slow')
    const onMessage = (answer: ReadAnswer) => answer.id === request.id && done(answer)
    const onExit = () => failed('ended')
    function done(answer: ReadAnswer) {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(answer)
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(request, (error) => error && failed('ended'))
  })
}
