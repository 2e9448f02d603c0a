import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPetition } from '../commands/answer-petition.ts'
import { assignPetition } from '../commands/assign-petition.ts'
import { discardDraft } from '../commands/discard-draft.ts'
import { filePetition } from '../commands/file-petition.ts'
import { markRead } from '../commands/mark-read.ts'
import { ratePetition } from '../commands/rate-petition.ts'
import { saveDraft } from '../commands/save-draft.ts'
import { sendMessage } from '../commands/send-message.ts'
import { citizenPetition, officerPetition, queueOutput } from '../schemas.ts'
import { customerWorld, filedPetition, uploaded, type World } from '../testing.ts'
import { getCatalogue, listTransferAgencies } from './get-catalogue.ts'
import { getMyPetition } from './get-my-petition.ts'
import { getPetition } from './get-petition.ts'
import { getQueue, getQueueCounts } from './get-queue.ts'
import { listDrafts } from './list-drafts.ts'
import { listMyPetitions } from './list-my-petitions.ts'
import { listVoices } from './list-voices.ts'
import { readPetitionFile } from './read-petition-file.ts'
import { listServiceCases } from './service-cases.ts'

let w: World
beforeAll(async () => {
  w = await customerWorld()
})
afterAll(() => w.t.close())

describe('the queue', () => {
  it('shows the unit’s open petitions by deadline, page by page, each once', async () => {
    for (const key of ['inquiry', 'quick', 'approval', 'inquiry', 'quick']) await filedPetition(w, key)
    const officer = w.officer('lee')
    const seen: string[] = []
    const due: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await getQueue(officer, { limit: 2, ...(cursor === '' ? {} : { cursor }) })
      expect(queueOutput.parse(page)).toEqual(page)
      seen.push(...page.rows.map((row) => row.id))
      due.push(...page.rows.map((row) => row.dueAt))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(5)
    expect(due).toEqual(due.toSorted())
    const down = await getQueue(officer, { order: 'desc' })
    expect(down.rows.map((row) => row.id)).toEqual(seen.toReversed())
  })

  it('is filtered by service and person, searched by title and number', async () => {
    const officer = w.officer('lee')
    const marked = await filePetition(w.citizen('b'), { serviceKey: 'quick', title: '100%_특별한 문의', body: '내용' })
    const found = await getQueue(officer, { search: '%_특별' })
    expect(found.rows.map((row) => row.id)).toEqual([marked.petitionId])
    expect((await getQueue(officer, { search: marked.number })).rows).toHaveLength(1)
    const quick = await getQueue(officer, { serviceKey: 'quick', scope: 'mine' })
    expect(quick.rows.every((row) => row.serviceKey === 'quick' && row.person?.id === w.personId('lee'))).toBe(true)
    await assignPetition(w.officer('kim'), { petitionId: marked.petitionId, personId: null })
    expect((await getQueue(officer, { scope: 'unassigned' })).rows.map((row) => row.id)).toEqual([marked.petitionId])
  })

  it('counts what is late and what ends today', async () => {
    const late = await getQueueCounts(w.officer('lee', { at: '2026-01-16T01:00:00Z' }), {})
    expect(late.overdue).toBeGreaterThan(0)
    const { open, unassigned } = await getQueueCounts(w.officer('lee'), {})
    expect({ open, unassigned }).toEqual({ open: 6, unassigned: 1 })
    const last = await getQueueCounts(w.officer('lee', { at: '2026-01-15T01:00:00Z' }), {})
    expect(last.dueToday).toBe(2)
  })

  it('shows a unit that is asked, and a head who decides, the step that waits for them', async () => {
    const consulted = await filedPetition(w, 'consultation')
    const [asked] = (await getQueue(w.officer('park'), { scope: 'turn' })).rows
    expect(asked).toMatchObject({ id: consulted.petitionId, turn: 'opinion', canTake: false })
    expect((await getQueueCounts(w.officer('park'), {})).turn).toBe(1)
    expect((await getQueueCounts(w.officer('yoon'), {})).turn).toBe(0)
    const approval = await filedPetition(w, 'approval')
    expect((await getQueueCounts(w.officer('kim'), {})).turn).toBe(0)
    await answerPetition(w.officer(approval.handler), { petitionId: approval.petitionId, body: '답변' })
    const { rows } = await getQueue(w.officer('kim'), { scope: 'turn' })
    expect(rows.map(({ id, turn }) => ({ id, turn }))).toEqual([{ id: approval.petitionId, turn: 'approve' }])
    expect((await getQueue(w.officer(approval.handler), { scope: 'turn' })).rows).toEqual([])
  })

  it('of another unit is for its heads and for oversight', async () => {
    const unitId = w.unitId('innovation-team')
    await expect(getQueue(w.officer('park'), { unitId })).rejects.toThrow('policy.refused')
    await expect(getQueue(w.officer('lee'), { scope: 'all' })).rejects.toThrow('policy.refused')
    expect((await getQueue(w.officer('choi'), { unitId })).rows.length).toBeGreaterThan(0)
    await expect(getQueue(w.citizen('a'), {})).rejects.toThrow('policy.refused')
    await expect(getQueue(w.officer('lee'), { cursor: 'bm9uc2Vuc2U' })).rejects.toThrow('input.wrong-format')
  })
})

