import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '../../../testing/index.ts'
import { type Ctx, HarmonyError } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import { richTextOf } from '../rich-text.ts'
import { changeAttributes } from './commands/change-attributes.ts'
import { changeRoute } from './commands/change-route.ts'
import { closeDirective } from './commands/close-directive.ts'
import { continueRegister } from './commands/continue-register.ts'
import { createDocument } from './commands/create-document.ts'
import { discardDocument } from './commands/discard-document.ts'
import { processDocument } from './commands/process-document.ts'
import { reportDirective } from './commands/report-directive.ts'
import { saveDocument } from './commands/save-document.ts'
import { submitDocument } from './commands/submit-document.ts'
import { withdrawDocument } from './commands/withdraw-document.ts'
import { tellOverdue } from './jobs.ts'
import { compareVersions } from './queries/compare-versions.ts'
import { getDirectiveCounts, listDirectives } from './queries/directives.ts'
import { getDocument } from './queries/get-document.ts'
import { getInbox, getInboxCounts } from './queries/get-inbox.ts'
import { countDocuments, exportDocuments, listDocuments } from './queries/list-documents.ts'
import { listRegister } from './queries/list-register.ts'
import { mayFollowDocument } from './queries/live-rights.ts'
import { mayReadDocumentFile } from './queries/may-read-document-file.ts'
import { printDocument } from './queries/print-document.ts'
import { takeNumber } from './register.store.ts'
import { approved, type DocumentWorld, documentWorld, processed, submitted, uploaded } from './testing.ts'

let w: DocumentWorld
beforeAll(async () => {
  w = await documentWorld({ poolSize: 12 })
})
afterAll(() => w.t.close())

const at = (day: string) => ({ at: `${day}T01:00:00Z` })
const step = (code: string, role: 'review' | 'consent' | 'approve', order: number, more = {}) => ({
  personId: w.personId(code),
  role,
  order,
  ...more,
})
const read = (code: string, documentId: string) => getDocument(w.as(code), { documentId })

describe('a route changed meanwhile', () => {
  it('is a conflict that says who and when, not a wrong approval', async () => {
    const { documentId, routeVersion } = await submitted(w)
    const change = { documentId, routeVersion, reason: '본부장 결재 사항' }
    await changeRoute(w.as('lee', at('2005-08-23')), {
      ...change,
      steps: [step('kim', 'review', 1), step('choi', 'approve', 2)],
    })
    const late = processDocument(w.as('kim'), { documentId, routeVersion, actionType: 'report' })
    await expect(late).rejects.toMatchObject({
      kind: 'conflict',
      code: 'document.route-changed',
      params: { who: '이주무', at: '2005-08-23T01:00:00.000Z' },
    })
    expect((await read('kim', documentId)).state).toBe('in-review')
    expect((await processed(w.as('kim'), documentId)).state).toBe('in-review')
    expect((await processed(w.as('choi'), documentId)).state).toBe('approved')
  })

  it('keeps what was done and is not for those who have no part in it', async () => {
    const { documentId } = await submitted(w, 'internal', {
      route: [step('jung', 'review', 1), step('sung', 'consent', 2), step('kim', 'approve', 3)],
    })
    await processed(w.as('jung'), documentId, { opinion: '좋습니다' })
    const { routeVersion } = await read('kim', documentId)
    const change = { documentId, routeVersion, reason: '협조 불필요', steps: [step('kim', 'approve', 1)] }
    await expect(changeRoute(w.as('kim'), change)).rejects.toThrow('policy.refused')
    await expect(changeRoute(w.as('sung'), { ...change, steps: [step('jung', 'approve', 1)] })).rejects.toThrow(
      'document.route-twice',
    )
    const own = { ...change, steps: [step('sung', 'approve', 1)] }
    await expect(changeRoute(w.as('sung'), own)).rejects.toThrow('document.approver-kept')
    await changeRoute(w.as('sung'), change)
    const seen = await read('kim', documentId)
    expect(seen.route.map((one) => [one.person.name, one.state])).toEqual([
      ['정주무', 'done'],
      ['김팀장', 'turn'],
    ])
    await expect(read('sung', documentId)).rejects.toThrow('document.not-found')
  })
})

