import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTenant } from '../../platform/index.ts'
import { findPetition } from '../petition.store.ts'
import { customerWorld, type World } from '../testing.ts'
import { answerPetition } from './answer-petition.ts'
import { filePetition } from './file-petition.ts'
import { ratePetition } from './rate-petition.ts'
import { reopenPetition } from './reopen-petition.ts'
import { takePetition } from './take-petition.ts'
import { transferPetition } from './transfer-petition.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

const request = { serviceKey: 'inquiry', title: '팀제 도입 준비 사례 문의', body: '도입 과정을 알고 싶습니다.' }

describe('the line of a petition', () => {
  it('is filed, received and assigned by the process, answered, completed and rated', async () => {
    const filed = await filePetition(w.citizen('a'), request)
    expect(filed.number).toBe('2026-00001')
    expect(filed.unitId).toBe(w.unitId('innovation-team'))
    expect([w.personId('lee'), w.personId('jung')]).toContain(filed.personId)
    // 7 days from Wednesday 7 January, the first day counted, without Saturday and Sunday.
    expect(filed.dueAt).toBe('2026-01-15T14:59:59.999Z')
    const handler = filed.personId === w.personId('lee') ? 'lee' : 'jung'

    const at = '2026-01-08T02:00:00Z'
    const done = await answerPetition(w.officer(handler, { at }), {
      petitionId: filed.petitionId,
      body: '답변드립니다.',
    })
    expect(done).toMatchObject({ status: 'completed', stage: 'completed' })
    const petition = await withTenant(w.system(), (tx) => findPetition(tx, filed.petitionId))
    expect(petition).toMatchObject({
      withinDeadline: true,
      statutoryDays: '2.000000',
      sequence: 1,
      outcome: 'answered',
    })

    const rating = {
      petitionId: filed.petitionId,
      promptness: 5,
      kindness: 4,
      attitude: 5,
      overall: 5,
      comment: '빨랐습니다',
    }
    expect(await ratePetition(w.citizen('a', { at }), rating)).toMatchObject({ sequence: 1 })
    await w.t.expectAudit(w.system(), { action: 'petition.file', subjectId: filed.petitionId })
    await w.t.expectAudit(w.system(), { action: 'petition.complete', subjectId: filed.petitionId })
    await w.t.expectAudit(w.system(), { action: 'petition.rate', subjectId: filed.petitionId })
  })

  it('waits in the queue of a unit without handlers until somebody takes it', async () => {
    const filed = await filePetition(w.citizen('a'), request)
    const head = w.officer('kim')
    await transferPetition(head, { petitionId: filed.petitionId, unitId: w.unitId('law-team'), reason: '법무 소관' })
    const petition = await withTenant(w.system(), (tx) => findPetition(tx, filed.petitionId))
    expect(petition).toMatchObject({ unitId: w.unitId('law-team'), personId: null })
    await expect(takePetition(w.officer('yoon'), { petitionId: filed.petitionId })).rejects.toThrow('policy.refused')
  })

  it('opens again with its unit and person, and the earlier completion no longer stands', async () => {
    const filed = await filePetition(w.citizen('b'), request)
    const handler = filed.personId === w.personId('lee') ? 'lee' : 'jung'
    const { petitionId } = filed
    await answerPetition(w.officer(handler, { at: '2026-01-08T02:00:00Z' }), { petitionId, body: '답변' })
    await reopenPetition(w.citizen('b', { at: '2026-01-09T02:00:00Z' }), { petitionId, reason: '해결되지 않았습니다' })
    const open = await withTenant(w.system(), (tx) => findPetition(tx, petitionId))
    expect(open).toMatchObject({
      status: 'open',
      personId: filed.personId,
      unitId: filed.unitId,
      sequence: 1,
      completedAt: null,
    })
    await answerPetition(w.officer(handler, { at: '2026-01-12T02:00:00Z' }), { petitionId, body: '다시 답변' })
    const again = await withTenant(w.system(), (tx) => findPetition(tx, petitionId))
    expect(again).toMatchObject({ status: 'completed', sequence: 2, statutoryDays: '4.000000' })
  })
})