describe('a petition as the officer sees it', () => {
  it('holds steps, clock and abilities, and the reading of personal data is recorded', async () => {
    const { petitionId, handler } = await filedPetition(w)
    const seen = await getPetition(w.officer(handler), { petitionId })
    expect(officerPetition.parse(seen)).toEqual(seen)
    expect(seen.steps.map((step) => step.kind)).toEqual(['filed', 'received', 'assigned'])
    expect(seen.abilities).toEqual(
      expect.arrayContaining(['transfer', 'request-supplement', 'extend', 'message', 'draft-answer', 'answer']),
    )
    expect(seen.abilities).not.toContain('take')
    const row = await w.t.expectAudit(w.system(), { action: 'customer.read', subjectId: seen.customer?.id ?? '' })
    expect(row.reason).toBe(`petition ${seen.number}`)
    await expect(getPetition(w.officer('park'), { petitionId })).rejects.toThrow('policy.refused')
    await expect(getPetition(w.citizen('a'), { petitionId })).rejects.toThrow('policy.refused')
  })
})

describe('a petition as its citizen sees it', () => {
  it('says in which stage it is, who works on it and until when; never what is internal', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await assignPetition(w.officer('kim'), { petitionId, personId: w.personId(handler), reason: '내부 사유' })
    const seen = await getMyPetition(w.citizen('a', { at: '2026-01-09T01:00:00Z' }), { petitionId })
    expect(citizenPetition.parse(seen)).toEqual(seen)
    expect(seen.stages.map(({ stage, state }) => [stage, state])).toEqual([
      ['received', 'done'],
      ['assigned', 'done'],
      ['review', 'current'],
      ['completed', 'todo'],
    ])
    expect(seen.period).toEqual({ unit: 'days', amount: 7, elapsed: 3 })
    expect(seen.officer?.id).toBe(w.personId(handler))
    expect(JSON.stringify(seen)).not.toContain('내부 사유')
    await expect(getMyPetition(w.citizen('b'), { petitionId })).rejects.toThrow('petition.not-found')
  })

  it('is waiting for a person while nobody has taken it', async () => {
    const { petitionId } = await filedPetition(w)
    await assignPetition(w.officer('kim'), { petitionId, personId: null })
    const seen = await getMyPetition(w.citizen('a'), { petitionId })
    expect(seen).toMatchObject({ stage: 'assigned', officer: null })
  })

  it('stands in the citizen’s list, newest first, with unread lines', async () => {
    const { petitionId, handler } = await filedPetition(w, 'inquiry', '2026-01-07T02:00:00Z')
    await sendMessage(w.officer(handler), { petitionId, body: '확인하고 있습니다' })
    const list = await listMyPetitions(w.citizen('a'), { limit: 1 })
    expect(list.rows).toMatchObject([{ id: petitionId, unread: 1, rated: false }])
    const next = await listMyPetitions(w.citizen('a'), { limit: 1, cursor: list.nextCursor ?? '' })
    expect(next.rows[0]?.id).not.toBe(petitionId)
    expect(await markRead(w.citizen('a'), { petitionId })).toEqual({ read: 1 })
    expect((await getMyPetition(w.citizen('a'), { petitionId })).messages).toMatchObject([
      { sender: 'officer', body: '확인하고 있습니다', readAt: expect.any(String) },
    ])
  })
})

