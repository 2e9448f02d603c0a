import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richTextOf } from '../rich-text.ts'
import { createDocument } from './commands/create-document.ts'
import { delegateStep } from './commands/delegate-step.ts'
import { discardDocument } from './commands/discard-document.ts'
import { processDocument } from './commands/process-document.ts'
import { processMany } from './commands/process-many.ts'
import { saveDocument } from './commands/save-document.ts'
import { submitDocument } from './commands/submit-document.ts'
import { withdrawDocument } from './commands/withdraw-document.ts'
import { compareVersions } from './queries/compare-versions.ts'
import { getDocument } from './queries/get-document.ts'
import { getInbox } from './queries/get-inbox.ts'
import { printDocument } from './queries/print-document.ts'
import { proposeRoute } from './queries/routes.ts'
import { approved, type DocumentWorld, dispatchTo, documentWorld, drafted, processed, submitted } from './testing.ts'

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

describe('a draft', () => {
  it('begins with the defaults and the route of its kind, seen by its drafter alone', async () => {
    const { documentId } = await createDocument(w.as('lee'), { kindKey: 'report-plan' })
    const seen = await read('lee', documentId)
    expect(seen).toMatchObject({
      state: 'draft',
      kind: { key: 'report-plan', graded: true, dispatched: true },
      attributes: { retention: '5', accessScope: 'bureau', number: null },
      plan: [
        { role: 'review', person: { name: '김팀장' } },
        { role: 'review', person: { name: '최본부' } },
        { role: 'review', person: { name: '정차관' } },
        { role: 'approve', person: { name: '한장관' } },
      ],
    })
    expect(seen.abilities).toEqual(['save', 'discard', 'submit', 'change-attributes'])
    for (const code of ['kim', 'choi', 'minister', 'jung'])
      await expect(read(code, documentId)).rejects.toThrow('document.not-found')
    await discardDocument(w.as('lee'), { documentId })
    await expect(read('lee', documentId)).rejects.toThrow('document.not-found')
    await w.t.expectAudit(w.as('lee'), { action: 'document.discard', subjectId: documentId })
  })

  it('of a head goes to the next one above', async () => {
    const { steps } = await proposeRoute(w.as('kim'), { kindKey: 'internal' })
    expect(steps).toMatchObject([{ role: 'approve', person: { name: '최본부' }, problem: null }])
  })

  it('saved in two windows is a conflict that says who and when', async () => {
    const { documentId, version } = await drafted(w)
    const save = (title: string, body = '글') =>
      saveDocument(w.as('lee', at('2005-08-23')), { documentId, version, title, body: richTextOf(body) })
    await save('첫 창')
    await expect(save('둘째 창')).rejects.toMatchObject({
      code: 'document.changed-meanwhile',
      params: { who: '이주무', at: '2005-08-23T01:00:00.000Z' },
    })
    await expect(saveDocument(w.as('jung'), { documentId, version: version + 1, title: '남의 글' })).rejects.toThrow(
      'document.not-found',
    )
  })

  it.each([
    ['no title', { title: '' }, 'title'],
    ['a required field missing', { fields: {} }, 'fields.background'],
    ['nothing to dispatch', { dispatch: null }, 'dispatch'],
    ['no receiver', {}, 'dispatch.receivers'],
    [
      'no ground for closing it',
      {
        attributes: {
          accessScope: 'unit' as const,
          knowledgeCategory: 'general-administration',
          retention: '5' as const,
          disclosure: 'closed' as const,
        },
      },
      'attributes.disclosureGrounds',
    ],
    ['no route', { route: [] }, 'route'],
  ])('with %s is not submitted', async (_what, changes, field) => {
    const { documentId, version } = await drafted(w, 'report-plan', changes)
    await expect(submitDocument(w.as('lee'), { documentId, version })).rejects.toMatchObject({
      kind: 'validation',
      field,
    })
  })

  it.each([
    ['an unknown field', { fields: { nothing: 'x' } }, 'fields.nothing'],
    ['a wrong choice', { fields: { 'report-type': 'joke' } }, 'fields.report-type'],
    [
      'a link that is no address',
      {
        body: {
          type: 'doc' as const,
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: '여기',
                  marks: [{ type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }],
                },
              ],
            },
          ],
        },
      },
      /^body/,
    ],
    ['a node nobody knows', { body: { type: 'doc' as const, content: [{ type: 'script' }] } }, /^body/],
    ['a file that is somebody else’s', { fileIds: ['01900000-0000-7000-8000-0000000000ff'] }, 'fileIds'],
    [
      'a person who is none',
      { route: [{ personId: '01900000-0000-7000-8000-0000000000ff', role: 'approve' as const, order: 1 }] },
      'route',
    ],
    ['an agency that is none', { dispatch: dispatchTo([{ kind: 'agency', agency: 'nowhere' }]) }, 'dispatch.receivers'],
    [
      'a category that is none',
      {
        attributes: {
          accessScope: 'unit' as const,
          knowledgeCategory: 'poems',
          retention: '5' as const,
          disclosure: 'open' as const,
        },
      },
      'attributes.knowledgeCategory',
    ],
  ])('with %s is not saved', async (_what, changes, field) => {
    const { documentId, version } = await createDocument(w.as('lee'), { kindKey: 'report' })
    await expect(saveDocument(w.as('lee'), { documentId, version, ...changes })).rejects.toMatchObject({
      kind: 'validation',
      field: typeof field === 'string' ? field : expect.stringMatching(field),
    })
  })

  it('is for units one belongs to, of kinds the agency has, and begun once for one key', async () => {
    const create = (more: object) => createDocument(w.as('lee'), { kindKey: 'internal', ...more })
    await expect(create({ unitId: w.unitId('other') })).rejects.toThrow('document.unit-not-yours')
    await expect(create({ kindKey: 'poem' })).rejects.toMatchObject({ code: 'document.kind-unknown', field: 'kindKey' })
    const key = { idempotencyKey: 'create-key-1' }
    expect(await create(key)).toEqual(await create(key))
    await expect(createDocument(w.t.ctx('mogaha', { kind: 'guest' }), { kindKey: 'internal' })).rejects.toThrow(
      'policy.refused',
    )
  })
})

