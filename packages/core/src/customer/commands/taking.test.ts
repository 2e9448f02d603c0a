import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTenant } from '../../platform/index.ts'
import { findPetition } from '../petition.store.ts'
import { customerWorld, filedPetition, IDLE_UNIT, type World } from '../testing.ts'
import { assignPetition } from './assign-petition.ts'
import { takePetition } from './take-petition.ts'
import { transferPetition } from './transfer-petition.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

const read = (petitionId: string) => withTenant(w.system(), (tx) => findPetition(tx, petitionId))

/** A petition that its head has put back into the unit's queue. */
async function waiting() {
  const filed = await filedPetition(w)
  await assignPetition(w.officer('kim'), { petitionId: filed.petitionId, personId: null })
  return filed.petitionId
}

describe('assignment', () => {
  it('spreads petitions over the handlers of the unit in charge by their open load', async () => {
    const owners = []
    for (let i = 0; i < 4; i += 1) owners.push((await filedPetition(w)).handler)
    expect(owners.toSorted()).toEqual(['jung', 'jung', 'lee', 'lee'])
  })

  it('is the head’s to change, to a member of the unit only', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const other = handler === 'lee' ? 'jung' : 'lee'
    await assignPetition(w.officer('kim'), { petitionId, personId: w.personId(other), reason: '업무 조정' })
    expect(await read(petitionId)).toMatchObject({ personId: w.personId(other), version: 2 })
    const row = await w.t.expectAudit(w.system(), { action: 'petition.assign', subjectId: petitionId })
    expect(row).toMatchObject({ reason: '업무 조정', actorKind: 'officer' })
    const outsider = assignPetition(w.officer('kim'), { petitionId, personId: w.personId('park') })
    await expect(outsider).rejects.toThrow('petition.person-not-in-unit')
    await expect(assignPetition(w.officer('lee'), { petitionId, personId: null })).rejects.toThrow('policy.refused')
    const above = assignPetition(w.officer('choi'), { petitionId, personId: null })
    await expect(above).resolves.toMatchObject({ version: 3 })
  })

  it('refuses a stale edit, saying who changed the petition and when', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const other = handler === 'lee' ? 'jung' : 'lee'
    await assignPetition(w.officer('kim', { at: '2026-01-07T02:00:00Z' }), {
      petitionId,
      personId: w.personId(other),
      version: 1,
    })
    const stale = assignPetition(w.officer('kim'), { petitionId, personId: null, version: 1 })
    await expect(stale).rejects.toMatchObject({
      code: 'petition.changed-meanwhile',
      params: { who: '김팀장', at: '2026-01-07T02:00:00.000Z' },
    })
  })
})

describe('taking a petition from the queue', () => {
  it('gives it to the officer who took it', async () => {
    const petitionId = await waiting()
    await takePetition(w.officer('lee'), { petitionId })
    expect(await read(petitionId)).toMatchObject({ personId: w.personId('lee') })
    await w.t.expectAudit(w.system(), { action: 'petition.take', subjectId: petitionId })
  })

  it('goes to one of two officers who take it at once; the other learns who has it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const petitionId = await waiting()
      const both = await Promise.allSettled(
        ['lee', 'jung'].map((code) => takePetition(w.officer(code), { petitionId })),
      )
      const won = both.findIndex((result) => result.status === 'fulfilled')
      const lost = both.find((result) => result.status === 'rejected')
      expect(both.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
      expect(lost?.reason).toMatchObject({
        code: 'petition.already-taken',
        params: { who: won === 0 ? '이주무' : '정주무' },
      })
      expect(await read(petitionId)).toMatchObject({ personId: w.personId(won === 0 ? 'lee' : 'jung') })
    }
  })

  it('is refused to officers of other units and to people without the role', async () => {
    const petitionId = await waiting()
    await expect(takePetition(w.officer('park'), { petitionId })).rejects.toThrow('policy.refused')
    await expect(takePetition(w.officer('kim'), { petitionId })).rejects.toThrow('policy.refused')
    await expect(takePetition(w.citizen('a'), { petitionId })).rejects.toThrow('policy.refused')
    await expect(takePetition(w.citizen('b'), { petitionId })).rejects.toThrow('petition.not-found')
  })
})

describe('a transfer to another unit', () => {
  it('keeps the deadline and waits in the queue where nobody handles petitions', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const before = await read(petitionId)
    await transferPetition(w.officer(handler), { petitionId, unitId: w.unitId(IDLE_UNIT), reason: '법무 소관' })
    const after = await read(petitionId)
    expect(after).toMatchObject({
      unitId: w.unitId(IDLE_UNIT),
      dutyUnitId: w.unitId(IDLE_UNIT),
      personId: null,
      dueAt: before.dueAt,
    })
    expect(after.tasks).toMatchObject([{ element: 'answer', unitId: w.unitId(IDLE_UNIT) }])
  })

  it('needs a reason, another unit, and the person in charge or the head', async () => {
    const { petitionId, handler, unitId } = await filedPetition(w)
    const goal = w.unitId('audit-team')
    await expect(transferPetition(w.officer(handler), { petitionId, unitId: goal, reason: ' ' })).rejects.toThrow(
      'input.too-short',
    )
    await expect(transferPetition(w.officer(handler), { petitionId, unitId, reason: '가' })).rejects.toThrow(
      'petition.same-unit',
    )
    const elsewhere = w.unitId('audit-team', 'gangnam')
    const foreign = transferPetition(w.officer(handler), { petitionId, unitId: elsewhere, reason: '가' })
    await expect(foreign).rejects.toThrow('petition.unit-unknown')
    await expect(transferPetition(w.officer('park'), { petitionId, unitId: goal, reason: '가' })).rejects.toThrow(
      'policy.refused',
    )
  })
})
