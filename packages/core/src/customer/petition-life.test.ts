import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ctx, fixedClock, HarmonyError } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import { answerPetition } from './commands/answer-petition.ts'
import { assignPetition } from './commands/assign-petition.ts'
import { completeTask } from './commands/complete-task.ts'
import { draftAnswer } from './commands/draft-answer.ts'
import { extendDeadline } from './commands/extend-deadline.ts'
import { ratePetition } from './commands/rate-petition.ts'
import { reopenPetition } from './commands/reopen-petition.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { submitSupplement } from './commands/submit-supplement.ts'
import { takePetition } from './commands/take-petition.ts'
import { transferPetition } from './commands/transfer-petition.ts'
import { withdrawPetition } from './commands/withdraw-petition.ts'
import { findPetition, type StoredPetition } from './petition.store.ts'
import { answersOf, stepsOf } from './petition-view.store.ts'
import { customerWorld, filedPetition, MORNING, type World } from './testing.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

type Act = (petition: StoredPetition, at: string) => Promise<unknown>

const codes = ['kim', 'lee', 'jung', 'park', 'yoon', 'choi']
const stars = { promptness: 3, kindness: 3, attitude: 3, overall: 3 }

/** The officer in charge, or any handler when nobody is. */
function handler(petition: StoredPetition, at: string): Ctx {
  const code = codes.find((one) => w.personId(one) === petition.personId) ?? 'lee'
  return w.officer(code, { clock: fixedClock(at) })
}

const acts: Record<string, Act> = {
  take: (p, at) => takePetition(w.officer('jung', { at }), { petitionId: p.id }),
  queueAgain: (p, at) => assignPetition(w.officer('kim', { at }), { petitionId: p.id, personId: null }),
  assign: (p, at) => assignPetition(w.officer('kim', { at }), { petitionId: p.id, personId: w.personId('lee') }),
  toAudit: (p, at) =>
    transferPetition(handler(p, at), { petitionId: p.id, unitId: w.unitId('audit-team'), reason: '소관' }),
  toLaw: (p, at) =>
    transferPetition(w.officer('kim', { at }), { petitionId: p.id, unitId: w.unitId('law-team'), reason: '소관' }),
  back: (p, at) =>
    transferPetition(handler(p, at), { petitionId: p.id, unitId: w.unitId('innovation-team'), reason: '소관' }),
  ask: (p, at) => requestSupplement(handler(p, at), { petitionId: p.id, request: '자료', days: 3 }),
  supply: (p, at) => submitSupplement(w.citizen('a', { at }), { petitionId: p.id, reply: '여기' }),
  extend: (p, at) => extendDeadline(handler(p, at), { petitionId: p.id, reason: '협의' }),
  draft: (p, at) => draftAnswer(handler(p, at), { petitionId: p.id, body: '초안' }),
  answer: (p, at) => answerPetition(handler(p, at), { petitionId: p.id, body: '답변' }),
  opinion: (p, at) =>
    completeTask(w.officer('park', { at }), { petitionId: p.id, element: 'opinion', result: { lawful: true } }),
  approve: (p, at) =>
    completeTask(w.officer('kim', { at }), { petitionId: p.id, element: 'approve', result: { approved: true } }),
  sendBack: (p, at) =>
    completeTask(w.officer('kim', { at }), { petitionId: p.id, element: 'approve', result: { approved: false } }),
  rate: (p, at) => ratePetition(w.citizen('a', { at }), { petitionId: p.id, ...stars }),
  reopen: (p, at) => reopenPetition(w.citizen('a', { at }), { petitionId: p.id, reason: '아직' }),
  withdraw: (p, at) => withdrawPetition(w.citizen('a', { at }), { petitionId: p.id }),
}

async function look(petitionId: string) {
  return withTenant(w.system(), async (tx) => ({
    petition: await findPetition(tx, petitionId),
    answers: await answersOf(tx, petitionId),
    steps: await stepsOf(tx, petitionId),
  }))
}

describe('whatever happens to a petition', () => {
  it('it has a unit and a deadline, one answer a completion, a way on while open, and every change leaves a step', async () => {
    const names = Object.keys(acts)
    const heavy = [...names, 'answer', 'answer', 'reopen', 'approve', 'take']
    const sequence = fc.array(fc.tuple(fc.constantFrom(...heavy), fc.integer({ min: 1, max: 30 })), {
      minLength: 3,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('inquiry', 'approval', 'consultation'), sequence, async (serviceKey, moves) => {
        const { petitionId } = await filedPetition(w, serviceKey)
        let at = new Date(MORNING)
        let before = await look(petitionId)
        for (const [name, hours] of moves) {
          at = new Date(at.getTime() + hours * 3_600_000)
          await acts[name]?.(before.petition, at.toISOString()).catch((error: unknown) => {
            if (!(error instanceof HarmonyError)) throw error
          })
          const after = await look(petitionId)
          const { petition } = after
          expect(petition.unitId).toMatch(/^[0-9a-f-]{36}$/)
          expect(petition.dueAt.getTime()).toBeGreaterThan(petition.receivedAt.getTime())
          const final = after.answers.filter((answer) => answer.status === 'final')
          expect(final.map((answer) => answer.sequence)).toEqual(final.map((_, i) => i + 1))
          expect(final).toHaveLength(petition.sequence)
          expect(petition.status === 'completed').toBe(petition.completedAt !== null)
          if (petition.closedAt === null) expect(petition.tasks.length).toBeGreaterThan(0)
          if (petition.version !== before.petition.version)
            expect(after.steps.length).toBeGreaterThan(before.steps.length)
          before = after
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})
