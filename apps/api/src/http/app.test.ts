import { createDemoAccounts, createOfficerAccount, createOrganisation } from '@harmony/core/identity'
import { sha256 } from '@harmony/core/kernel'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createApp } from './app.ts'

const PASSWORD = 'walls of Suwon fortress'
const kim = { email: 'kim@mogaha.go.kr', password: PASSWORD }
let t: TestDatabase
let app: Hono

beforeAll(async () => {
  t = await testDatabase()
  const { people } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [
      { code: 'agency', kind: 'agency', name: { ko: '행정자치부', en: 'Ministry' } },
      { code: 'team', kind: 'team', name: { ko: '혁신팀', en: 'Team' }, parent: 'agency' },
    ],
    people: [
      { code: 'kim', name: '김혁신', posts: [{ unit: 'team', title: { ko: '팀장', en: 'Head' }, isHead: true }] },
    ],
  })
  await createOfficerAccount(t.ctx('mogaha'), { ...kim, personId: people.get('kim') ?? '' })
  const demo = [{ kind: 'citizen' as const, email: 'citizen@harmony.demo', name: '홍길동' }]
  await createDemoAccounts(t.ctx('mogaha'), demo, PASSWORD, { demoAccounts: true })
  const config = readConfig({ NODE_ENV: 'test', TRUST_PROXY: '1', LOG_LEVEL: 'silent', FILES_DIR: '/tmp' })
  app = createApp(t.app, config, { web: '/nowhere', admin: '/nowhere' })
})
afterAll(() => t.close())

type Headers = Record<string, string>

