import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import type { AddOptions, Delivery, JobMessage, JobQueue } from './job-queue.ts'
import { openJobQueue } from './open-job-queue.ts'
import { hasRedis, postgresServer, type QueueServer, redisServer } from './queue-servers.fixture.ts'

const backends = [
  { name: 'postgres', start: postgresServer, here: true },
  { name: 'redis', start: redisServer, here: hasRedis() },
]

describe.each(backends.filter((backend) => backend.here))('job queue on $name', ({ name, start }) => {
  let server: QueueServer
  const open: JobQueue[] = []
  const queue = () => {
    const opened = openJobQueue({ databaseUrl: server.databaseUrl, redisUrl: server.redisUrl, lockMs: 1_000 })
    open.push(opened)
    return opened
  }

  beforeAll(async () => {
    server = await start()
  }, 60_000)
  afterAll(() => server.stop())
  afterEach(async () => {
    await Promise.all(open.splice(0).map((opened) => opened.close(1_000)))
  })

  it('says where it lives', () => {
    expect(queue().backend).toBe(name)
  })

  it('hands a message with its ids to the handler, once', async () => {
    const jobs = queue()
    const seen = collector()
    await jobs.work('quick', seen.handle, { concurrency: 4 })
    const sent = message('mail.send', { mailId: newId() })
    await jobs.add('quick', sent, options())
    const [first] = await seen.count(1)
    expect(first?.message).toEqual(sent)
    expect(first?.attempt).toBe(1)
    await settled(jobs)
    expect(seen.all).toHaveLength(1)
  })

  it('keeps one job per key while it waits, and takes the key again when it has ended', async () => {
    const jobs = queue()
    const key = newId()
    for (let i = 0; i < 3; i++) await jobs.add('quick', message('x', { i: String(i) }), options({ dedupe: key }))
    expect((await jobs.depth('quick')).waiting).toBe(1)
    const seen = collector()
    await jobs.work('quick', seen.handle, { concurrency: 1 })
    await seen.count(1)
    await settled(jobs)
    await jobs.add('quick', message('x', { i: 'again' }), options({ dedupe: key }))
    expect((await seen.count(2)).map((d) => d.message.ids.i)).toEqual(['0', 'again'])
  })

  it('tries a failing job again with growing waits, up to its attempts, and then frees its key', async () => {
    const jobs = queue()
    const key = newId()
    const seen = collector(() => Promise.reject(new Error('mail server away')))
    await jobs.work('quick', seen.handle, { concurrency: 1 })
    await jobs.add('quick', message('x'), options({ dedupe: key, attempts: 3, backoffMs: 40 }))
    expect((await seen.count(3)).map((d) => d.attempt)).toEqual([1, 2, 3])
    await settled(jobs)
    await jobs.add('quick', message('x'), options({ dedupe: key, attempts: 1 }))
    await seen.count(4)
  })

  it('holds a delayed job until its time', async () => {
    const jobs = queue()
    const seen = collector()
    await jobs.work('quick', seen.handle, { concurrency: 1 })
    const before = Date.now()
    await jobs.add('quick', message('x'), options({ delayMs: 400 }))
    await seen.count(1)
    expect(Date.now() - before).toBeGreaterThanOrEqual(390)
  })

  it('shares the work among several workers without doing any of it twice', async () => {
    const workers = [queue(), queue(), queue()]
    const seen = collector()
    for (const worker of workers) await worker.work('quick', seen.handle, { concurrency: 4 })
    const ids = Array.from({ length: 150 }, () => newId())
    const sender = queue()
    await Promise.all(ids.map((id) => sender.add('quick', message('x', { id }), options({ dedupe: id }))))
    await seen.count(150)
    await settled(sender)
    expect(new Set(seen.all.map((d) => d.message.ids.id)).size).toBe(150)
    expect(seen.all).toHaveLength(150)
  })

  it('lets quick work pass while long work runs', async () => {
    const jobs = queue()
    const gate = promise()
    const long = collector(() => gate.wait)
    const quick = collector()
    await jobs.work('long', long.handle, { concurrency: 1 })
    await jobs.work('quick', quick.handle, { concurrency: 1 })
    await jobs.add('long', message('rebuild'), options())
    await long.count(1)
    await jobs.add('quick', message('mail.send'), options())
    await quick.count(1)
    gate.open()
    await settled(jobs, 'long')
  })

  it('gives the job of a worker that died to another one', async () => {
    const dying = queue()
    const stuck = collector(() => new Promise(() => undefined))
    await dying.work('quick', stuck.handle, { concurrency: 1 })
    await dying.add('quick', message('x', { id: 'survivor' }), options())
    await stuck.count(1)
    open.splice(open.indexOf(dying), 1)
    await dying.close(0)
    const heir = queue()
    const seen = collector()
    await heir.work('quick', seen.handle, { concurrency: 1 })
    const [again] = await seen.count(1, 15_000)
    expect(again?.message.ids.id).toBe('survivor')
  }, 20_000)

  it('finishes what runs before it closes, and takes nothing new', async () => {
    const closing = queue()
    const gate = promise()
    const seen = collector(() => gate.wait)
    await closing.work('quick', seen.handle, { concurrency: 1 })
    await closing.add('quick', message('x', { n: '1' }), options())
    await closing.add('quick', message('x', { n: '2' }), options())
    await seen.count(1)
    open.splice(open.indexOf(closing), 1)
    const closed = closing.close(10_000)
    gate.open()
    await closed
    expect(seen.all).toHaveLength(1)
    const other = queue()
    expect((await other.depth('quick')).waiting).toBe(1)
    const rest = collector()
    await other.work('quick', rest.handle, { concurrency: 1 })
    expect((await rest.count(1))[0]?.message.ids.n).toBe('2')
  })

  it('goes on after its connections were broken', async () => {
    const jobs = queue()
    const seen = collector()
    await jobs.work('quick', seen.handle, { concurrency: 2 })
    await jobs.add('quick', message('x'), options())
    await seen.count(1)
    await server.breakConnections()
    await eventually(() => jobs.add('quick', message('x', { id: 'after' }), options()))
    expect((await seen.count(2, 15_000))[1]?.message.ids.id).toBe('after')
  }, 25_000)

  it('ticks by a cron pattern, once for all workers', async () => {
    const [one, two] = [queue(), queue()]
    const seen = collector()
    await one.work('quick', seen.handle, { concurrency: 1 })
    await two.work('quick', seen.handle, { concurrency: 1 })
    const tick: JobMessage = { job: 'schedule.tick', tenantId: null, ids: { schedule: 'each-second' } }
    await one.schedule('each-second', '* * * * * *', tick)
    await two.schedule('each-second', '* * * * * *', tick)
    const times = (await seen.count(3, 8_000)).map((d) => d.dueAt.getTime())
    await one.unschedule('each-second')
    expect(new Set(times).size).toBe(times.length)
    expect(await one.schedules()).toEqual([])
  }, 12_000)

  it('reads cron patterns in the time of Seoul', async () => {
    const jobs = queue()
    await jobs.schedule('nightly', '30 3 * * *', message('rebuild'))
    const [nightly] = await jobs.schedules()
    await jobs.unschedule('nightly')
    expect(nightly?.next.toISOString()).toMatch(/T18:30:00/)
  })
})

