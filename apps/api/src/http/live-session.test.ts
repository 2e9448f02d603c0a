import { createOfficerAccount, createOrganisation, grantRole } from '@harmony/core/identity'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { type ApiServices, openServices } from '../services.ts'
import { createApp } from './app.ts'

const kim = { email: 'kim@mogaha.go.kr', password: 'forest road of Damyang' }
const headers = { host: 'localhost:3000', 'x-forwarded-for': '10.0.0.1', 'content-type': 'application/json' }
let t: TestDatabase
let app: Hono
let services: ApiServices
let person: string

beforeAll(async () => {
  t = await testDatabase()
  const { people } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [{ code: 'agency', kind: 'agency', name: { ko: '행정자치부', en: 'Ministry' } }],
    people: [{ code: 'kim', name: '김혁신', posts: [{ unit: 'agency', title: { ko: '팀장', en: 'Head' } }] }],
  })
  person = people.get('kim') ?? ''
  await createOfficerAccount(t.ctx('mogaha'), { ...kim, personId: person })
  const config = readConfig({ NODE_ENV: 'test', TRUST_PROXY: '1', LOG_LEVEL: 'silent', FILES_DIR: '/tmp' })
  services = openServices(t.app, config)
  app = createApp(t.app, config, { web: '/nowhere', admin: '/nowhere' }, services)
})
afterAll(async () => {
  await services.live.close()
  await t.close()
})

async function signIn(): Promise<string> {
  const init = { method: 'POST', headers, body: JSON.stringify(kim) }
  const response = await app.request('/api/mogaha/trpc/identity.signIn', init)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** An open stream of the scores; settles once it is heard. */
async function listen(cookie: string): Promise<{ rest: Promise<string> }> {
  const input = encodeURIComponent(JSON.stringify({ topics: ['scores'] }))
  const response = await app.request(`/api/mogaha/trpc/live.topics?input=${input}`, {
    headers: { ...headers, cookie, accept: 'text/event-stream' },
  })
  expect(response.status).toBe(200)
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('ready')) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`the stream ended early: ${text}`)
    text += decoder.decode(value, { stream: true })
  }
  await services.live.hub().listening
  const rest = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text
      text += decoder.decode(value, { stream: true })
      if (/serialized-error\s+data: .*\n/.test(text)) {
        await reader.cancel()
        return text
      }
    }
  })()
  return { rest }
}

test('signing out everywhere closes the account’s open streams', async () => {
  const [mine, other] = [await signIn(), await signIn()]
  const stream = await listen(other)
  const response = await app.request('/api/mogaha/trpc/identity.signOutEverywhere', {
    method: 'POST',
    headers: { ...headers, cookie: mine },
  })
  expect(response.status).toBe(200)
  expect(await stream.rest).toContain('session.ended')
})

test('a change of rights closes them too', async () => {
  const stream = await listen(await signIn())
  await grantRole(t.ctx('mogaha'), { personId: person, role: 'reviewer' })
  expect(await stream.rest).toContain('session.ended')
})

test('a guest opens no stream', async () => {
  const input = encodeURIComponent(JSON.stringify({ topics: ['scores'] }))
  const response = await app.request(`/api/mogaha/trpc/live.topics?input=${input}`, {
    headers: { ...headers, accept: 'text/event-stream' },
  })
  expect(await response.text()).toContain('session.required')
})