describe('an approved document', () => {
  it('never changes: no command writes it, and its version cannot be written at all', async () => {
    const { documentId, version, routeVersion, number } = await approved(w)
    const lee = w.as('lee')
    const refusal = { kind: 'conflict', code: 'document.already-approved', params: { number } }
    await expect(saveDocument(lee, { documentId, version, title: '고친 제목' })).rejects.toMatchObject(refusal)
    await expect(submitDocument(lee, { documentId, version, changeNote: '고침' })).rejects.toMatchObject(refusal)
    await expect(discardDocument(lee, { documentId })).rejects.toMatchObject(refusal)
    await expect(
      changeRoute(lee, { documentId, routeVersion, steps: [step('choi', 'approve', 1)], reason: '가' }),
    ).rejects.toMatchObject(refusal)
    await expect(
      processDocument(w.as('kim'), { documentId, routeVersion, actionType: 'report' }),
    ).rejects.toMatchObject(refusal)
    const writes = [
      sql`update public.document_version set title = 'x' where document_id = ${documentId}`,
      sql`delete from public.review_opinion where document_id = ${documentId}`,
      sql`update public.review_opinion set opinion = 'x' where document_id = ${documentId}`,
      sql`delete from public.document where id = ${documentId}`,
    ]
    for (const statement of writes)
      await expect(withTenant(lee, (tx) => tx.sql.execute(statement))).rejects.toThrow(/Failed query/)
  })

  it('reads as it was approved even where its working copy is tampered with', async () => {
    const { documentId } = await approved(w)
    await w.t.admin`update public.document set title = '바꿔치기', body_text = 'x' where id = ${documentId}`
    expect((await read('lee', documentId)).title).toBe('팀제 매뉴얼 제작·보급 계획')
  })

  it('keeps its files and what was done on its route against any statement', async () => {
    const fileId = await uploaded(w.as('lee'), '계획.txt', '계획')
    const { documentId } = await approved(w, { fileIds: [fileId] })
    const count = (statement: ReturnType<typeof sql>) =>
      withTenant(w.as('lee'), async (tx) => (await tx.sql.execute(statement)).length)
    expect(await count(sql`delete from public.document_file where document_id = ${documentId} returning id`)).toBe(0)
    expect(
      await count(sql`update public.route_step set state = 'waiting' where document_id = ${documentId} returning id`),
    ).toBe(0)
  })

  it('is followed by a new one that takes its place', async () => {
    const { documentId, number } = await approved(w)
    const next = await createDocument(w.as('jung'), { kindKey: 'internal', supersedesId: documentId })
    const seen = await read('jung', next.documentId)
    expect(seen).toMatchObject({ title: '팀제 매뉴얼 제작·보급 계획', supersedes: { id: documentId, number } })
    const draft = await saveDocument(w.as('jung'), {
      documentId: next.documentId,
      version: next.version,
      title: '개정 계획',
      attributes: {
        accessScope: 'unit',
        knowledgeCategory: 'general-administration',
        retention: '5',
        disclosure: 'open',
      },
    })
    await submitDocument(w.as('jung'), { documentId: next.documentId, version: draft.version })
    await processed(w.as('kim'), next.documentId)
    expect(await read('lee', documentId)).toMatchObject({
      title: '팀제 매뉴얼 제작·보급 계획',
      supersededBy: { id: next.documentId },
    })
    await expect(createDocument(w.as('lee'), { kindKey: 'internal', supersedesId: documentId })).rejects.toThrow(
      'document.already-superseded',
    )
  })

  it('changes its attributes by the head only, with a reason, and is never kept less long', async () => {
    const { documentId, version } = await approved(w)
    const attributes = {
      accessScope: 'agency' as const,
      knowledgeCategory: 'general-administration',
      retention: '10' as const,
      disclosure: 'open' as const,
    }
    const change = { documentId, version, attributes, reason: '공개 재분류' }
    await expect(read('park', documentId)).rejects.toThrow('document.not-found')
    await expect(changeAttributes(w.as('lee'), change)).rejects.toThrow('policy.refused')
    await expect(changeAttributes(w.as('kim'), { ...change, reason: '' })).rejects.toMatchObject({ field: 'reason' })
    await expect(
      changeAttributes(w.as('kim'), { ...change, attributes: { ...attributes, retention: '3' } }),
    ).rejects.toMatchObject({ field: 'attributes.retention' })
    await changeAttributes(w.as('kim'), change)
    expect((await read('park', documentId)).attributes).toMatchObject({
      retentionUntil: '2015-12-31',
      audienceUnits: null,
    })
    await w.t.expectAudit(w.as('kim'), { action: 'document.change-attributes', subjectId: documentId })
  })
})

