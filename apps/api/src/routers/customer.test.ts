import { synthesiseRelease } from '@harmony/core/contract'
import { createDemoAccounts, createOrganisation } from '@harmony/core/identity'
import { type Actor, fixedClock } from '@harmony/core/kernel'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { tenants } from '@harmony/tenants'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiContext } from '../trpc/context.ts'
import { createCaller } from '../trpc/init.ts'
import { customerRouter } from './customer.ts'

let t: TestDatabase
let citizenActor: Actor
const clock = fixedClock('2026-01-07T01:00:00Z')

beforeAll(async () => {
  t = await testDatabase()
  const definition = tenants.find((one) => one.slug === 'mogaha')
  if (definition === undefined) throw new Error('the ministry is not among the tenants')
  const { canonical, problems } = await synthesiseRelease(definition.model)
  if (canonical === undefined) throw new Error(JSON.stringify(problems))
  const { hash } = await publishRelease(t.workerCtx('mogaha'), { canonical })
  await activateRelease(t.workerCtx('mogaha'), { hash, activeFrom: new Date('2000-01-01'), reason: '시험' })
  await createOrganisation(t.ctx('mogaha'), definition.organisation)
  const accounts = [{ kind: 'citizen' as const, email: 'citizen@harmony.demo', name: '조시민' }]
  const [made] = await createDemoAccounts(t.ctx('mogaha'), accounts, 'walls of Suwon', { demoAccounts: true })
  citizenActor = { kind: 'citizen', accountId: made?.accountId ?? '', customerId: made?.customerId ?? '' }
}, 60_000)
afterAll(() => t.close())

/** The router as that person reaches it: guards, input and output schemas included. */
function as(actor: Actor) {
  const context: Partial<ApiContext> = { harmony: t.ctx('mogaha', actor, { clock }), db: t.app, requestId: 'test' }
  return createCaller(customerRouter)(context as ApiContext)
}

describe('the customer procedures', () => {
  test('carry a petition from the citizen to the officer and back, every answer in its schema', async () => {
    const guest = as({ kind: 'guest' })
    const { areas } = await guest.catalogue()
    const service = areas.flatMap((area) => area.services).find((one) => one.key === 'innovation-inquiry')
    expect(service?.period).toEqual({ unit: 'days', amount: 7 })
    await expect(guest.myPetitions({})).rejects.toThrow('session.required')

    const citizen = as(citizenActor)
    const { draftId } = await citizen.saveDraft({ title: '팀제 도입' })
    expect((await citizen.drafts()).drafts).toHaveLength(1)
    const request = { serviceKey: 'innovation-inquiry', title: '팀제 도입', body: '사례를 알고 싶습니다', draftId }
    const filed = await citizen.file({ ...request, idempotencyKey: 'router-test-1' })
    const { petitionId, personId, unitId } = filed
    const officerActor: Actor = {
      kind: 'officer',
      accountId: personId ?? '',
      personId: personId ?? '',
      roles: ['petition-handler', 'performance-manager'],
      unitIds: [unitId],
      headOf: [],
    }
    const officer = as(officerActor)
    const { rows } = await officer.queue({ scope: 'mine' })
    expect(rows).toMatchObject([{ id: petitionId, customerName: '조○○' }])
    expect(await officer.queueCounts({})).toMatchObject({ open: 1, mine: 1 })
    await citizen.sendMessage({ petitionId, body: '지방 사례도요' })
    expect((await officer.petition({ petitionId })).messages).toHaveLength(1)
    await officer.markRead({ petitionId })
    await officer.requestSupplement({ petitionId, request: '기관 이름' })
    await citizen.submitSupplement({ petitionId, reply: '우리 기관' })
    await officer.extend({ petitionId, reason: '협의' })
    const before = await officer.petition({ petitionId })
    expect(before.workItems).toMatchObject([{ name: '내용 검토', mine: true }])
    expect(before.abilities).not.toContain('answer')
    const [task] = before.workItems
    await officer.completeTask({ petitionId, element: task?.element ?? '' })
    expect((await officer.petition({ petitionId })).abilities).toContain('answer')
    await officer.draftAnswer({ petitionId, body: '초안' })
    const answered = await officer.answer({ petitionId, body: '답변드립니다', idempotencyKey: 'router-test-2' })
    expect(answered.status).toBe('completed')
    expect((await citizen.myPetition({ petitionId })).abilities).toEqual(['rate', 'reopen'])
    const stars = { promptness: 5, kindness: 5, attitude: 5, overall: 5 }
    await citizen.rate({ petitionId, ...stars, comment: '고맙습니다' })
    expect((await officer.voices({ tone: 'praise' })).rows).toHaveLength(1)
    expect((await officer.agencies()).agencies.map((one) => one.slug)).toEqual(['gangnam'])
    const report = await officer.report({ from: '2026-01-01', to: '2026-01-31' })
    expect(report.total).toMatchObject({ total: 1, within3: 1 })
    expect((await citizen.myPetitions({})).rows).toMatchObject([{ id: petitionId, rated: true }])
    await citizen.reopen({ petitionId, reason: '더 궁금합니다' })
    await citizen.withdraw({ petitionId })
    expect((await officer.petition({ petitionId })).steps.length).toBeGreaterThan(8)
    await expect(citizen.queue({})).rejects.toThrow('policy.refused')
    await expect(officer.myPetition({ petitionId })).rejects.toThrow('policy.refused')
  })
})