if (!hasRedis()) {
  it('job queue on redis: NOT RUN on this machine, redis-server is not installed', () => {
    process.stdout.write('job queue on redis: not run, redis-server is not installed\n')
  })
}

function message(job: string, ids: Record<string, string> = {}): JobMessage {
  return { job, tenantId: newId(), ids }
}

function options(more: Partial<AddOptions> = {}): AddOptions {
  return { dedupe: newId(), attempts: 1, backoffMs: 10, ...more }
}

function collector(then: () => Promise<unknown> = async () => undefined) {
  const all: Delivery[] = []
  return {
    all,
    async handle(delivery: Delivery) {
      all.push(delivery)
      await then()
    },
    async count(n: number, limitMs = 8_000) {
      await eventually(async () => expect(all.length).toBeGreaterThanOrEqual(n), limitMs)
      return all
    },
  }
}

/** Waits until a lane has nothing left to do. */
async function settled(queue: JobQueue, lane: 'quick' | 'long' = 'quick') {
  await eventually(async () => expect(await queue.depth(lane)).toEqual({ waiting: 0, active: 0, delayed: 0 }))
}

/** Tries until the check holds. */
async function eventually(check: () => Promise<unknown>, limitMs = 8_000): Promise<void> {
  const tried = () => check().then(() => true)
  await expect.poll(tried, { timeout: limitMs, interval: 20 }).toBe(true)
}

function promise() {
  let open: () => void = () => undefined
  const wait = new Promise<void>((resolve) => {
    open = resolve
  })
  return { wait, open: () => open() }
}
