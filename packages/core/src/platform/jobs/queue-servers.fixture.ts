import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { testDatabase } from '../../../testing/index.ts'

/** A server that the contract suite opens queues on. */
export interface QueueServer {
  readonly databaseUrl: string
  readonly redisUrl?: string
  /** Breaks every connection of the queue, as a restart of the server does. */
  breakConnections(): Promise<void>
  stop(): Promise<void>
}

/** A fresh database on the shared embedded server, entered as the worker. */
export async function postgresServer(): Promise<QueueServer> {
  const t = await testDatabase()
  return {
    databaseUrl: t.worker.url,
    async breakConnections() {
      await t.admin`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'harmony_worker'`
    },
    stop: () => t.close(),
  }
}

/** Whether this machine can run the Redis half. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

/** A Redis of its own on a free port, without files. */
export async function redisServer(): Promise<QueueServer> {
  const dir = mkdtempSync(join(tmpdir(), 'harmony-redis-'))
  const port = await freePort()
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir]
  const child = spawn('redis-server', [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' })
  const redisUrl = `redis://127.0.0.1:${port}`
  const admin = new Redis(redisUrl, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  admin.on('error', () => undefined)
  await admin.ping()
  return {
    databaseUrl: '',
    redisUrl,
    async breakConnections() {
      await admin.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    },
    async stop() {
      admin.disconnect()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
