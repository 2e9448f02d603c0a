import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/index.ts'
import { type Actor, fixedClock, sha256 } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import {
  actorForSession,
  assignPost,
  changePassword,
  createDemoAccounts,
  createOfficerAccount,
  createOrganisation,
  endPost,
  grantRole,
  listMySessions,
  revokeSession,
  signIn,
  signOut,
  signOutEverywhere,
} from './index.ts'
import { orgOf } from './testing.ts'

const PASSWORD = 'four gardens in Jongno'
const guest: Actor = { kind: 'guest' }
let t: TestDatabase
let people: ReadonlyMap<string, string>
let units: ReadonlyMap<string, string>
const options = { userAgent: 'Browser', demoAccounts: false }
const kim = { email: 'kim@mogaha.go.kr', password: PASSWORD }

beforeAll(async () => {
  t = await testDatabase()
  ;({ people, units } = await createOrganisation(t.ctx('mogaha'), orgOf('mogaha')))
  await createOfficerAccount(t.ctx('mogaha'), { ...kim, personId: person('kim') })
})
afterAll(() => t.close())

function person(code: string): string {
  return people.get(code) ?? ''
}

function unit(code: string): string {
  return units.get(code) ?? ''
}

/** A guest's ctx from an address of its own, so that one test's tries do not wear down another's. */
function from(source: string, slug: 'mogaha' | 'gangnam' = 'mogaha') {
  return { ...t.ctx(slug, guest), source }
}

async function holderOf(token: string) {
  const holder = await actorForSession(t.app, token, t.mogaha.id)
  if (holder === null) throw new Error('no session')
  return holder
}

