import { createDemoAccounts, createOfficerAccount, createOrganisation, signIn } from '@harmony/core/identity'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { readConfig } from '../config.ts'
import { appRouter } from '../trpc/root.ts'
import { createApp } from './app.ts'
import { hostileInput } from './hostile-input.fixture.ts'

const PASSWORD = 'nine pavilions of Danyang'
const ROUNDS = Number(process.env.MALFORMED_ROUNDS ?? 6)
let t: TestDatabase
let app: Hono
/** Nobody's, an officer's, a citizen's. */
let cookies: string[]

beforeAll(async () => {
  t = await testDatabase()
  const title = { ko: '팀장', en: 'Head' }
  const { people } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [{ code: 'agency', kind: 'agency', name: { ko: '행정자치부', en: 'Ministry' } }],
    people: [{ code: 'kim', name: '김혁신', posts: [{ unit: 'agency', title }], roles: [{ role: 'tenant-admin' }] }],
  })
  const kim = { email: 'kim@mogaha.go.kr', password: PASSWORD }
  await createOfficerAccount(t.ctx('mogaha'), { ...kim, personId: people.get('kim') ?? '' })
  const hong = { email: 'hong@harmony.demo', password: PASSWORD }
  const demo = { userAgent: null, demoAccounts: true }
  await createDemoAccounts(t.ctx('mogaha'), [{ kind: 'citizen', email: hong.email, name: '홍길동' }], PASSWORD, demo)
  const open = async (input: typeof kim) => `harmony_session=${(await signIn(t.ctx('mogaha'), input, demo)).token}`
  cookies = ['', await open(kim), await open(hong)]
  const config = readConfig({
    NODE_ENV: 'test',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'silent',
    FILES_DIR: '/tmp',
    HARMONY_DEMO: '1',
  })
  app = createApp(t.app, config, { web: '/nowhere', admin: '/nowhere' })
})
afterAll(() => t.close())

interface Definition {
  readonly type: string
  readonly inputs: readonly z.ZodType[]
}

const procedures = Object.entries(appRouter._def.procedures)
  .map(([path, procedure]) => {
    const { type, inputs } = (procedure as unknown as { _def: Definition })._def
    return { path, type, inputs }
  })
  .filter(({ type, path }) => type !== 'subscription' && !path.startsWith('identity.signOut'))

test.each(procedures)('$path answers no malformed input with a failure of its own', async ({ path, type, inputs }) => {
  const fitting = inputs[0] === undefined ? fc.constant(undefined) : hostileInput(inputs[0])
  const input = fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: fc.jsonValue() })
  await fc.assert(
    fc.asyncProperty(input, fc.nat(2), async (value, who) => {
      const text = JSON.stringify(value) ?? ''
      const headers: Record<string, string> = {
        host: 'localhost:3000',
        'content-type': 'application/json',
        'x-forwarded-for': '10.9.0.1',
        cookie: cookies[who] ?? '',
      }
      const url = `/api/mogaha/trpc/${path}`
      const response =
        type === 'query'
          ? await app.request(`${url}?input=${encodeURIComponent(text)}`, { headers })
          : await app.request(url, { method: 'POST', headers, body: text })
      const body = await response.text()
      expect(response.status, `${text.slice(0, 300)} → ${body.slice(0, 300)}`).toBeLessThan(500)
      expect(body).not.toMatch(/node_modules|\.ts:\d|PostgresError/)
    }),
    { numRuns: ROUNDS },
  )
})

test.each([
  '/api/mogaha/trpc/%E0%A4%A',
  '/api/%E0%A4%A/trpc/identity.me',
  '/api/mogaha/trpc/identity.me?input=%7B',
  '/api/mogaha/trpc/identity.me?batch=1&input=%5B%5D',
  '/api/mogaha/trpc/__proto__',
  '/api/mogaha/trpc/identity.me,constructor.prototype?batch=1',
  '/api/mogaha/trpc/',
  '/api/mogaha/files/%00',
  '/api/mogaha/files/../../etc/passwd',
  '/api//trpc/identity.me',
  '/api/mog%00aha/trpc/identity.me',
])('%s fails nothing', async (path) => {
  const response = await app.request(path, { headers: { 'x-forwarded-for': '10.9.0.2', cookie: cookies[1] ?? '' } })
  expect(response.status, await response.text()).toBeLessThan(500)
})
