import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { commandLine, isRunning, signal, waitUntil } from './processes.ts'

/** What a running server says of itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; status: string }

/** @returns the content of postmaster.pid, or null when there is none or it is not yet complete */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch {
    return null
  }
}

/**
 * Looks after what an earlier launcher left behind: a server of this cluster that still runs, or only its pid file.
 * @returns the running server when it is this cluster's, healthy, and `fits`; otherwise null, with nothing running
 */
export async function adoptOrClear(
  data: string,
  fits: (found: Postmaster, command: string) => boolean,
): Promise<Postmaster | null> {
  const left = readPostmaster(data)
  if (left === null) return null
  if (!isServerOf(data, left.pid)) {
    rmSync(join(data, 'postmaster.pid'), { force: true })
    return null
  }
  await waitUntil(() => !isRunning(left.pid) || readPostmaster(data)?.status !== 'starting', 30_000)
  const found = readPostmaster(data)
  if (
    found &&
    found.status === 'ready' &&
    fits(found, commandLine(found.pid)) &&
    (await acceptsConnections(found.port))
  )
    return found
  await stopPostmaster(data, left.pid)
  return null
}

/**
 * Stops a server: open connections are ended and everything is written; after 20 s it is ended at once (its next start
 * then recovers from the log).
 */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  const gone = () => !isRunning(pid)
  signal(pid, 'SIGINT')
  if (await waitUntil(gone, 20_000)) return
  signal(pid, 'SIGQUIT')
  if (await waitUntil(gone, 5_000)) return
  signal(pid, 'SIGKILL')
  await waitUntil(gone, 5_000)
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

const knock = startupMessage('user\0postgres\0database\0postgres\0\0')

/** @returns whether a working PostgreSQL server answers on this port of the own machine */
export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const answer = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(2_000, () => answer(false))
    socket.on('error', () => answer(false))
    socket.on('close', () => answer(false))
    // Whoever knocks is asked for a password (R) by a server that works, and told off (E) by one that starts or stops.
    socket.on('connect', () => socket.write(knock))
    socket.on('data', (bytes) => answer(bytes[0] === 0x52))
  })
}

/** After a reboot the pid in the file may belong to any process. */
function isServerOf(data: string, pid: number): boolean {
  const command = commandLine(pid)
  return command.includes('postgres') && command.includes(data)
}

/** The first message of PostgreSQL's protocol 3.0: length, version, names and values. */
function startupMessage(parameters: string): Buffer {
  const body = Buffer.from(parameters)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(head.length + body.length, 0)
  head.writeUInt16BE(3, 4)
  return Buffer.concat([head, body])
}