describe('a session', () => {
  test('knows the officer, their units, headships and roles in the agency asked for', async () => {
    const { token, accountId } = await signIn(from('10.0.0.1'), kim, options)
    const holder = await holderOf(token)
    expect(holder.actor).toEqual({
      kind: 'officer',
      accountId,
      personId: person('kim'),
      roles: ['petition-handler', 'team-head'],
      unitIds: [unit('innovation-team')],
      headOf: [unit('innovation-team')],
    })
    expect(holder.agencies.map((agency) => agency.slug)).toEqual(['mogaha'])
    await t.expectAudit(t.ctx('mogaha'), { action: 'account.sign-in', subjectId: accountId })
  })

  test('gives no rights in another agency', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    expect((await actorForSession(t.app, token, t.gangnam.id))?.actor).toEqual({ kind: 'guest' })
    expect((await actorForSession(t.app, token, null))?.actor).toEqual({ kind: 'guest' })
  })

  test('is stored under the hash of its token, and the stored id opens nothing', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    expect(token).toMatch(/^[a-z2-7]{32}$/)
    const rows = await t.admin`select id from auth.session`
    expect(rows.map((row) => row.id)).toContain(sha256(token))
    expect(JSON.stringify(await t.admin`select * from auth.session`)).not.toContain(token)
    expect(await actorForSession(t.app, sha256(token), t.mogaha.id)).toBeNull()
  })

  test('leaves the tenant of a surrounding transaction as it was', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    const { sql } = await import('drizzle-orm')
    await withTenant(t.ctx('gangnam'), async (tx) => {
      await tx.sql.execute(sql`select auth.session_facts(${sha256(token)}::text, ${t.mogaha.id}::uuid)`)
      const [row] = await tx.sql.execute<{ id: string }>(sql`select current_setting('app.tenant_id') as id`)
      expect(row?.id).toBe(t.gangnam.id)
    })
  })

  test('ends when its time is over', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    await t.admin`update auth.session set expires_at = now() - interval '1 second' where id = ${sha256(token)}`
    expect(await actorForSession(t.app, token, t.mogaha.id)).toBeNull()
  })

  test('slides forward when half its time is gone, but not beyond its longest life', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    expect((await holderOf(token)).renewed).toBe(false)
    await t.admin`update auth.session set expires_at = now() + interval '3 hours' where id = ${sha256(token)}`
    const slid = await holderOf(token)
    expect(slid.renewed).toBe(true)
    expect(slid.expiresAt.getTime() - Date.now()).toBeGreaterThan(7.9 * 3_600_000)
    await t.admin`update auth.session set created_at = now() - interval '23 hours', expires_at = now() + interval '1 hour'
      where id = ${sha256(token)}`
    const old = await holderOf(token)
    expect(old.renewed).toBe(false)
    expect(old.expiresAt.getTime() - Date.now()).toBeLessThan(1.01 * 3_600_000)
  })

  test('is refused after sign-out', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    await signOut(t.ctx('mogaha'), await holderOf(token), token)
    expect(await actorForSession(t.app, token, t.mogaha.id)).toBeNull()
  })

  test('is listed to its owner, who may end it; nobody else may', async () => {
    const { token } = await signIn(from('10.0.0.2'), kim, options)
    const other = await signIn(from('10.0.0.3'), kim, { ...options, userAgent: 'Phone' })
    const holder = await holderOf(token)
    const listed = await listMySessions(t.ctx('mogaha'), holder)
    const phone = listed.find((session) => session.userAgent === 'Phone')
    expect(listed.filter((session) => session.current)).toHaveLength(1)
    expect(phone).toMatchObject({ createdFrom: '10.0.0.3', current: false })
    const stranger = { account: { ...holder.account, id: person('lee') } }
    const handle = phone?.handle ?? ''
    await expect(revokeSession(t.ctx('mogaha'), stranger, { handle })).rejects.toMatchObject({ kind: 'not-found' })
    await revokeSession(t.ctx('mogaha'), holder, { handle })
    expect(await actorForSession(t.app, other.token, t.mogaha.id)).toBeNull()
    expect(await actorForSession(t.app, token, t.mogaha.id)).not.toBeNull()
    await t.expectAudit(t.ctx('mogaha'), { action: 'session.revoke', subjectId: handle })
  })

  test('signing out everywhere ends all of them and tells the open live streams', async () => {
    const one = await signIn(from('10.0.0.1'), kim, options)
    const two = await signIn(from('10.0.0.1'), kim, options)
    const holder = await holderOf(one.token)
    expect((await signOutEverywhere(t.ctx('mogaha'), holder)).ended).toBeGreaterThanOrEqual(2)
    expect(await actorForSession(t.app, one.token, t.mogaha.id)).toBeNull()
    expect(await actorForSession(t.app, two.token, t.mogaha.id)).toBeNull()
    const events = await t.admin`select payload from public.outbox where type = 'identity.session-revoked'`
    expect(events.map((event) => event.payload)).toContainEqual({
      accountId: one.accountId,
      why: 'sign-out-everywhere',
    })
    await t.expectAudit(t.ctx('mogaha'), { action: 'account.sign-out-everywhere', subjectId: one.accountId })
  })

  test('ends when the rights of its person change, and the next one has the new rights', async () => {
    await createOfficerAccount(t.ctx('mogaha'), {
      email: 'lee@mogaha.go.kr',
      password: PASSWORD,
      personId: person('lee'),
    })
    const lee = { email: 'lee@mogaha.go.kr', password: PASSWORD }
    const before = await signIn(from('10.0.0.4'), lee, options)
    await grantRole(t.ctx('mogaha'), { personId: person('lee'), role: 'reviewer' })
    expect(await actorForSession(t.app, before.token, t.mogaha.id)).toBeNull()
    const after = await signIn(from('10.0.0.4'), lee, options)
    expect((await holderOf(after.token)).actor).toMatchObject({ roles: ['reviewer', 'team-member'] })
    const post = await assignPost(t.ctx('mogaha'), {
      personId: person('lee'),
      unitId: unit('audit-team'),
      title: { ko: '감사담당', en: 'Auditor' },
      concurrent: true,
    })
    expect(await actorForSession(t.app, after.token, t.mogaha.id)).toBeNull()
    const third = await signIn(from('10.0.0.4'), lee, options)
    await endPost(t.ctx('mogaha'), { postId: post.id })
    expect(await actorForSession(t.app, third.token, t.mogaha.id)).toBeNull()
  })

  test('ends with every other one when the password changes', async () => {
    const { token } = await signIn(from('10.0.0.1'), kim, options)
    const holder = await holderOf(token)
    const ctx = t.ctx('mogaha', holder.actor)
    await expect(changePassword(ctx, holder, { current: 'not this', next: 'eight new words' })).rejects.toMatchObject({
      code: 'identity.wrong-password',
    })
    await expect(changePassword(ctx, holder, { current: PASSWORD, next: 'Password123' })).rejects.toMatchObject({
      code: 'identity.password-common',
    })
    const fresh = await changePassword(ctx, holder, { current: PASSWORD, next: 'eight new words' })
    expect(await actorForSession(t.app, token, t.mogaha.id)).toBeNull()
    expect(await actorForSession(t.app, fresh.token, t.mogaha.id)).not.toBeNull()
    const back = await holderOf(fresh.token)
    await changePassword(ctx, back, { current: 'eight new words', next: PASSWORD })
    await t.expectAudit(t.ctx('mogaha'), { action: 'account.change-password', subjectId: holder.account.id })
  })
})