describe('the register', () => {
  it('has neither gaps nor doubles with 50 approvals at once, a failing one and a crash in between', async () => {
    const year = { at: '2011-03-02T01:00:00Z' }
    const documents: Awaited<ReturnType<typeof submitted>>[] = []
    for (let i = 0; i < 52; i++) documents.push(await submitted(w, 'internal', {}, year))
    const approve = async (one: { documentId: string; routeVersion: number }) => {
      const { documentId, routeVersion } = one
      for (;;) {
        const done = processDocument(w.as('kim', year), { documentId, routeVersion, actionType: 'report' })
        const answer = await done.catch((error: HarmonyError) => error)
        // A busy server is asked again, as a browser does.
        if (!(answer instanceof HarmonyError)) return answer
        if (answer.kind !== 'unavailable') throw answer
      }
    }
    const [failing, killed, ...rest] = documents
    if (failing === undefined || killed === undefined) throw new Error('none submitted')
    const fails = approve({ documentId: failing.documentId, routeVersion: 99 }).catch(() => undefined)
    const crash = crashWithNumber(w.as('kim', year), w, killed.documentId)
    const done = await Promise.all(rest.map(approve))
    await Promise.all([fails, crash])
    const last = await approve(killed)
    const serials = [...done, last].map((one) => Number(one.number?.split('-')[1])).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 51 }, (_, i) => i + 1))
    const register = await listRegister(w.as('lee', year), { unitId: w.unitId('team'), year: 2011, limit: 200 })
    expect(register).toMatchObject({ last: 51, years: expect.arrayContaining([2011]), canContinue: false })
    expect(register.rows.map((row) => row.serial)).toEqual(Array.from({ length: 51 }, (_, i) => 51 - i))
  }, 30_000)

  it('goes on from an older one, once, by its keeper', async () => {
    const take = (code: string, last: number) =>
      continueRegister(w.as(code), { unitId: w.unitId('sister'), year: 2005, last, reason: '전자문서시스템에서 이관' })
    await expect(take('son', 31)).rejects.toThrow('policy.refused')
    await take('sung', 31)
    await expect(take('admin', 40)).rejects.toThrow('document.register-begun')
    const { documentId } = await submitted(w, 'internal', {}, { by: 'son' })
    expect((await processed(w.as('sung'), documentId)).number).toBe('성과관리팀-32')
    await w.t.expectAudit(w.as('sung'), { action: 'register.continue', subjectId: w.unitId('sister') })
    await expect(listRegister(w.as('park'), { unitId: w.unitId('sister'), year: 2005 })).rejects.toThrow(
      'policy.refused',
    )
  })
})

/** Takes a number and loses its connection before the commit, as a process that is killed does. */
async function crashWithNumber(ctx: Ctx, world: DocumentWorld, documentId: string): Promise<void> {
  const year = { unitId: world.unitId('team'), year: 2011, kind: 'document' as const, subjectId: documentId }
  const taken = withTenant(ctx, async (tx) => {
    await takeNumber(tx, year)
    const [row] = await tx.sql.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await world.t.admin`select pg_terminate_backend(${row?.pid ?? 0})`
    await tx.sql.execute(sql`select 1`)
  })
  await expect(taken).rejects.toMatchObject({ kind: 'unavailable' })
}

