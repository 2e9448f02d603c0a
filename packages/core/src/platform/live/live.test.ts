import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { newId, RateLimitedError, UnauthenticatedError, ValidationError } from '../../kernel/index.ts'
import { touch, withTenant } from '../index.ts'
import { followTopics, type LiveFrame } from './follow-topics.ts'
import { type LiveHub, openLiveHub } from './live-hub.ts'
import { readerLimits } from './reader-limits.ts'
import { parseTopic } from './topic.ts'

describe('live updates', () => {
  let t: TestDatabase
  let hub: LiveHub
  const controllers: AbortController[] = []

  beforeAll(async () => {
    t = await testDatabase()
    hub = openLiveHub({ url: t.app.url, onError: () => undefined })
    await hub.listening
  }, 60_000)
  afterEach(() => {
    for (const controller of controllers.splice(0)) controller.abort()
  })
  afterAll(async () => {
    await hub.close()
    await t.close()
  })

  /** Follows topics as one browser does, and keeps what arrives with its time. */
  function browser(
    slug: 'mogaha' | 'gangnam',
    topics: string[],
    session: { valid: boolean; accountId?: string } = { valid: true },
  ) {
    const controller = new AbortController()
    controllers.push(controller)
    const frames: { frame: LiveFrame; at: number }[] = []
    const follow = async () => {
      const stream = followTopics(hub, {
        tenantId: t[slug].id,
        accountId: session.accountId ?? newId(),
        topics,
        signal: controller.signal,
        stillSignedIn: async () => session.valid,
        recheckMs: 60_000,
      })
      for await (const frame of stream) frames.push({ frame, at: Date.now() })
    }
    const ended = follow()
    ended.catch(() => undefined)
    const stale = () => frames.flatMap(({ frame }) => (frame.kind === 'stale' ? frame.topics : []))
    return { frames, stale, ended, leave: () => controller.abort() }
  }
  const commit = (slug: 'mogaha' | 'gangnam', ...topics: string[]) =>
    withTenant(t.ctx(slug), async (tx) => touch(tx, ...topics))
  it('reach another browser within a moment of the commit, and only those who follow the topic', async () => {
    const topic = `petition:${newId()}`
    const one = browser('mogaha', [topic, 'scores'])
    const two = browser('mogaha', ['scores'])
    const began = Date.now()
    await commit('mogaha', topic)
    await expect.poll(one.stale, { interval: 5 }).toEqual([topic])
    expect(Date.now() - began).toBeLessThan(500)
    await commit('mogaha', 'scores')
    await expect.poll(two.stale, { interval: 5 }).toEqual(['scores'])
    expect(one.frames[0]?.frame).toEqual({ kind: 'ready' })
  })

  it('tell a page of what changed between its reading and its following', async () => {
    const topic = `petition:${newId()}`
    const early = browser('mogaha', [topic])
    await commit('mogaha', topic)
    await expect.poll(early.stale, { interval: 5 }).toEqual([topic])
    const late = browser('mogaha', [topic])
    await expect.poll(late.stale, { interval: 5 }).toEqual([topic])
  })

  it('never cross from one agency to another', async () => {
    const topic = `queue:${newId()}`
    const other = browser('gangnam', [topic])
    const own = browser('mogaha', [topic])
    await commit('mogaha', topic)
    await expect.poll(own.stale, { interval: 5 }).toEqual([topic])
    expect(other.stale()).toEqual([])
  })

  it('say nothing of what was rolled back', async () => {
    const [one, two] = [`queue:${newId()}`, `queue:${newId()}`]
    const reader = browser('mogaha', [one, two])
    await expect(
      withTenant(t.ctx('mogaha'), async (tx) => {
        touch(tx, two)
        throw new ValidationError('input.invalid')
      }),
    ).rejects.toThrow(ValidationError)
    await commit('mogaha', one)
    await expect.poll(reader.stale, { interval: 5 }).toEqual([one])
  })

  it('come at most four times a second, whatever happens, and the last one is never lost', async () => {
    const topics = ['one', 'two', 'last'].map(() => `queue:${newId()}`)
    const last = topics[2] ?? ''
    const reader = browser('mogaha', topics)
    const until = Date.now() + 1_000
    while (Date.now() < until) await commit('mogaha', topics[Date.now() % 2] ?? '')
    await commit('mogaha', last)
    await expect.poll(reader.stale, { interval: 5 }).toContain(last)
    const times = reader.frames.filter(({ frame }) => frame.kind === 'stale').map(({ at }) => at)
    expect(times.length).toBeLessThanOrEqual(7)
    for (const [i, at] of times.entries()) if (i > 0) expect(at - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(230)
  })

  it('end when the session is revoked', async () => {
    const session = { valid: true, accountId: newId() }
    const reader = browser('mogaha', ['scores'], session)
    session.valid = false
    await commit('gangnam', `account:${session.accountId}`)
    await expect(reader.ended).rejects.toThrow(UnauthenticatedError)
    expect(hub.readers()).toBe(0)
  })

  it('make every view read again after the connection was lost', async () => {
    const reader = browser('mogaha', ['scores', 'jobs'])
    await t.admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'harmony-live'`
    await expect.poll(() => new Set(reader.stale()), { timeout: 5_000 }).toEqual(new Set(['scores', 'jobs']))
  })

  it('are freed when the browser leaves', async () => {
    const reader = browser('mogaha', ['scores'])
    await expect.poll(() => hub.readers()).toBe(1)
    reader.leave()
    await reader.ended
    expect(hub.readers()).toBe(0)
  })

  it('are limited for each account', () => {
    const limits = readerLimits(2, 3)
    const account = newId()
    const give = limits.take(account)
    limits.take(account)
    expect(() => limits.take(account)).toThrow(RateLimitedError)
    give()
    give()
    limits.take(account)
    limits.take(newId())
    expect(() => limits.take(newId())).toThrow('live.full')
  })

  it.each(['petition', 'petition:1', 'scores:1', `queue:${newId()}:x`, '', 'audit', 'petition:*'])(
    'know no topic %j',
    (text) => {
      expect(parseTopic(text)).toBeUndefined()
    },
  )
})