describe('approval', () => {
  it('goes through the route in order, keeps every opinion, and ends with number, grade and keeping', async () => {
    const { documentId } = await submitted(w, 'report-plan', {
      dispatch: dispatchTo([{ kind: 'unit', unitId: w.unitId('other') }]),
      route: [
        step('kim', 'review', 1),
        step('choi', 'review', 2),
        step('vice', 'review', 3, { request: { action: 'direct', note: '의견 바랍니다' } }),
        step('minister', 'approve', 4, { request: { action: 'direct', note: '의견 바랍니다' } }),
      ],
    })
    await expect(processed(w.as('choi'), documentId)).rejects.toThrow('document.not-your-turn')
    await processed(w.as('kim', at('2005-08-23')), documentId, { opinion: '검토했습니다' })
    await processed(w.as('choi', at('2005-08-24')), documentId)
    await processed(w.as('vice', at('2005-08-25')), documentId, {
      opinion: '부서별 의견을 폭넓게 수렴하여 주기 바랍니다',
    })
    const minister = w.as('minister', at('2005-08-26'))
    await expect(processed(minister, documentId)).rejects.toMatchObject({
      code: 'document.grade-needed',
      field: 'grade',
    })
    const done = await processed(minister, documentId, {
      actionType: 'direct',
      directive: 'execute',
      directives: [
        { text: '워크숍에서 팀제의 취지를 홍보할 것', dueDate: '2005-09-30' },
        { text: '매뉴얼을 지속적으로 보완할 것' },
      ],
      grade: 'A',
    })
    expect(done).toMatchObject({ state: 'approved', number: expect.stringMatching(/^부내혁신전략팀-\d+$/) })
    const seen = await read('jung', documentId)
    expect(seen).toMatchObject({
      grade: 'A',
      attributes: { retentionFrom: '2006-01-01', retentionUntil: '2010-12-31' },
      execution: { person: { name: '이주무' }, state: 'open' },
      directives: [{ state: 'open' }, { state: 'open' }],
    })
    expect(seen.opinions.map((one) => [one.sequence, one.person.name, one.actionType, one.directive])).toEqual([
      [1, '김팀장', 'report', null],
      [2, '최본부', 'report', null],
      [3, '정차관', 'report', null],
      [4, '한장관', 'direct', 'execute'],
    ])
    expect(seen.route[2]).toMatchObject({ request: { action: 'direct', note: '의견 바랍니다' }, state: 'done' })
    await w.t.expectAudit(minister, { action: 'document.approve', subjectType: 'document', subjectId: documentId })
    const form = await printDocument(w.as('jung'), { documentId })
    expect(form.approvals.map((one) => one.person.name)).toEqual(['이주무', '김팀장', '최본부', '정차관', '한장관'])
  })

  it('is never one’s own: not as drafter, not by one who acts for somebody', async () => {
    const { documentId, routeVersion } = await submitted(w)
    const own = processDocument(w.as('lee'), { documentId, routeVersion, actionType: 'report' })
    await expect(own).rejects.toMatchObject({ kind: 'forbidden', code: 'document.own-draft' })
    const [first] = (await read('kim', documentId)).route
    const acting = { documentId, routeVersion, stepId: first?.id ?? '', reason: '출장' }
    await expect(delegateStep(w.as('kim'), { ...acting, personId: w.personId('lee') })).rejects.toThrow(
      'document.route-drafter',
    )
    const draft = await drafted(w, 'internal', { route: [step('lee', 'approve', 1)] })
    const { documentId: own2, version } = draft
    await expect(submitDocument(w.as('lee'), { documentId: own2, version })).rejects.toMatchObject({
      code: 'document.route-drafter',
      field: 'route.0',
    })
    await expect(processDocument(w.system(), { documentId, routeVersion, actionType: 'report' })).rejects.toThrow(
      'policy.refused',
    )
  })

  it('by 대결 shows who acted for whom', async () => {
    const { documentId, routeVersion } = await submitted(w)
    const stepId = (await read('kim', documentId)).route[0]?.id ?? ''
    const target = { documentId, routeVersion, stepId, personId: w.personId('jung'), reason: '팀장 출장' }
    await expect(delegateStep(w.as('park'), target)).rejects.toThrow('document.not-found')
    await delegateStep(w.as('kim'), target)
    await expect(processed(w.as('kim'), documentId)).rejects.toThrow('policy.refused')
    const done = await processed(w.as('jung'), documentId)
    expect(done.state).toBe('approved')
    const form = await printDocument(w.as('lee'), { documentId })
    expect(form.approvals[1]).toMatchObject({
      person: { name: '정주무' },
      actingFor: { name: '김팀장' },
      mark: 'delegated-acting',
    })
  })

  it('asks 협조 at once, and both answers count though they come together', async () => {
    const { documentId, routeVersion } = await submitted(w, 'internal', {
      route: [step('jung', 'consent', 1), step('sung', 'consent', 1), step('kim', 'approve', 2)],
    })
    const consent = (code: string) => processDocument(w.as(code), { documentId, routeVersion, actionType: 'report' })
    await Promise.all([consent('jung'), consent('sung')])
    const seen = await read('kim', documentId)
    expect(seen.route.map((one) => one.state)).toEqual(['done', 'done', 'turn'])
    expect(seen.opinions).toHaveLength(2)
    expect((await processed(w.as('kim'), documentId)).state).toBe('approved')
  })

  it('sent twice at once happens once; with its key it answers the same', async () => {
    const { documentId, routeVersion } = await submitted(w)
    const request = { documentId, routeVersion, actionType: 'report' as const }
    const both = await Promise.allSettled([
      processDocument(w.as('kim'), request),
      processDocument(w.as('kim'), request),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const other = await submitted(w)
    const keyed = {
      ...request,
      documentId: other.documentId,
      routeVersion: other.routeVersion,
      idempotencyKey: 'process-1',
    }
    expect(await processDocument(w.as('kim'), keyed)).toEqual(await processDocument(w.as('kim'), keyed))
    await expect(processDocument(w.as('kim'), { ...keyed, opinion: '다르게' })).rejects.toThrow(
      'request.replayed-differently',
    )
  })

  it('of many at once leaves out what needs a grade or another’s turn', async () => {
    const plain = await submitted(w)
    const graded = await submitted(w, 'report', { route: [step('kim', 'approve', 1)] })
    const later = await submitted(w, 'internal', { route: [step('jung', 'review', 1), step('kim', 'approve', 2)] })
    const documents = [graded, plain, later].map(({ documentId, routeVersion }) => ({ documentId, routeVersion }))
    const { results } = await processMany(w.as('kim'), { documents })
    expect(results.map((one) => [one.documentId, one.outcome, one.code])).toEqual([
      [graded.documentId, 'skipped', 'document.grade-needed'],
      [plain.documentId, 'done', null],
      [later.documentId, 'skipped', 'document.not-your-turn'],
    ])
    expect((await read('kim', graded.documentId)).state).toBe('in-review')
  })

  it('gives no grade where none is asked for', async () => {
    const { documentId } = await submitted(w)
    await expect(processed(w.as('kim'), documentId, { grade: 'S' })).rejects.toThrow('document.grade-not-asked')
    await expect(processed(w.as('kim'), documentId, { actionType: 'direct' })).rejects.toThrow(
      'document.directive-needed',
    )
    const hold = processed(w.as('kim'), documentId, { actionType: 'direct', directive: 'hold' })
    await expect(hold).rejects.toThrow('document.directive-text-needed')
  })
})

describe('a document that comes back', () => {
  it('from 보완·재검토 is worked over and sent again with what changed', async () => {
    const { documentId } = await submitted(w)
    await processed(w.as('kim'), documentId, {
      actionType: 'direct',
      directive: 'revise',
      directives: [{ text: '사례를 더할 것' }],
      opinion: '보완',
    })
    expect((await getInbox(w.as('lee'), { box: 'returned' })).rows.map((row) => row.id)).toContain(documentId)
    const { version } = await read('lee', documentId)
    const again = await saveDocument(w.as('lee'), {
      documentId,
      version,
      body: richTextOf('팀제의 목적과 성공적인 운영방법에 대한 지침을 마련한다.\n세 나라의 사례를 담는다.'),
    })
    const target = { documentId, version: again.version }
    await expect(submitDocument(w.as('lee'), target)).rejects.toMatchObject({ field: 'changeNote' })
    await submitDocument(w.as('lee'), { ...target, changeNote: '사례를 더했습니다' })
    const seen = await read('kim', documentId)
    expect(seen).toMatchObject({ round: 2, changeNote: '사례를 더했습니다', myStepId: expect.any(String) })
    expect(seen.opinions).toMatchObject([{ opinion: '보완', directives: ['사례를 더할 것'], round: 1 }])
    expect(seen.versions.map((one) => one.number)).toEqual([2, 1])
    const compared = await compareVersions(w.as('kim'), { documentId, before: 1 })
    expect(compared.body.map((line) => line.kind)).toEqual(['same', 'removed', 'added'])
    expect((await processed(w.as('kim'), documentId)).state).toBe('approved')
  })

  it('is taken back freely until somebody acts, then with a reason, never after approval', async () => {
    const { documentId, routeVersion } = await submitted(w)
    await expect(withdrawDocument(w.as('jung'), { documentId, routeVersion })).rejects.toThrow('document.not-found')
    expect(await withdrawDocument(w.as('lee'), { documentId, routeVersion })).toMatchObject({ state: 'withdrawn' })
    await expect(read('kim', documentId)).rejects.toThrow('document.not-found')

    const two = await submitted(w, 'internal', { route: [step('jung', 'review', 1), step('kim', 'approve', 2)] })
    await processed(w.as('jung'), two.documentId)
    const target = { documentId: two.documentId, routeVersion: two.routeVersion }
    await expect(withdrawDocument(w.as('lee'), target)).rejects.toMatchObject({ field: 'reason' })
    await withdrawDocument(w.as('lee'), { ...target, reason: '수치 오류' })
    expect((await read('jung', two.documentId)).opinions).toHaveLength(1)

    const done = await approved(w)
    const late = withdrawDocument(w.as('lee'), {
      documentId: done.documentId,
      routeVersion: done.routeVersion,
      reason: '늦게',
    })
    await expect(late).rejects.toMatchObject({ code: 'document.already-approved' })
  })

  it('held stays with who holds it, stopped ends', async () => {
    const { documentId } = await submitted(w)
    const direct = (directive: 'hold' | 'stop') =>
      processed(w.as('kim'), documentId, { actionType: 'direct', directive, directives: [{ text: '예산 확정 뒤' }] })
    expect((await direct('hold')).state).toBe('on-hold')
    expect((await getInbox(w.as('kim'), { box: 'held' })).rows.map((row) => row.id)).toContain(documentId)
    expect((await direct('stop')).state).toBe('stopped')
    expect((await read('lee', documentId)).abilities).toEqual([])
    await expect(direct('stop')).rejects.toThrow('document.is-stopped')
  })
})