/** One procedure over HTTP, each test from an address of its own. */
function call(path: string, input: unknown, headers: Headers = {}, agency = 'mogaha') {
  return app.request(`/api/${agency}/trpc/${path}`, {
    method: 'POST',
    headers: { host: 'localhost:3000', 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.1', ...headers },
    body: JSON.stringify(input ?? {}),
  })
}

function ask(path: string, headers: Headers = {}, agency = 'mogaha') {
  return app.request(`/api/${agency}/trpc/${path}`, {
    headers: { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.1', ...headers },
  })
}

async function cookieOf(headers: Headers = {}): Promise<string> {
  const response = await call('identity.signIn', kim, headers)
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function kindOf(cookie: string, agency = 'mogaha'): Promise<string> {
  const response = await ask('identity.me', { cookie }, agency)
  const body = (await response.json()) as { result: { data: { kind: string } } }
  return body.result.data.kind
}

describe('the session cookie', () => {
  test('is out of scripts’ reach, sent to this site only, and plain on http://localhost', async () => {
    const response = await call('identity.signIn', kim)
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^harmony_session=[a-z2-7]{32};/)
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toContain('Secure')
    expect(await response.text()).not.toContain(cookie.slice(16, 48))
  })

  test('is bound to this host and to HTTPS where there is HTTPS', async () => {
    const response = await call('identity.signIn', kim, { 'x-forwarded-proto': 'https' })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-harmony=/)
    expect(cookie).toContain('Secure')
    expect(cookie).not.toContain('Domain')
    expect(response.headers.get('strict-transport-security')).toContain('max-age=')
  })

  test('opens the officer’s own agency and no other', async () => {
    const cookie = await cookieOf()
    expect(await kindOf(cookie)).toBe('officer')
    expect(await kindOf(cookie, 'gangnam')).toBe('guest')
    expect(await kindOf('harmony_session=aaaaaaaabbbbbbbbccccccccdddddddd')).toBe('guest')
    expect(await kindOf("harmony_session=' or 1=1 --")).toBe('guest')
  })

  test('is cleared by signing out, and what a thief kept of it opens nothing', async () => {
    const cookie = await cookieOf()
    const response = await call('identity.signOut', undefined, { cookie })
    expect(response.headers.get('set-cookie')).toMatch(/^harmony_session=;.*Max-Age=0/)
    expect(await kindOf(cookie)).toBe('guest')
  })

  test('of the browser’s former session ends with a new sign-in', async () => {
    const first = await cookieOf()
    const second = await cookieOf({ cookie: first })
    expect(await kindOf(first)).toBe('guest')
    expect(await kindOf(second)).toBe('officer')
  })

  test('is sent again when the session slides', async () => {
    const cookie = await cookieOf()
    const id = sha256(cookie.split('=')[1] ?? '')
    await t.admin`update auth.session set expires_at = now() + interval '1 hour' where id = ${id}`
    const response = await ask('identity.me', { cookie })
    expect(response.headers.get('set-cookie')).toContain(cookie)
    expect((await ask('identity.me', { cookie })).headers.get('set-cookie')).toBeNull()
  })
})

describe('signing in over HTTP', () => {
  test('a wrong password and an unknown address answer alike, without cookie', async () => {
    const bodies: unknown[] = []
    for (const email of [kim.email, 'nobody@mogaha.go.kr']) {
      const response = await call('identity.signIn', { email, password: 'wrong' }, { 'x-forwarded-for': '10.0.1.1' })
      expect(response.status).toBe(401)
      expect(response.headers.get('set-cookie')).toBeNull()
      const { error } = (await response.json()) as { error: { message: string; data: { messageCode: string } } }
      bodies.push([error.message, error.data.messageCode])
    }
    expect(bodies[0]).toEqual(bodies[1])
    await cookieOf()
  })

  test('too many tries answer 429 and say when to come back', async () => {
    const attempt = () =>
      call('identity.signIn', { email: 'flood@x.kr', password: 'wrong' }, { 'x-forwarded-for': '10.0.1.2' })
    for (let i = 0; i < 5; i += 1) expect((await attempt()).status).toBe(401)
    const response = await attempt()
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(2)
  })

  test('behind a proxy the address is the one the proxy saw, not one the caller invents', async () => {
    const attempt = (i: number) => {
      const headers = { 'x-forwarded-for': `1.2.3.${i}, 10.0.1.3` }
      return call('identity.signIn', { email: `a${i}@x.kr`, password: 'wrong' }, headers)
    }
    await attempt(0)
    await t.admin`update auth.sign_in_attempt set tries = 60 where bucket = ${`address:${sha256('10.0.1.3')}`}`
    expect((await attempt(1)).status).toBe(429)
  })

  test('demo accounts do not exist on a server that is not the demo', async () => {
    const response = await call('identity.signIn', { email: 'citizen@harmony.demo', password: PASSWORD })
    expect(response.status).toBe(401)
    const list = (await (await ask('identity.demoSignIns')).json()) as { result: { data: unknown[] } }
    expect(list.result.data).toEqual([])
  })
})

describe('who may call', () => {
  test('a page of another site is refused, reading or writing', async () => {
    const cookie = await cookieOf()
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      expect((await call('identity.signOutEverywhere', undefined, { cookie, ...headers })).status).toBe(403)
      expect((await ask('identity.me', { cookie, ...headers })).status).toBe(403)
    }
    const own = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }
    expect((await ask('identity.me', { cookie, ...own })).status).toBe(200)
    expect(await kindOf(cookie)).toBe('officer')
  })

  test('an act is not done by a link', async () => {
    const cookie = await cookieOf()
    expect((await ask('identity.signOutEverywhere', { cookie })).status).toBe(405)
    expect(await kindOf(cookie)).toBe('officer')
  })

  test('a guest or an officer without the role does not reach the administrator’s acts', async () => {
    const input = { code: 'x', name: 'x' }
    expect((await call('identity.addPerson', input)).status).toBe(401)
    expect((await call('identity.addPerson', input, { cookie: await cookieOf() })).status).toBe(403)
  })
})

describe('bad requests', () => {
  test('an unknown agency is not found, in words a client can read', async () => {
    const response = await ask('identity.me', {}, 'nowhere')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      error: { code: expect.any(Number), message: 'agency.unknown', data: { messageCode: 'agency.unknown' } },
    })
  })

  test.each([
    ['no JSON', '{', 400],
    ['a field too many', JSON.stringify({ ...kim, admin: true }), 400],
    ['a wrong type', JSON.stringify({ email: 1, password: [] }), 400],
    ['too long a password', JSON.stringify({ ...kim, password: 'x'.repeat(129) }), 400],
    ['a body over the limit', JSON.stringify({ ...kim, password: 'x'.repeat(2_000_000) }), 413],
  ])('%s is refused without a stack', async (_, body, status) => {
    const response = await app.request('/api/mogaha/trpc/identity.signIn', {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/json', 'x-forwarded-for': '10.0.2.1' },
      body,
    })
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/node_modules|\.ts:\d|at async/)
  })

  test('a batch of more than twenty is refused', async () => {
    const paths = Array.from({ length: 21 }, () => 'identity.me').join(',')
    expect((await ask(`${paths}?batch=1`)).status).toBeGreaterThanOrEqual(400)
  })
})

test('every answer forbids inline script, framing, sniffing; api answers are not stored', async () => {
  for (const path of ['/', '/mogaha', '/api/mogaha/trpc/identity.me', '/api/nothing']) {
    const { headers } = await app.request(path, { headers: { 'x-forwarded-for': '10.0.3.1' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  }
})
