import type { AddressInfo } from 'node:net'
import { createDemoAccounts, createOrganisation } from '@harmony/core/identity'
import { newId } from '@harmony/core/kernel'
import { touch, withTenant } from '@harmony/core/platform'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { createApp } from '../http/app.ts'
import { openServices } from '../services.ts'

const PASSWORD = 'walls of Suwon fortress'

describe('live updates over HTTP', () => {
  let t: TestDatabase
  let base: string
  let close: () => Promise<void>
  const units = new Map<string, string>()
  const cookies = new Map<string, string>()
  const accounts = new Map<string, string>()

  beforeAll(async () => {
    t = await testDatabase({ poolSize: 8 })
    const name = (ko: string) => ({ ko, en: ko })
    const made = await createOrganisation(t.ctx('mogaha'), {
      validFrom: '2005-03-24T00:00:00+09:00',
      units: [
        { code: 'agency', kind: 'agency', name: name('행정자치부') },
        { code: 'one', kind: 'team', name: name('혁신팀'), parent: 'agency' },
        { code: 'two', kind: 'team', name: name('감사팀'), parent: 'agency' },
      ],
      people: [{ code: 'kim', name: '김혁신', posts: [{ unit: 'one', title: name('담당'), isHead: false }] }],
    })
    for (const [code, id] of made.units) units.set(code, id)
    const people = [
      { kind: 'officer' as const, email: 'kim@live.demo', personCode: 'kim' },
      { kind: 'citizen' as const, email: 'lee@live.demo', name: '이시민' },
    ]
    for (const made of await createDemoAccounts(t.ctx('mogaha'), people, PASSWORD, { demoAccounts: true })) {
      accounts.set(made.email, made.accountId)
    }
    const config = readConfig({ NODE_ENV: 'test', HARMONY_DEMO: '1', LOG_LEVEL: 'silent', FILES_DIR: '/tmp' })
    const services = openServices(t.app, config)
    const app = createApp(t.app, config, { web: '/nowhere', admin: '/nowhere' }, services)
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise<void>((resolve) => server.once('listening', () => resolve()))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
    close = async () => {
      await services.live.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
    for (const { email } of people) {
      const response = await fetch(`${base}/mogaha/trpc/identity.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      })
      cookies.set(email, response.headers.get('set-cookie')?.split(';')[0] ?? '')
    }
  })
  afterAll(async () => {
    await close()
    await t.close()
  })

  /** Opens a stream as a browser does and collects what comes. */
  async function open(email: string, topics: string[], agency = 'mogaha') {
    const leave = new AbortController()
    const query = encodeURIComponent(JSON.stringify({ topics }))
    const response = await fetch(`${base}/${agency}/trpc/live.topics?input=${query}`, {
      headers: { accept: 'text/event-stream', cookie: cookies.get(email) ?? '' },
      signal: leave.signal,
    })
    const seen = { text: '', ended: false }
    const read = async () => {
      const decoder = new TextDecoder()
      for await (const chunk of response.body ?? []) seen.text += decoder.decode(chunk as Uint8Array, { stream: true })
    }
    const end = () => {
      seen.ended = true
    }
    if (response.headers.get('content-type')?.includes('event-stream')) read().then(end, end)
    else seen.text = await response.text()
    return { status: response.status, seen, leave: () => leave.abort() }
  }
  const commit = (topic: string) => withTenant(t.ctx('mogaha'), async (tx) => touch(tx, topic))

  it('carry a change to two browsers, each only what it follows', async () => {
    const queue = `queue:${units.get('one')}`
    const officer = await open('kim@live.demo', [queue, 'scores'])
    const citizen = await open('lee@live.demo', [`requests:${accounts.get('lee@live.demo')}`])
    await expect.poll(() => officer.seen.text).toContain('"kind":"ready"')
    await expect.poll(() => citizen.seen.text).toContain('"kind":"ready"')
    await commit(queue)
    await commit(`requests:${accounts.get('lee@live.demo')}`)
    await expect.poll(() => officer.seen.text).toContain(`"topics":["${queue}"]`)
    await expect.poll(() => citizen.seen.text).toContain('"topics":["requests:')
    expect(citizen.seen.text).not.toContain(queue)
    officer.leave()
    citizen.leave()
  })

  it.each([
    ['the queue of a unit one does not belong to', 'kim@live.demo', () => `queue:${units.get('two')}`, 404],
    ['a petition that does not exist', 'kim@live.demo', () => `petition:${newId()}`, 404],
    ['the scores, for a citizen', 'lee@live.demo', () => 'scores', 404],
    ['another citizen’s list', 'lee@live.demo', () => `requests:${newId()}`, 404],
    ['what is no topic', 'kim@live.demo', () => 'account:1', 400],
    ['anything, without a session', 'nobody', () => 'scores', 401],
  ])('refuse %s', async (_what, email, topic, status) => {
    const refused = await open(email, [topic()])
    await expect.poll(() => refused.seen.text).toMatch(/"httpStatus":\d+/)
    expect(refused.seen.text).toContain(`"httpStatus":${status}`)
    expect(refused.seen.text).not.toContain('"kind":"ready"')
    refused.leave()
  })

  it('refuse an agency one has no place in', async () => {
    const refused = await open('kim@live.demo', ['scores'], 'gangnam')
    await expect.poll(() => refused.seen.text).toContain('"httpStatus":401')
    refused.leave()
  })

  it('end when the account is signed out everywhere', async () => {
    const citizen = await open('lee@live.demo', [`requests:${accounts.get('lee@live.demo')}`])
    await expect.poll(() => citizen.seen.text).toContain('"kind":"ready"')
    const headers = { 'content-type': 'application/json', cookie: cookies.get('lee@live.demo') ?? '' }
    const out = await fetch(`${base}/mogaha/trpc/identity.signOutEverywhere`, { method: 'POST', headers, body: '{}' })
    expect(out.status).toBe(200)
    await expect.poll(() => citizen.seen.ended, { timeout: 10_000 }).toBe(true)
    expect(citizen.seen.text).toContain('session.ended')
  })
})
