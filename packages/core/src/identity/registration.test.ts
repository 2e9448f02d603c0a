import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/index.ts'
import type { Actor } from '../kernel/index.ts'
import { actorForSession, readDemoCode, registerCitizen, resendCode, signIn, verifyEmail } from './index.ts'

const PASSWORD = 'a walk by Cheonggye'
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

function from(source: string) {
  const guest: Actor = { kind: 'guest' }
  return { ...t.ctx('mogaha', guest), source }
}

async function codeOf(registrationId: string): Promise<string> {
  const { code } = await readDemoCode(from('10.1.0.1'), { registrationId }, { demoAccounts: true })
  if (code === null) throw new Error('no code was mailed')
  return code
}

test('a citizen signs in after their address is verified, not before', async () => {
  const ctx = from('10.1.0.1')
  const input = { email: 'Hong@Example.KR', password: PASSWORD, name: '홍길동' }
  const { registrationId, email } = await registerCitizen(ctx, input)
  expect(email).toBe('hong@example.kr')
  const before = signIn(ctx, { email, password: PASSWORD })
  await expect(before).rejects.toMatchObject({ code: 'identity.wrong-credentials' })
  await verifyEmail(ctx, { registrationId, code: await codeOf(registrationId) })
  const { token, accountId } = await signIn(ctx, { email, password: PASSWORD })
  const holder = await actorForSession(t.app, token, t.mogaha.id)
  expect(holder?.actor).toMatchObject({ kind: 'citizen', accountId })
  await t.expectAudit(t.ctx('mogaha'), { action: 'account.register', subjectId: accountId })
  const [event] = await t.admin`select payload from public.outbox where type = 'identity.citizen-registered'`
  expect(event?.payload).toEqual({ accountId, customerId: holder?.actor.kind === 'citizen' && holder.actor.customerId })
})

test('an address that has an account gets a mail, and the caller the same answer', async () => {
  const ctx = from('10.1.0.2')
  const known = await registerCitizen(ctx, { email: 'hong@example.kr', password: PASSWORD, name: '아무개' })
  const unknown = await registerCitizen(ctx, { email: 'new@example.kr', password: PASSWORD, name: '아무개' })
  expect(Object.keys(known)).toEqual(Object.keys(unknown))
  const mails =
    await t.admin`select template from public.mail_outbox where to_address = 'hong@example.kr' order by id desc`
  expect(mails[0]?.template).toBe('identity.account-exists')
  const guess = verifyEmail(ctx, { registrationId: known.registrationId, code: '123456' })
  await expect(guess).rejects.toMatchObject({ code: 'identity.wrong-code' })
})

test('a code opens only its own registration, five wrong ones spend it, a fresh one works', async () => {
  const ctx = from('10.1.0.3')
  const mine = await registerCitizen(ctx, { email: 'lim@example.kr', password: PASSWORD, name: '임꺽정' })
  const theirs = await registerCitizen(from('10.1.0.4'), {
    email: 'lim@example.kr',
    password: 'the other password',
    name: '남',
  })
  const code = await codeOf(mine.registrationId)
  const other = verifyEmail(ctx, { registrationId: theirs.registrationId, code })
  await expect(other).rejects.toMatchObject({ code: 'identity.wrong-code' })
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i += 1) {
    await expect(verifyEmail(ctx, { registrationId: mine.registrationId, code: wrong })).rejects.toMatchObject({
      field: 'code',
    })
  }
  await expect(verifyEmail(ctx, { registrationId: mine.registrationId, code })).rejects.toMatchObject({
    code: 'identity.wrong-code',
  })
  await resendCode(ctx, { registrationId: mine.registrationId })
  await verifyEmail(ctx, { registrationId: mine.registrationId, code: await codeOf(mine.registrationId) })
  await signIn(ctx, { email: 'lim@example.kr', password: PASSWORD })
})

test('in another agency a registration is unknown: nothing is mailed and its code opens nothing', async () => {
  const ctx = from('10.1.0.9')
  const { registrationId } = await registerCitizen(ctx, {
    email: 'jang@example.kr',
    password: PASSWORD,
    name: '장길산',
  })
  const code = await codeOf(registrationId)
  const elsewhere = { ...t.ctx('gangnam', { kind: 'guest' }), source: '10.1.0.9' }
  await resendCode(elsewhere, { registrationId })
  const [mails] = await t.admin`select count(*)::int as n from mail_outbox where tenant_id = ${t.gangnam.id}`
  expect(mails?.n).toBe(0)
  const foreign = verifyEmail(elsewhere, { registrationId, code })
  await expect(foreign).rejects.toMatchObject({ code: 'identity.wrong-code' })
  await verifyEmail(ctx, { registrationId, code })
})

test('a code is stored as a hash and ends after half an hour', async () => {
  const ctx = from('10.1.0.5')
  const { registrationId } = await registerCitizen(ctx, { email: 'late@example.kr', password: PASSWORD, name: '지각' })
  const code = await codeOf(registrationId)
  expect(JSON.stringify(await t.admin`select * from auth.email_token where id = ${registrationId}`)).not.toContain(code)
  await t.admin`update auth.email_token set expires_at = now() - interval '1 second' where id = ${registrationId}`
  await expect(verifyEmail(ctx, { registrationId, code })).rejects.toMatchObject({ code: 'identity.wrong-code' })
})

test('common and short passwords are refused, others need no special characters', async () => {
  const ctx = from('10.1.0.6')
  const register = (password: string) => registerCitizen(ctx, { email: 'pw@example.kr', password, name: '비밀' })
  await expect(register('short')).rejects.toMatchObject({ code: 'input.too-short', field: 'password' })
  for (const password of ['Password123', 'qwer1234', 'tkfkdgo123', 'zzzzzzzz']) {
    await expect(register(password)).rejects.toMatchObject({ code: 'identity.password-common', field: 'password' })
    await t.admin`delete from auth.sign_in_attempt`
  }
  await expect(register('pw@example.kr')).rejects.toMatchObject({ code: 'identity.password-contains-email' })
})

test('registrations and codes are rate limited', async () => {
  const ctx = from('10.1.0.7')
  const input = { email: 'flood@example.kr', password: PASSWORD, name: '홍수' }
  const { registrationId } = await registerCitizen(ctx, input)
  for (let i = 0; i < 4; i += 1) await registerCitizen(ctx, input)
  await expect(registerCitizen(ctx, input)).rejects.toMatchObject({ kind: 'rate-limited' })
  for (let i = 0; i < 5; i += 1) await resendCode(ctx, { registrationId })
  await expect(resendCode(ctx, { registrationId })).rejects.toMatchObject({ kind: 'rate-limited' })
})

test('the code is read from the mail in the demo only', async () => {
  const ask = readDemoCode(from('10.1.0.8'), { registrationId: t.mogaha.id }, { demoAccounts: false })
  await expect(ask).rejects.toMatchObject({ kind: 'not-found' })
})