describe('outside the 열람범위', () => {
  it('nothing is found, not even a count', async () => {
    const fileId = await uploaded(w.as('lee'), '비밀.txt', '비밀')
    const title = '열람범위시험문서'
    const { documentId } = await submitted(w, 'internal', { title, body: richTextOf(title), fileIds: [fileId] })
    const outsiders = ['jung', 'son', 'park', 'admin', 'minister']
    const nothing = async (code: string) => {
      const ctx = w.as(code)
      await expect(getDocument(ctx, { documentId })).rejects.toThrow('document.not-found')
      await expect(printDocument(ctx, { documentId })).rejects.toThrow('document.not-found')
      await expect(compareVersions(ctx, { documentId, before: 1 })).rejects.toThrow('document.not-found')
      await expect(withdrawDocument(ctx, { documentId, routeVersion: 1 })).rejects.toThrow('document.not-found')
      expect((await listDocuments(ctx, { search: title })).rows).toEqual([])
      expect(await countDocuments(ctx, { search: title })).toEqual({ total: 0, more: false })
      expect((await exportDocuments(ctx, { search: title })).rows).toEqual([])
      for (const box of ['waiting', 'in-progress', 'done'] as const)
        expect((await getInbox(ctx, { box, search: title })).rows).toEqual([])
      expect((await listDirectives(ctx, { scope: 'all', search: '비밀지시' })).rows).toEqual([])
      expect(await mayFollowDocument(ctx, documentId)).toBe(false)
      const file = { id: fileId, name: '', size: 1, mediaType: '', hash: '', uploadedBy: null }
      expect(await withTenant(ctx, (tx) => mayReadDocumentFile(tx, file))).toBe(false)
    }
    for (const code of outsiders) await nothing(code)
    await processed(w.as('kim'), documentId, {
      actionType: 'direct',
      directive: 'execute',
      directives: [{ text: '비밀지시' }],
    })
    for (const code of ['son', 'park', 'admin', 'minister']) await nothing(code)
    const member = w.as('jung')
    await read('jung', documentId)
    await w.t.expectAudit(member, { action: 'document.read', subjectId: documentId })
    expect((await listDocuments(member, { search: title })).rows).toHaveLength(1)
    expect((await listDirectives(member, { scope: 'all', search: '비밀지시' })).rows).toHaveLength(1)
    expect(await mayFollowDocument(member, documentId)).toBe(true)
    const abroad = w.as('lee', { slug: 'gangnam' })
    await expect(getDocument(abroad, { documentId })).rejects.toThrow('document.not-found')
    await expect(processDocument(abroad, { documentId, routeVersion: 2, actionType: 'report' })).rejects.toThrow(
      'document.not-found',
    )
    expect((await listDocuments(abroad, { search: title })).rows).toEqual([])
    const register = await listRegister(w.as('admin'), { unitId: w.unitId('team'), year: 2005, limit: 200 })
    expect(register.rows.filter((row) => row.subject?.title === title)).toEqual([])
  })
})

