import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const LIMIT_MS = 20_000

describe('a process told to stop', () => {
  let t: TestDatabase
  beforeAll(async () => {
    t = await testDatabase()
  })
  afterAll(() => t.close())

  /** Starts an entry point as the supervisor does; resolves with its first message. */
  async function start(
    file: string,
  ): Promise<{ child: ChildProcess; message: unknown; ended: Promise<number | null> }> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        APP_DATABASE_URL: t.app.url,
        WORKER_DATABASE_URL: t.worker.url,
        DATABASE_URL: '',
        REDIS_URL: '',
        FILES_DIR: '/tmp',
        LOG_LEVEL: 'silent',
        PORT: '0',
        HOST: '127.0.0.1',
      },
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const message = await new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it ran`)))
    })
    return { child, message, ended }
  }

  it('answers what it has begun and then ends, as an api', async () => {
    const { child, message, ended } = await start('./server.ts')
    const base = `http://127.0.0.1:${(message as { listening: number }).listening}`
    expect((await fetch(`${base}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('harmony_outbox_pending 0')
    const begun = Array.from({ length: 20 }, () => fetch(`${base}/api/mogaha/trpc/tenancy.agencies`))
    await begun[0]
    const told = Date.now()
    child.kill('SIGTERM')
    expect((await Promise.all(begun)).map((response) => response.status)).toEqual(Array(20).fill(200))
    expect(await ended).toBe(0)
    expect(Date.now() - told).toBeLessThan(LIMIT_MS)
  }, 60_000)

  it('finishes its batch and then ends, as a worker', async () => {
    const { child, ended } = await start('./worker.ts')
    const told = Date.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(Date.now() - told).toBeLessThan(LIMIT_MS)
  }, 60_000)
})
