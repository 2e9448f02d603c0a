import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { ForbiddenError, type Id, NotFoundError, newId, ValidationError } from '../../kernel/index.ts'
import { drainOutbox, withTenant } from '../index.ts'
import { defineJob, type JobHandle } from './define-job.ts'
import type { JobQueue } from './job-queue.ts'
import { type JobSystem, jobSystem } from './job-system.ts'
import { openJobQueue } from './open-job-queue.ts'
import { cancelJob, listJobs, requestJob } from './request-job.ts'

let act: (handle: JobHandle, ids: { fileId: string }) => Promise<Record<string, number> | undefined>
const importJob = defineJob({
  name: 'import.petitions',
  schema: z.object({ fileId: z.uuid() }),
  lane: 'long',
  attempts: 3,
  backoffMs: 10,
  run: (_ctx, ids, handle) => act(handle, ids),
})

describe('jobs of an agency', () => {
  let t: TestDatabase
  let queue: JobQueue
  let system: JobSystem

  beforeAll(async () => {
    t = await testDatabase()
    queue = openJobQueue({ databaseUrl: t.worker.url, lockMs: 1_000 })
    const all = [t.mogaha, t.gangnam]
    system = jobSystem({
      db: t.worker,
      queue,
      jobs: [importJob],
      schedules: [
        {
          name: 'each-second',
          cron: '* * * * * *',
          plan: (tx, key) => requestJob(tx, importJob, { fileId: newId() }, key),
        },
      ],
      onError: (error, what) => process.stderr.write(`${what}: ${String(error)}\n`),
      tenants: { all: async () => all, byId: async (id) => all.find((tenant) => tenant.id === id) },
    })
  }, 60_000)
  afterAll(async () => {
    await queue.close(1_000)
    await t.close()
  })
  beforeEach(() => {
    act = async () => undefined
  })

  const want = (key?: string) =>
    withTenant(t.ctx('mogaha'), (tx) => requestJob(tx, importJob, { fileId: newId() }, key))
  const consume = async () => {
    while ((await drainOutbox(t.workerCtx('mogaha'), system.subscribers)) > 0);
  }
  const runOf = async (id: Id | null) => (await listJobs(t.ctx('mogaha'))).find((run) => run.id === id)
  const state = (id: Id | null, wanted: string) =>
    expect.poll(async () => (await runOf(id))?.state, { timeout: 8_000, interval: 20 }).toBe(wanted)

  it('is wanted in the transaction of an act, and waits until that has committed', async () => {
    await expect(
      withTenant(t.ctx('mogaha'), async (tx) => {
        await requestJob(tx, importJob, { fileId: newId() }, 'rolled-back')
        throw new ValidationError('input.invalid')
      }),
    ).rejects.toThrow(ValidationError)
    expect((await listJobs(t.ctx('mogaha'))).length).toBe(0)
    const id = await want()
    expect(await runOf(id)).toMatchObject({ state: 'requested', attempts: 0 })
    expect((await queue.depth('long')).waiting).toBe(0)
    await consume()
    expect((await queue.depth('long')).waiting).toBe(1)
  })

  it('runs, mirrors its progress and leaves its counts', async () => {
    await queue.work('long', (delivery) => run(delivery), { concurrency: 2 })
    act = async (handle) => {
      await handle.progress(40, 100)
      return { imported: 40, rejected: 2 }
    }
    const id = await want()
    await consume()
    await state(id, 'succeeded')
    expect(await runOf(id)).toMatchObject({
      progressDone: 40,
      progressTotal: 100,
      attempts: 1,
      result: { imported: 40, rejected: 2 },
      errorCode: null,
    })
  })

  it('wanted twice under one key is one run', async () => {
    const id = await want('import-of-november')
    expect(id).not.toBeNull()
    expect(await want('import-of-november')).toBeNull()
    await consume()
    await state(id, 'succeeded')
    expect(await want('import-of-november')).toBeNull()
  })

  it('tries again after a failure, and says the code when it gives up', async () => {
    let tries = 0
    act = async () => {
      tries += 1
      throw new Error('disk away')
    }
    const id = await want()
    await consume()
    await state(id, 'failed')
    expect(tries).toBe(3)
    expect(await runOf(id)).toMatchObject({ attempts: 3, errorCode: 'job.failed' })
  })

  it('does not repeat what can only fail the same way', async () => {
    act = async () => {
      throw new ValidationError('import.unknown-column')
    }
    const id = await want()
    await consume()
    await state(id, 'failed')
    expect(await runOf(id)).toMatchObject({ attempts: 1, errorCode: 'import.unknown-column' })
  })

  it('stops at its next safe point when cancelled, and at once when it waits', async () => {
    act = async (handle) => {
      await new Promise((resolve) => handle.signal.addEventListener('abort', resolve))
      return undefined
    }
    const running = await want()
    await consume()
    await state(running, 'running')
    const waiting = await want()
    await cancelJob(t.ctx('mogaha'), waiting ?? '')
    expect((await runOf(waiting))?.state).toBe('cancelled')
    await cancelJob(t.ctx('mogaha'), running ?? '')
    await state(running, 'cancelled')
    await consume()
    await t.expectAudit(t.ctx('mogaha'), { action: 'job.cancel', subjectId: running ?? '' })
  })

  it('can be cancelled by its owner or a tenant admin only, and another agency does not see it', async () => {
    const id = (await want()) ?? ''
    const officer = {
      kind: 'officer',
      accountId: newId(),
      personId: newId(),
      roles: [],
      unitIds: [],
      headOf: [],
    } as const
    await expect(cancelJob(t.ctx('mogaha', officer), id)).rejects.toThrow(ForbiddenError)
    expect(await listJobs(t.ctx('mogaha', officer))).toEqual([])
    await expect(cancelJob(t.ctx('gangnam'), id)).rejects.toThrow(NotFoundError)
    await consume()
    await state(id, 'succeeded')
  })

  it('is put back by the sweeper when the queue has lost it', async () => {
    const id = await want()
    expect(await system.sweep(60_000)).toBe(0)
    expect(await system.sweep(0)).toBeGreaterThanOrEqual(1)
    await state(id, 'succeeded')
    await consume()
  })

  it('comes by schedule once for each agency', async () => {
    await system.start()
    const byAgency = async () =>
      Promise.all(
        (['mogaha', 'gangnam'] as const).map(async (slug) => {
          const runs = await listJobs(t.ctx(slug))
          return runs.filter((run) => run.dedupeKey.startsWith('each-second-')).length
        }),
      )
    await expect.poll(async () => Math.min(...(await byAgency())), { timeout: 5_000 }).toBeGreaterThanOrEqual(1)
    await queue.unschedule('each-second')
    const minutes = new Set((await listJobs(t.ctx('gangnam'))).map((run) => run.dedupeKey))
    expect((await byAgency())[1]).toBe(minutes.size)
  })

  async function run(delivery: Parameters<Parameters<JobQueue['work']>[1]>[0]) {
    const { runJob } = await import('./run-job.ts')
    await runJob(t.workerCtx('mogaha'), importJob, delivery)
  }
})