describe('a directive', () => {
  it('is reported, sent back, reported in time and closed by who gave it', async () => {
    const { documentId } = await submitted(w)
    await processed(w.as('kim'), documentId, {
      actionType: 'direct',
      directive: 'execute',
      directives: [{ text: '워크숍을 열 것', dueDate: '2005-09-07' }],
    })
    const [first] = (await listDirectives(w.as('lee'), { scope: 'mine', search: '워크숍을 열 것' })).rows
    const directiveId = first?.id ?? ''
    const report = (day: string, version: number) =>
      reportDirective(w.as('lee', at(day)), { directiveId, version, report: '열었습니다' })
    await expect(closeDirective(w.as('kim'), { directiveId, version: 1, accept: true })).rejects.toThrow(
      'directive.not-reported',
    )
    await expect(reportDirective(w.as('jung'), { directiveId, version: 1, report: '제가' })).rejects.toThrow(
      'policy.refused',
    )
    await report('2005-09-01', 1)
    await expect(closeDirective(w.as('lee'), { directiveId, version: 2, accept: true })).rejects.toThrow(
      'policy.refused',
    )
    await expect(closeDirective(w.as('kim'), { directiveId, version: 2, accept: false })).rejects.toMatchObject({
      field: 'comment',
    })
    await closeDirective(w.as('kim'), { directiveId, version: 2, accept: false, comment: '참석자 명단이 없음' })
    expect((await getDirectiveCounts(w.as('lee', at('2005-09-08')))).overdue).toBeGreaterThan(0)
    expect((await tellOverdue(w.system(at('2005-09-07')))).told).toBe(0)
    expect((await tellOverdue(w.system(at('2005-09-08')))).told).toBe(1)
    expect((await tellOverdue(w.system(at('2005-09-08')))).told).toBe(0)
    await expect(report('2005-09-07', 1)).rejects.toThrow('directive.changed-meanwhile')
    await report('2005-09-07', 3)
    await closeDirective(w.as('kim', at('2005-09-20')), { directiveId, version: 4, accept: true })
    const [closed] = (await listDirectives(w.as('lee'), { scope: 'mine', state: 'closed', search: '워크숍을 열 것' }))
      .rows
    expect(closed).toMatchObject({
      inTime: true,
      reports: [{ kind: 'report' }, { kind: 'sent-back' }, { kind: 'report' }, { kind: 'accepted' }],
    })
    await expect(report('2005-09-21', 5)).rejects.toThrow('directive.already-closed')
    expect((await read('lee', documentId)).execution).toMatchObject({ state: 'closed' })
    await w.t.expectAudit(w.as('kim'), { action: 'directive.close', subjectId: directiveId })
  })
})

describe('lists', () => {
  it('page through everything once, by day and by title, either way', async () => {
    const codes = Array.from({ length: 7 }, (_, i) => `페이지시험 ${i}`)
    for (const title of codes) await approved(w, { title })
    for (const sort of ['date', 'title'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await listDocuments(w.as('lee'), {
            search: '페이지시험',
            sort,
            order,
            limit: 3,
            ...(cursor ? { cursor } : {}),
          })
          seen.push(...page.rows.map((row) => row.title))
          if (page.nextCursor === null) break
          cursor = page.nextCursor
        }
        expect(seen.toSorted()).toEqual(codes)
      }
    }
    await expect(listDocuments(w.as('lee'), { cursor: 'x' })).rejects.toMatchObject({ field: 'cursor' })
    expect(
      (
        await listDocuments(w.as('lee'), {
          state: 'approved',
          unitId: w.unitId('bureau'),
          below: true,
          from: '2005-08-22',
          to: '2005-08-22',
          limit: 100,
        })
      ).rows.length,
    ).toBeGreaterThan(6)
  })

  it('show in each box what belongs there', async () => {
    const before = await getInboxCounts(w.as('yoon'))
    const { documentId } = await submitted(w, 'internal', {
      route: [step('jung', 'review', 1), step('yoon', 'approve', 2)],
    })
    expect((await getInbox(w.as('yoon'), { box: 'upcoming' })).rows.map((row) => row.id)).toContain(documentId)
    await processed(w.as('jung'), documentId)
    const [row] = (await getInbox(w.as('yoon'), { box: 'waiting', role: 'approve' })).rows
    expect(row).toMatchObject({
      id: documentId,
      step: { role: 'approve', final: true },
      waitingFor: [{ name: '윤감사' }],
      progress: { done: 1, of: 2 },
      needsGrade: false,
    })
    expect((await getInboxCounts(w.as('yoon'))).approve).toBe(before.approve + 1)
    expect((await getInbox(w.as('lee'), { box: 'in-progress' })).rows.map((one) => one.id)).toContain(documentId)
    await processed(w.as('yoon'), documentId)
    expect((await getInbox(w.as('jung'), { box: 'done' })).rows.map((one) => one.id)).toContain(documentId)
    expect(await countRows(w.as('lee', { slug: 'gangnam' }), 'public.document')).toBe(0)
  })
})