describe('a draft', () => {
  it('is kept while typing, refuses an older window, and is gone when filed or discarded', async () => {
    const citizen = w.citizen('b')
    const fileId = await uploaded(citizen, '첨부.txt', '첨부')
    const saved = await saveDraft(citizen, { title: '쓰는 중', fileIds: [fileId] })
    const again = await saveDraft(citizen, { draftId: saved.draftId, title: '더 씀', fileIds: [fileId], version: 1 })
    expect(again.version).toBe(2)
    await expect(saveDraft(citizen, { draftId: saved.draftId, title: '낡은 창', version: 1 })).rejects.toThrow(
      'petition.draft-changed',
    )
    expect((await listDrafts(citizen)).drafts).toMatchObject([{ title: '더 씀', files: [{ name: '첨부.txt' }] }])
    expect((await listDrafts(w.citizen('a'))).drafts).toEqual([])
    await expect(discardDraft(w.citizen('a'), { draftId: saved.draftId })).rejects.toThrow('petition.draft-not-found')
    await filePetition(citizen, {
      serviceKey: 'inquiry',
      title: '더 씀',
      body: '내용',
      draftId: saved.draftId,
      fileIds: [fileId],
    })
    expect((await listDrafts(citizen)).drafts).toEqual([])
    const other = await saveDraft(citizen, { title: '버릴 글' })
    await discardDraft(citizen, { draftId: other.draftId })
    expect((await listDrafts(citizen)).drafts).toEqual([])
    await w.t.expectAudit(w.system(), { action: 'petition-draft.discard', subjectId: other.draftId })
  })
})

describe('files of a petition', () => {
  it('are read by those who may read it; an answer’s only once it is given', async () => {
    const { petitionId, handler } = await filedPetition(w, 'approval')
    const officer = w.officer(handler)
    const fileId = await uploaded(officer, '답변.txt', '붙임')
    await answerPetition(officer, { petitionId, body: '답변', fileIds: [fileId] })
    await expect(readPetitionFile(w.citizen('a'), { fileId })).rejects.toThrow('file.not-found')
    const given = await readPetitionFile(w.officer('kim'), { fileId })
    given.bytes.destroy()
    expect(given).toMatchObject({ name: '답변.txt', mediaType: 'text/plain' })
    await w.t.expectAudit(w.system(), { action: 'file.read', subjectId: fileId })
    await expect(readPetitionFile(w.officer('park'), { fileId })).rejects.toThrow('file.not-found')
    await expect(readPetitionFile(w.t.ctx('mogaha', { kind: 'guest' }), { fileId })).rejects.toThrow('file.not-found')
  })
})

describe('voices and catalogue', () => {
  it('shows comments to staff without who said them', async () => {
    const { petitionId, handler } = await filedPetition(w)
    await answerPetition(w.officer(handler), { petitionId, body: '답변' })
    const stars = { promptness: 1, kindness: 2, attitude: 1, overall: 1 }
    await ratePetition(w.citizen('a'), { petitionId, ...stars, comment: '늦었습니다' })
    const { rows } = await listVoices(w.officer('park'), { tone: 'complaint' })
    expect(rows).toMatchObject([{ petitionId, comment: '늦었습니다', overall: 1 }])
    expect(JSON.stringify(rows)).not.toContain('조시민')
    expect((await listVoices(w.officer('park'), { tone: 'praise' })).rows).toEqual([])
    await expect(listVoices(w.citizen('a'), {})).rejects.toThrow('policy.refused')
  })

  it('lists areas and services of the release to anybody', async () => {
    const { areas } = await getCatalogue(w.t.ctx('mogaha', { kind: 'guest' }))
    expect(areas.flatMap((area) => area.services.map((service) => service.key))).toEqual([
      'inquiry',
      'quick',
      'approval',
      'consultation',
      'complaint',
    ])
    expect((await listTransferAgencies(w.officer('lee'))).agencies.map((one) => one.slug)).toEqual(['gangnam'])
  })
})

describe('past cases of services', () => {
  it('are figures for every officer, and petitions only for those who may read them', async () => {
    const { petitionId, handler } = await filedPetition(w, 'quick')
    await answerPetition(w.officer(handler), { petitionId, body: '답변' })
    const wanted = { serviceKeys: ['quick'] }
    const own = await listServiceCases(w.officer('lee'), wanted)
    expect(own.figures).toMatchObject({ completed: own.rows.length, inTime: own.rows.length })
    expect(own.rows.map((row) => row.petitionId)).toContain(petitionId)
    expect((await listServiceCases(w.officer('choi'), wanted)).rows).toEqual(own.rows)
    const stranger = await listServiceCases(w.officer('park'), wanted)
    expect(stranger).toEqual({ ...own, rows: [], nextCursor: null })
    const elsewhere = await listServiceCases(w.officer('lee', { slug: 'gangnam' }), wanted)
    expect(elsewhere).toMatchObject({ figures: { completed: 0, open: 0, meanDays: null }, rows: [] })
    await expect(listServiceCases(w.citizen('a'), wanted)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
