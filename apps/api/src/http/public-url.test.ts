import { createOfficerAccount, createOrganisation } from '@harmony/core/identity'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createApp } from './app.ts'

const kim = { email: 'kim@mogaha.go.kr', password: 'walls of Suwon fortress' }
let t: TestDatabase
let app: Hono

beforeAll(async () => {
  t = await testDatabase()
  const { people } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [{ code: 'agency', kind: 'agency', name: { ko: '행정자치부', en: 'Ministry' } }],
    people: [{ code: 'kim', name: '김혁신', posts: [{ unit: 'agency', title: { ko: '팀장', en: 'Head' } }] }],
  })
  await createOfficerAccount(t.ctx('mogaha'), { ...kim, personId: people.get('kim') ?? '' })
  const given = { PUBLIC_URL: 'https://harmony.example.org', TRUST_PROXY: '1', LOG_LEVEL: 'silent', FILES_DIR: '/tmp' }
  app = createApp(t.app, readConfig({ NODE_ENV: 'test', ...given }), { web: '/nowhere', admin: '/nowhere' })
})
afterAll(() => t.close())

/** A sign-in through a proxy that names the inner host. */
function signIn(origin: string) {
  return app.request('/api/mogaha/trpc/identity.signIn', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', origin, 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.1' },
    body: JSON.stringify(kim),
  })
}

test('behind a proxy that changes the host, the address people type is no foreign origin', async () => {
  const response = await signIn('https://harmony.example.org')
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-harmony=.*Secure/)
})

test('another site stays foreign', async () => {
  expect((await signIn('https://elsewhere.example.org')).status).toBe(403)
  expect((await signIn('null')).status).toBe(403)
})
