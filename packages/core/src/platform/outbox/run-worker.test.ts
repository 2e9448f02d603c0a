import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import {
  defineEnvelopeHandler,
  defineEvent,
  defineSubscriber,
  emit,
  openDatabase,
  replayDead,
  sendEnvelope,
  withTenant,
} from '../index.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'
import { missingMigrations, workerStatus } from './worker-status.store.ts'

const happened = defineEvent('test.happened', z.object({ n: z.int() }))

describe('the worker', () => {
  let t: TestDatabase
  let effects: { tenantId: string; n: number }[] = []
  let failing = new Set<number>()
  const running: RunningWorker[] = []
  const errors: unknown[] = []

  /** Its effect is a row of its own in an append-only table, so a batch rolled back leaves no trace. */
  const subscriber = defineSubscriber({
    consumer: 'test.effects',
    on: [happened],
    async handle(tx, event) {
      if (failing.has(event.payload.n)) throw new Error('cannot digest')
      await sendEnvelope(tx, { toTenantId: tx.tenantId, kind: 'effect', payload: { n: event.payload.n } })
    },
  })
  const handler = defineEnvelopeHandler({
    kind: 'effect',
    schema: z.object({ n: z.int() }),
    async receive(tx, envelope) {
      effects.push({ tenantId: tx.tenantId, n: envelope.payload.n })
    },
  })
  const start = (sweepMs = 20) => {
    const all = [t.mogaha, t.gangnam]
    const worker = runWorker({
      db: t.worker,
      tenants: { all: async () => all, byId: async (id) => all.find((tenant) => tenant.id === id) },
      subscribers: [subscriber],
      envelopeHandlers: [handler],
      onError: (error) => errors.push(error),
      parallel: 2,
      sweepMs,
    })
    running.push(worker)
    return worker
  }
  const act = (slug: 'mogaha' | 'gangnam', ...numbers: number[]) =>
    withTenant(t.ctx(slug), async (tx) => {
      for (const n of numbers) await emit(tx, happened.of({ n }))
    })
  const counted = () => effects.map((effect) => effect.n).sort((a, b) => a - b)
  const counts = (numbers: number[]) => expect.poll(counted, { timeout: 10_000, interval: 20 }).toEqual(numbers)

  beforeAll(async () => {
    t = await testDatabase({ poolSize: 6 })
  }, 60_000)
  afterAll(() => t.close())
  afterEach(async () => {
    await Promise.all(running.splice(0).map((worker) => worker.stop()))
    effects = []
    failing = new Set()
  })

  it('hears of an act after its commit, without waiting for the sweep', async () => {
    start(60_000)
    await act('mogaha', 0)
    await counts([0])
    const before = performance.now()
    await act('mogaha', 1)
    await counts([0, 1])
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  it('finds what nobody told it of', async () => {
    await act('gangnam', 1, 2)
    start()
    await counts([1, 2])
    expect(new Set(effects.map((effect) => effect.tenantId))).toEqual(new Set([t.gangnam.id]))
  })

  it('counts once with several workers at once', async () => {
    start()
    start()
    start()
    const numbers = Array.from({ length: 120 }, (_, n) => n)
    await Promise.all(numbers.map((n) => act(n % 2 === 0 ? 'mogaha' : 'gangnam', n)))
    await counts(numbers)
  })

  it('lets one bad event stop no other, makes it a dead letter, and takes it on replay', async () => {
    failing.add(2)
    start()
    await act('mogaha', 1, 2, 3)
    await counts([1, 3])
    await t.admin`update outbox set attempts = 7, next_attempt_at = now() where state = 'pending'`
    await expect.poll(async () => (await workerStatus(t.app)).dead, { timeout: 5_000 }).toBe(1)
    failing.clear()
    await withTenant(t.ctx('mogaha'), replayDead)
    await counts([1, 2, 3])
  })

  it('goes on after its connections were cut', async () => {
    start()
    await act('mogaha', 1)
    await counts([1])
    await t.admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'harmony_worker'`
    await act('mogaha', 2)
    await counts([1, 2])
  })

  it('finishes its batch when it is stopped, and leaves the rest to another', async () => {
    const first = start()
    await act('mogaha', ...Array.from({ length: 50 }, (_, n) => n))
    await first.stop()
    const second = start()
    await counts(Array.from({ length: 50 }, (_, n) => n))
    await second.stop()
    expect((await workerStatus(t.app)).pending).toBe(0)
  })

  it('knows which migrations its database lacks', async () => {
    expect(await missingMigrations(t.app)).toEqual([])
    await t.admin`delete from harmony_migration.applied where name like '0001%'`
    expect(await missingMigrations(t.worker)).toEqual(['0001_platform.sql'])
  })

  it('is refused a role that could walk through the wall', async () => {
    await expect(openDatabase({ url: t.adminUrl, role: 'worker' })).rejects.toThrow(/superuser/)
  })
})
