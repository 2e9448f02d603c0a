import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTenant } from '../../platform/index.ts'
import { findPetition } from '../petition.store.ts'
import { getMyPetition } from '../queries/get-my-petition.ts'
import { getPetition } from '../queries/get-petition.ts'
import { customerWorld, filedPetition, uploaded, type World } from '../testing.ts'
import { answerPetition } from './answer-petition.ts'
import { extendDeadline } from './extend-deadline.ts'
import { reopenPetition } from './reopen-petition.ts'
import { requestSupplement } from './request-supplement.ts'
import { submitSupplement } from './submit-supplement.ts'
import { withdrawPetition } from './withdraw-petition.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

const read = (petitionId: string) => withTenant(w.system(), (tx) => findPetition(tx, petitionId))

describe('a supplement', () => {
  it('stops the clock from its request until it comes, and moves the deadline by as much', async () => {
    const { petitionId, handler, dueAt } = await filedPetition(w)
    expect(dueAt).toBe('2026-01-15T14:59:59.999Z')
    const at = '2026-01-08T02:00:00Z'
    await requestSupplement(w.officer(handler, { at }), { petitionId, request: '신분을 알 수 있는 서류', days: 5 })
    const waiting = await read(petitionId)
    expect(waiting).toMatchObject({ status: 'supplement', supplementUntil: new Date('2026-01-15T14:59:59.999Z') })
    await expect(answerPetition(w.officer(handler, { at }), { petitionId, body: '답변' })).rejects.toThrow(
      'petition.waiting-supplement',
    )

    const citizen = w.citizen('a', { at: '2026-01-12T02:00:00Z' })
    expect((await getMyPetition(citizen, { petitionId })).supplement).toMatchObject({
      request: '신분을 알 수 있는 서류',
    })
    const fileId = await uploaded(citizen, '서류.txt', '보완합니다')
    await submitSupplement(citizen, { petitionId, reply: '보냅니다', fileIds: [fileId] })
    // 8, 9 and 12 January do not count: three working days later than first promised.
    expect(await read(petitionId)).toMatchObject({ status: 'open', dueAt: new Date('2026-01-20T14:59:59.999Z') })
    const seen = await getPetition(w.officer(handler, { at: '2026-01-13T02:00:00Z' }), { petitionId })
    expect(
      seen.clock.trace.filter((day) => day.reasonKey === 'clock.paused.supplement').map((day) => day.date),
    ).toEqual(['2026-01-08', '2026-01-09', '2026-01-12'])
    expect(seen.files).toMatchObject([{ name: '서류.txt', part: 'supplement' }])
    await expect(submitSupplement(citizen, { petitionId, reply: '또' })).rejects.toThrow(
      'petition.not-waiting-supplement',
    )
  })

  it('that never comes holds the petition only until its date', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await requestSupplement(w.officer(handler), { petitionId, request: '서류', days: 2 })
    const late = w.officer(handler, { at: '2026-01-12T02:00:00Z' })
    expect(await answerPetition(late, { petitionId, body: '있는 자료로 답변합니다' })).toMatchObject({
      status: 'completed',
    })
    const trail = await getPetition(late, { petitionId })
    expect(trail.statutoryDays).toBe('1.000000')
    expect(trail.supplements).toMatchObject([{ status: 'lapsed' }])
    await reopenPetition(w.citizen('a', { at: '2026-01-12T03:00:00Z' }), { petitionId, reason: '다시' })
    await requestSupplement(late, { petitionId, request: '다른 서류' })
    expect((await getPetition(late, { petitionId })).supplements.map((one) => one.status)).toEqual(['lapsed', 'open'])
  })

  it('is the owner’s to hand in, and only files of one’s own go with it', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await requestSupplement(w.officer(handler), { petitionId, request: '서류' })
    await expect(submitSupplement(w.citizen('b'), { petitionId, reply: '남' })).rejects.toThrow('petition.not-found')
    const foreign = await uploaded(w.citizen('b'), '남의.txt', '남의 것')
    const stolen = submitSupplement(w.citizen('a'), { petitionId, reply: '제 것', fileIds: [foreign] })
    await expect(stolen).rejects.toThrow('file.unknown')
    expect(await read(petitionId)).toMatchObject({ status: 'supplement' })
  })
})

describe('an extension', () => {
  it('adds the period once, with a reason, in time', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const officer = w.officer(handler)
    await extendDeadline(officer, { petitionId, reason: '관계 기관 협의' })
    expect(await read(petitionId)).toMatchObject({ dueAt: new Date('2026-01-26T14:59:59.999Z') })
    await expect(extendDeadline(officer, { petitionId, reason: '다시' })).rejects.toThrow('petition.already-extended')
    await w.t.expectAudit(w.system(), { action: 'petition.extend', subjectId: petitionId })
    const other = await filedPetition(w)
    const late = w.officer(other.handler, { at: '2026-01-16T02:00:00Z' })
    await expect(extendDeadline(late, { petitionId: other.petitionId, reason: '늦게' })).rejects.toThrow(
      'petition.extension-late',
    )
  })
})

describe('a withdrawal', () => {
  it('closes the petition, and nothing more can be done with it', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await withdrawPetition(w.citizen('a'), { petitionId, reason: '해결되었습니다' })
    expect(await read(petitionId)).toMatchObject({ status: 'withdrawn', outcome: 'withdrawn', tasks: [] })
    await expect(answerPetition(w.officer(handler), { petitionId, body: '답변' })).rejects.toThrow('petition.closed')
    expect((await getPetition(w.officer(handler), { petitionId })).abilities).toEqual([])
    await expect(withdrawPetition(w.officer(handler), { petitionId })).rejects.toThrow('policy.refused')
  })
})