describe('signing in', () => {
  test('refuses an unknown address and a wrong password in the same words', async () => {
    const unknown = signIn(from('10.0.1.1'), { email: 'nobody@mogaha.go.kr', password: PASSWORD }, options)
    await expect(unknown).rejects.toMatchObject({ kind: 'unauthenticated', code: 'identity.wrong-credentials' })
    const wrong = signIn(from('10.0.1.1'), { ...kim, password: 'something else' }, options)
    await expect(wrong).rejects.toMatchObject({ kind: 'unauthenticated', code: 'identity.wrong-credentials' })
    await signIn(from('10.0.1.1'), kim, options)
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const time = async (email: string) => {
      const start = performance.now()
      await signIn(from('10.0.1.2'), { email, password: 'something else' }, options).catch(() => {})
      return performance.now() - start
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 3; i += 1) {
      known.push(await time(kim.email))
      unknown.push(await time('nobody2@mogaha.go.kr'))
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
    await t.admin`delete from auth.sign_in_attempt`
  })

  test('is rate limited by e-mail address, known or not, and says when to come back', async () => {
    for (const email of ['kim@mogaha.go.kr', 'nobody3@mogaha.go.kr']) {
      for (let i = 0; i < 5; i += 1) {
        await expect(signIn(from('10.0.2.1'), { email, password: 'wrong' }, options)).rejects.toMatchObject({
          kind: 'unauthenticated',
        })
      }
      const sixth = await signIn(from('10.0.2.1'), { email, password: PASSWORD }, options).catch(
        (error: unknown) => error,
      )
      expect(sixth).toMatchObject({ kind: 'rate-limited', code: 'identity.too-many-attempts' })
      expect((sixth as { params: { retryAfterSeconds: number } }).params.retryAfterSeconds).toBeGreaterThan(0)
    }
    await t.admin`delete from auth.sign_in_attempt`
  })

  test('is rate limited by address, and right sign-ins do not count', async () => {
    await signIn(from('10.0.3.1'), kim, options)
    await t.admin`update auth.sign_in_attempt set tries = 60 where bucket = ${`address:${sha256('10.0.3.1')}`}`
    await expect(signIn(from('10.0.3.1'), { ...kim, email: 'x@y.kr' }, options)).rejects.toMatchObject({
      kind: 'rate-limited',
    })
    await signIn(from('10.0.3.2'), kim, options)
  })

  test('locks for 15 minutes after ten failures, with an audit row, and opens again after', async () => {
    const bucket = `email:${sha256(kim.email)}`
    let last: unknown
    for (let i = 0; i < 10; i += 1) {
      await t.admin`update auth.sign_in_attempt set window_start = now() - interval '2 minutes' where bucket = ${bucket}`
      last = await signIn(from('10.0.4.1'), { ...kim, password: 'wrong' }, options).catch((error: unknown) => error)
    }
    expect(last).toMatchObject({ code: 'identity.locked', params: { retryAfterSeconds: 900 } })
    await expect(signIn(from('10.0.4.2'), kim, options)).rejects.toMatchObject({ code: 'identity.locked' })
    await t.expectAudit(t.ctx('mogaha'), { action: 'account.lock', subjectId: bucket })
    await t.admin`update auth.sign_in_attempt set locked_until = now() - interval '1 second', window_start = now() - interval '2 minutes'`
    await signIn(from('10.0.4.2'), kim, options)
  })

  test('refuses demo accounts but where the server runs its embedded database', async () => {
    const ctx = t.ctx('mogaha')
    const accounts = [{ kind: 'citizen', email: 'citizen@harmony.demo', name: '홍길동' } as const]
    await expect(createDemoAccounts(ctx, accounts, PASSWORD, { demoAccounts: false })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const [made] = await createDemoAccounts(ctx, accounts, PASSWORD, { demoAccounts: true })
    const [again] = await createDemoAccounts(ctx, accounts, PASSWORD, { demoAccounts: true })
    expect(again).toEqual(made)
    const input = { email: 'citizen@harmony.demo', password: PASSWORD }
    await expect(signIn(from('10.0.5.1'), input, options)).rejects.toMatchObject({ code: 'identity.wrong-credentials' })
    const { token } = await signIn(from('10.0.5.1'), input, { ...options, demoAccounts: true })
    expect(await actorForSession(t.app, token, t.mogaha.id)).toBeNull()
    const holder = await actorForSession(t.app, token, t.mogaha.id, { demoAccounts: true })
    expect(holder?.actor).toEqual({ kind: 'citizen', accountId: made?.accountId, customerId: made?.customerId })
  })

  test('a citizen of one agency gets a customer of their own in the next', async () => {
    const { token } = await signIn(
      from('10.0.5.1'),
      { email: 'citizen@harmony.demo', password: PASSWORD },
      { ...options, demoAccounts: true },
    )
    const rule = { demoAccounts: true }
    const here = await actorForSession(t.app, token, t.mogaha.id, rule)
    const there = await actorForSession(t.app, token, t.gangnam.id, rule)
    expect(there?.actor.kind).toBe('citizen')
    expect(there?.actor).not.toEqual(here?.actor)
    expect((await actorForSession(t.app, token, t.gangnam.id, rule))?.actor).toEqual(there?.actor)
  })

  test('a tenant admin opens accounts for people; an officer, or another agency, does not', async () => {
    const officer: Actor = {
      kind: 'officer',
      accountId: person('lee'),
      personId: person('lee'),
      roles: ['team-member'],
      unitIds: [],
      headOf: [],
    }
    const input = { email: 'park@mogaha.go.kr', password: PASSWORD, personId: person('park') }
    await expect(createOfficerAccount(t.ctx('mogaha', officer), input)).rejects.toMatchObject({ kind: 'forbidden' })
    const admin: Actor = { ...officer, roles: ['tenant-admin'] }
    await expect(createOfficerAccount(t.ctx('gangnam', admin), input)).rejects.toMatchObject({ kind: 'not-found' })
    const { accountId } = await createOfficerAccount(
      t.ctx('mogaha', admin, { clock: fixedClock('2005-08-01T00:00:00Z') }),
      input,
    )
    await t.expectAudit(t.ctx('mogaha'), { action: 'account.create', subjectId: accountId })
    await expect(createOfficerAccount(t.ctx('mogaha', admin), input)).rejects.toMatchObject({
      code: 'identity.email-taken',
    })
  })
})
