import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '../../testing/index.ts'
import type { Ctx } from '../kernel/index.ts'
import { answerPetition } from './commands/answer-petition.ts'
import { assignPetition } from './commands/assign-petition.ts'
import { completeTask } from './commands/complete-task.ts'
import { discardDraft } from './commands/discard-draft.ts'
import { draftAnswer } from './commands/draft-answer.ts'
import { extendDeadline } from './commands/extend-deadline.ts'
import { filePetition } from './commands/file-petition.ts'
import { markRead } from './commands/mark-read.ts'
import { ratePetition } from './commands/rate-petition.ts'
import { refuseTransfer } from './commands/refuse-transfer.ts'
import { reopenPetition } from './commands/reopen-petition.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { saveDraft } from './commands/save-draft.ts'
import { sendMessage } from './commands/send-message.ts'
import { submitSupplement } from './commands/submit-supplement.ts'
import { takePetition } from './commands/take-petition.ts'
import { transferPetition } from './commands/transfer-petition.ts'
import { transferToAgency } from './commands/transfer-to-agency.ts'
import { withdrawPetition } from './commands/withdraw-petition.ts'
import { getMyPetition } from './queries/get-my-petition.ts'
import { getPetition } from './queries/get-petition.ts'
import { getQueue } from './queries/get-queue.ts'
import { listMyPetitions } from './queries/list-my-petitions.ts'
import { readPetitionFile } from './queries/read-petition-file.ts'
import { customerWorld, filedPetition, uploaded, type World } from './testing.ts'

let w: World
let petitionId: string
let fileId: string
let draftId: string
beforeAll(async () => {
  w = await customerWorld()
  petitionId = (await filedPetition(w)).petitionId
  fileId = await uploaded(w.citizen('a'), '첨부.txt', '비밀')
  draftId = (await saveDraft(w.citizen('a'), { title: '초안' })).draftId
})
afterAll(() => w.t.close())

const stars = { promptness: 5, kindness: 5, attitude: 5, overall: 5 }

/** Every act on a petition that names one, as an officer and as a citizen would call it. */
const acts: [name: string, who: 'officer' | 'citizen', act: (ctx: Ctx) => Promise<unknown>][] = [
  ['take', 'officer', (ctx) => takePetition(ctx, { petitionId })],
  ['assign', 'officer', (ctx) => assignPetition(ctx, { petitionId, personId: null })],
  ['transfer', 'officer', (ctx) => transferPetition(ctx, { petitionId, unitId: petitionId, reason: '가' })],
  ['transfer to an agency', 'officer', (ctx) => transferToAgency(ctx, { petitionId, agency: 'mogaha', reason: '가' })],
  ['refuse a transfer', 'officer', (ctx) => refuseTransfer(ctx, { petitionId, reason: '가' })],
  ['ask for a supplement', 'officer', (ctx) => requestSupplement(ctx, { petitionId, request: '가' })],
  ['extend', 'officer', (ctx) => extendDeadline(ctx, { petitionId, reason: '가' })],
  ['draft an answer', 'officer', (ctx) => draftAnswer(ctx, { petitionId, body: '가' })],
  ['complete a task', 'officer', (ctx) => completeTask(ctx, { petitionId, element: 'answer' })],
  ['answer', 'officer', (ctx) => answerPetition(ctx, { petitionId, body: '가' })],
  ['read', 'officer', (ctx) => getPetition(ctx, { petitionId })],
  ['say', 'officer', (ctx) => sendMessage(ctx, { petitionId, body: '가' })],
  ['mark as read', 'officer', (ctx) => markRead(ctx, { petitionId })],
  ['read a file', 'officer', (ctx) => readPetitionFile(ctx, { fileId })],
  ['submit a supplement', 'citizen', (ctx) => submitSupplement(ctx, { petitionId, reply: '가' })],
  ['rate', 'citizen', (ctx) => ratePetition(ctx, { petitionId, ...stars })],
  ['reopen', 'citizen', (ctx) => reopenPetition(ctx, { petitionId, reason: '가' })],
  ['withdraw', 'citizen', (ctx) => withdrawPetition(ctx, { petitionId })],
  ['follow', 'citizen', (ctx) => getMyPetition(ctx, { petitionId })],
  ['say as citizen', 'citizen', (ctx) => sendMessage(ctx, { petitionId, body: '가' })],
  ['mark as read as citizen', 'citizen', (ctx) => markRead(ctx, { petitionId })],
  ['discard a draft', 'citizen', (ctx) => discardDraft(ctx, { draftId })],
  ['save over a draft', 'citizen', (ctx) => saveDraft(ctx, { draftId, title: '가' })],
]

describe('another agency’s petition', () => {
  it.each(acts)('looks missing to whoever would %s', async (_name, who, act) => {
    const officer = w.officer('lee', { slug: 'gangnam' })
    const head = w.officer('kim', { slug: 'gangnam' })
    // The same person's account, signed in at the other agency.
    const ctxs =
      who === 'officer' ? [officer, head, w.system({ slug: 'gangnam' })] : [w.citizen('a', { slug: 'gangnam' })]
    for (const ctx of ctxs) await expect(act(ctx)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('is in no list of theirs, and its files and numbers are not shared', async () => {
    const system = w.system({ slug: 'gangnam' })
    expect((await getQueue(system, { scope: 'all' })).rows).toEqual([])
    expect((await listMyPetitions(w.citizen('a', { slug: 'gangnam' }), {})).rows).toEqual([])
    const request = { serviceKey: 'inquiry', title: '제목', body: '내용' }
    const stolen = filePetition(w.citizen('a', { slug: 'gangnam' }), { ...request, fileIds: [fileId] })
    await expect(stolen).rejects.toThrow('file.unknown')
    expect((await filePetition(w.citizen('a', { slug: 'gangnam' }), request)).number).toBe('2026-00001')
  })

  it('shows none of its rows through the wall', async () => {
    const tables = ['petition', 'petition_step', 'file', 'customer', 'petition_draft']
    for (const table of tables) expect(await countRows(w.system(), `public.${table}`), table).toBeGreaterThan(0)
    for (const table of ['petition_draft', 'file'])
      expect(await countRows(w.system({ slug: 'gangnam' }), `public.${table}`)).toBe(0)
  })
})
