import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTenant } from '../../platform/index.ts'
import { findPetition } from '../petition.store.ts'
import { getMyPetition } from '../queries/get-my-petition.ts'
import { getPetition } from '../queries/get-petition.ts'
import { getQueue } from '../queries/get-queue.ts'
import { customerWorld, filedPetition, type World } from '../testing.ts'
import { answerPetition } from './answer-petition.ts'
import { completeTask } from './complete-task.ts'
import { draftAnswer } from './draft-answer.ts'
import { filePetition } from './file-petition.ts'
import { fireTimers } from './fire-timers.ts'
import { ratePetition } from './rate-petition.ts'
import { reopenPetition } from './reopen-petition.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

const read = (petitionId: string) => withTenant(w.system(), (tx) => findPetition(tx, petitionId))
const stars = { promptness: 4, kindness: 5, attitude: 5, overall: 4 }

describe('an answer', () => {
  it('is given once: a second one is refused and changes nothing', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await answerPetition(w.officer(handler), { petitionId, body: '첫 답변' })
    const second = answerPetition(w.officer(handler), { petitionId, body: '둘째 답변' })
    await expect(second).rejects.toThrow('petition.already-completed')
    const draft = draftAnswer(w.officer(handler), { petitionId, body: '고친 답변' })
    await expect(draft).rejects.toThrow('petition.already-completed')
    const seen = await getPetition(w.officer('kim'), { petitionId })
    expect(seen.answers).toMatchObject([{ body: '첫 답변', status: 'final' }])
  })

  it('sent twice at once completes the petition once', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const answer = () => answerPetition(w.officer(handler), { petitionId, body: '답변' })
    const both = await Promise.allSettled([answer(), answer()])
    expect(both.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await read(petitionId)).toMatchObject({ status: 'completed', sequence: 1 })
  })

  it('replayed with its key gives the first result; with another body it is a conflict', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const request = { petitionId, body: '답변', idempotencyKey: 'answer-key-1' }
    const first = await answerPetition(w.officer(handler), request)
    expect(await answerPetition(w.officer(handler), request)).toEqual(first)
    const other = answerPetition(w.officer(handler), { ...request, body: '다른 답변' })
    await expect(other).rejects.toThrow('request.replayed-differently')
  })

  it('is the person’s in charge: not the head’s, not a colleague’s', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const colleague = handler === 'lee' ? 'jung' : 'lee'
    for (const code of ['kim', colleague, 'park']) {
      await expect(answerPetition(w.officer(code), { petitionId, body: '답변' })).rejects.toThrow('policy.refused')
    }
  })

  it('is drafted unseen by the citizen, and two windows do not overwrite each other', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const officer = w.officer(handler)
    expect(await draftAnswer(officer, { petitionId, body: '초안' })).toMatchObject({ version: 1 })
    expect(await draftAnswer(officer, { petitionId, body: '초안 둘', version: 1 })).toMatchObject({ version: 2 })
    await expect(draftAnswer(officer, { petitionId, body: '낡은 창', version: 1 })).rejects.toThrow(
      'petition.answer-changed',
    )
    expect((await getMyPetition(w.citizen('a'), { petitionId })).answers).toEqual([])
  })
})

describe('a process with a superior’s approval', () => {
  it('holds the answer until it is approved; refused, it goes back to the writer', async () => {
    const { petitionId, handler } = await filedPetition(w, 'approval')
    await answerPetition(w.officer(handler), { petitionId, body: '결재 올립니다' })
    expect(await read(petitionId)).toMatchObject({
      status: 'open',
      tasks: [{ element: 'approve', performer: 'role:team-head' }],
    })
    expect((await getMyPetition(w.citizen('a'), { petitionId })).answers).toEqual([])

    const head = w.officer('kim')
    const task = { petitionId, element: 'approve' }
    await expect(completeTask(w.officer(handler), { ...task, result: { approved: true } })).rejects.toThrow(
      'policy.refused',
    )
    await expect(completeTask(head, { ...task, result: { agreed: true } })).rejects.toThrow('process.result-unknown')
    await expect(completeTask(head, { ...task, result: { approved: 'yes' } })).rejects.toThrow('process.result-type')
    await completeTask(head, { ...task, result: { approved: false }, note: '근거를 더 쓰세요' })
    expect(await read(petitionId)).toMatchObject({ tasks: [{ element: 'answer' }] })

    await answerPetition(w.officer(handler), { petitionId, body: '고쳐 올립니다' })
    expect(await completeTask(head, { ...task, result: { approved: true } })).toMatchObject({ status: 'completed' })
    const seen = await getMyPetition(w.citizen('a'), { petitionId })
    expect(seen.answers).toMatchObject([{ body: '고쳐 올립니다', sequence: 1 }])
    expect(JSON.stringify(seen)).not.toContain('근거를 더 쓰세요')
  })
})

describe('a process that asks another unit for its opinion', () => {
  it('shows the petition there, keeps it with its owner, and waits with the answer', async () => {
    const filed = await filedPetition(w, 'consultation')
    const { petitionId, handler } = filed
    expect(filed.unitId).toBe(w.unitId('innovation-team'))
    const early = answerPetition(w.officer(handler), { petitionId, body: '답변' })
    await expect(early).rejects.toMatchObject({ code: 'petition.no-answer-task', params: { task: 'opinion' } })
    const asked = w.officer('park')
    expect((await getQueue(asked, {})).rows).toMatchObject([{ id: petitionId, task: 'opinion' }])
    const seen = await getPetition(asked, { petitionId })
    expect(seen.abilities).toEqual(['complete-task'])
    await completeTask(asked, { petitionId, element: 'opinion', result: { lawful: true }, note: '문제 없음' })
    expect(await read(petitionId)).toMatchObject({
      unitId: filed.unitId,
      personId: filed.personId,
      tasks: [{ element: 'answer' }],
    })
    expect((await getQueue(asked, {})).rows).toEqual([])
    await expect(getPetition(asked, { petitionId })).rejects.toThrow('policy.refused')
  })
})

