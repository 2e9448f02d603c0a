import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import type { LauncherOrder } from './launcher.fixture.ts'
import { commandLine } from './processes.ts'

export type Launched = { process: ChildProcess; pid: number; port: number; url: string }

/**
 * Starts another process that launches or joins a server.
 * @returns once it says that the server is up
 * @throws Error with its stderr when it ends without saying so
 */
export function launchElsewhere(order: LauncherOrder): Promise<Launched> {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const fixture = fileURLToPath(new URL('launcher.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', tsx, fixture, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    let complained = ''
    child.stderr.on('data', (bytes) => {
      complained += bytes
    })
    child.stdout.on('data', (bytes) => {
      said += bytes
      if (said.endsWith('\n')) resolve({ process: child, ...(JSON.parse(said) as Omit<Launched, 'process'>) })
    })
    child.on('close', () => reject(new Error(complained)))
  })
}

/** Asks a server one thing. */
export async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(question)
  } finally {
    await sql.end()
  }
}

/** @returns the pids of the running processes whose command line contains this text */
export function processesWith(text: string): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.filter((pid) => pid !== process.pid && commandLine(pid).includes(text))
}
