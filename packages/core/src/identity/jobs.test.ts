import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/index.ts'
import { cleanUpJob, createDemoAccounts, signIn } from './index.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

test('what has run out is removed, what lives stays', async () => {
  const ctx = t.ctx('mogaha')
  const demo = { userAgent: null, demoAccounts: true }
  await createDemoAccounts(ctx, [{ kind: 'citizen', email: 'a@harmony.demo', name: '가' }], 'spring in Gyeongju', demo)
  const input = { email: 'a@harmony.demo', password: 'spring in Gyeongju' }
  const ended = await signIn(ctx, input, demo)
  await t.admin`update auth.session set expires_at = now() - interval '1 second'`
  await signIn(ctx, input, demo)
  await t.admin`insert into auth.sign_in_attempt values ('email:old', now() - interval '2 days', 3), ('email:new', now(), 3)`
  const handle = { progress: async () => {}, signal: new AbortController().signal, cancelled: () => false }
  expect(await cleanUpJob.run(t.workerCtx('bureau'), {}, handle)).toEqual({ removed: 2 })
  const left = await t.admin`select id from auth.session`
  expect(left).toHaveLength(1)
  expect(ended.token).not.toBe(left[0]?.id)
})