describe('a process in which another unit works first', () => {
  it('carries the petition there and back; its timer tells the citizen; a grievance’s inspection does not count', async () => {
    const filed = await filedPetition(w, 'complaint')
    const { petitionId } = filed
    expect(filed).toMatchObject({ unitId: w.unitId('audit-team'), handler: 'park' })
    const later = '2026-01-12T01:00:00Z'
    expect(await fireTimers(w.system())).toEqual({ moved: 0 })
    expect(await fireTimers(w.system({ at: later }))).toEqual({ moved: 1 })
    expect(await fireTimers(w.system({ at: later }))).toEqual({ moved: 0 })
    const told = await getMyPetition(w.citizen('a', { at: later }), { petitionId })
    expect(told.steps.map((step) => step.kind)).toContain('notice')
    expect(told.stage).toBe('review')

    await completeTask(w.officer('park', { at: later }), { petitionId, element: 'inspect' })
    const back = await read(petitionId)
    expect(back).toMatchObject({ unitId: w.unitId('innovation-team'), tasks: [{ element: 'answer' }], timers: [] })
    expect(back.personId).not.toBeNull()
    expect(back.clock.pauses).toMatchObject([{ kind: 'inspection', to: '2026-01-12T01:00:00.000Z' }])
    expect(back.dueAt > new Date(filed.dueAt)).toBe(false)
  })
})

describe('a rating', () => {
  it('is the owner’s, once per completion, after it', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await expect(ratePetition(w.citizen('a'), { petitionId, ...stars })).rejects.toThrow('petition.not-completed')
    await answerPetition(w.officer(handler), { petitionId, body: '답변' })
    await expect(ratePetition(w.citizen('b'), { petitionId, ...stars })).rejects.toThrow('petition.not-found')
    await expect(ratePetition(w.officer(handler), { petitionId, ...stars })).rejects.toThrow('policy.refused')
    await expect(ratePetition(w.citizen('a'), { petitionId, ...stars, overall: 6 })).rejects.toThrow('input.too-big')
    await ratePetition(w.citizen('a'), { petitionId, ...stars })
    await expect(ratePetition(w.citizen('a'), { petitionId, ...stars })).rejects.toThrow('petition.already-rated')
    await reopenPetition(w.citizen('a'), { petitionId, reason: '아직입니다' })
    await answerPetition(w.officer(handler), { petitionId, body: '다시' })
    expect(await ratePetition(w.citizen('a'), { petitionId, ...stars })).toMatchObject({ sequence: 2 })
  })

  it('and a reopening are refused when their time is over', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await answerPetition(w.officer(handler), { petitionId, body: '답변' })
    const late = ratePetition(w.citizen('a', { at: '2026-01-22T01:00:00Z' }), { petitionId, ...stars })
    await expect(late).rejects.toMatchObject({ code: 'petition.rating-late', params: { days: 14 } })
    const tooLate = reopenPetition(w.citizen('a', { at: '2026-02-07T01:00:00Z' }), { petitionId, reason: '늦었지만' })
    await expect(tooLate).rejects.toMatchObject({ code: 'petition.reopen-late', params: { days: 30 } })
  })
})

describe('filing', () => {
  const request = { serviceKey: 'inquiry', title: '제목', body: '내용' }

  it('replayed with its key gives the first petition, at once or later', async () => {
    const keyed = { ...request, idempotencyKey: 'file-key-0001' }
    const both = await Promise.all([filePetition(w.citizen('a'), keyed), filePetition(w.citizen('a'), keyed)])
    expect(both[0]).toEqual(both[1])
    expect(await filePetition(w.citizen('a'), keyed)).toEqual(both[0])
    const other = await filePetition(w.citizen('b'), keyed)
    expect(other.petitionId).not.toBe(both[0].petitionId)
    await expect(filePetition(w.citizen('a'), { ...keyed, title: '다른 제목' })).rejects.toThrow(
      'request.replayed-differently',
    )
  })

  it('numbers petitions without gaps, also when one in between fails', async () => {
    const first = await filePetition(w.citizen('a'), request)
    await expect(filePetition(w.citizen('a'), { ...request, fileIds: [first.petitionId] })).rejects.toThrow(
      'file.unknown',
    )
    const numbers = await Promise.all([1, 2, 3].map(() => filePetition(w.citizen('a'), request)))
    const serial = (number: string) => Number(number.slice(5))
    expect(numbers.map((one) => serial(one.number) - serial(first.number)).toSorted()).toEqual([1, 2, 3])
  })

  it('refuses an unknown service, an empty title, a guest and an officer without a caller', async () => {
    await expect(filePetition(w.citizen('a'), { ...request, serviceKey: 'nothing' })).rejects.toMatchObject({
      code: 'petition.service-unknown',
      field: 'serviceKey',
      params: { service: 'nothing' },
    })
    await expect(filePetition(w.citizen('a'), { ...request, title: '  ' })).rejects.toMatchObject({ field: 'title' })
    const guest = w.t.ctx('mogaha', { kind: 'guest' })
    await expect(filePetition(guest, request)).rejects.toThrow('policy.refused')
    await expect(filePetition(w.officer('lee'), request)).rejects.toThrow('petition.caller-needed')
    const forCaller = await filePetition(w.officer('lee'), {
      ...request,
      channel: 'phone',
      caller: { name: '전화 민원인' },
    })
    expect(forCaller.number).toMatch(/^2026-\d{5}$/)
  })
})
