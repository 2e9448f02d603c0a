import { createOrganisation, listRoleGrants, signIn } from '@harmony/core/identity'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantTo, openAccount } from './account.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  const title = { ko: '주무관', en: 'Officer' }
  await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [{ code: 'agency', kind: 'agency', name: { ko: '행정자치부', en: 'Ministry' } }],
    people: [{ code: 'P-1', name: '한관리', posts: [{ unit: 'agency', title }] }],
  })
})
afterAll(() => t.close())

test('a new server’s first administrator gets an account and the role, and signs in', async () => {
  const ctx = t.ctx('mogaha')
  const password = await openAccount(ctx, { person: 'P-1', email: 'han@mogaha.go.kr' })
  await grantTo(ctx, { person: 'P-1', role: 'tenant-admin', reason: '기관 개설' })
  expect(await signIn(ctx, { email: 'han@mogaha.go.kr', password })).toMatchObject({ accountKind: 'officer' })
  expect(await listRoleGrants(ctx, {})).toMatchObject([{ role: 'tenant-admin', personName: '한관리' }])
})

test('an unknown person, role or date is refused by name', async () => {
  const ctx = t.ctx('mogaha')
  await expect(openAccount(ctx, { person: 'P-9', email: 'x@y.kr' })).rejects.toMatchObject({
    code: 'identity.person-not-found',
  })
  await expect(grantTo(ctx, { person: 'P-1', role: 'king' })).rejects.toMatchObject({ field: '--role' })
  const grant = grantTo(ctx, { person: 'P-1', role: 'reviewer', until: 'soon' })
  await expect(grant).rejects.toMatchObject({ field: '--until' })
})
