import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedTestServer } from '@harmony/embedded-postgres'
import { Redis } from 'ioredis'
import pg from 'pg'
import { migrateJobQueue } from './migrate-job-queue.ts'

/** A server that the contract suite opens queues on. */
export interface QueueServer {
  readonly databaseUrl: string
  readonly redisUrl?: string
  /** Breaks every connection of the queue, as a restart of the server does. */
  breakConnections(): Promise<void>
  stop(): Promise<void>
}

/** A fresh database with BullMQ's schema on the shared embedded server. */
export async function postgresServer(): Promise<QueueServer> {
  const server = await sharedTestServer()
  const name = `jobs_${process.pid}_${Date.now()}`
  const admin = new pg.Client({ connectionString: server.superuserUrl() })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const databaseUrl = server.superuserUrl(name)
  await migrateJobQueue(databaseUrl, null)
  const breakConnections = async () => {
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  }
  return {
    databaseUrl,
    breakConnections,
    async stop() {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
      server.release()
    },
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
