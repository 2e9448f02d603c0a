import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestSlug } from '../../../testing/index.ts'
import { openFunctions, unitTasksByCodes } from '../../brm/index.ts'
import { functionFile, line } from '../../brm/testing.ts'
import { systemClock } from '../../kernel/index.ts'
import { filesById, readFile, withTenant } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { getDocument } from '../document/index.ts'
import { type DocumentWorld, dispatchTo, documentWorld, submitted, uploaded } from '../document/testing.ts'
import { amendDispatch } from './commands/amend-dispatch.ts'
import { processDocument, processMany } from './commands/approving.ts'
import { assignReception } from './commands/assign-reception.ts'
import { cancelDispatch } from './commands/cancel-dispatch.ts'
import { closeReception } from './commands/close-reception.ts'
import { receiveReception } from './commands/receive-reception.ts'
import { receptionToTask } from './commands/reception-to-task.ts'
import { refuseReception } from './commands/refuse-reception.ts'
import { releaseDispatch } from './commands/release-dispatch.ts'
import { routeReception } from './commands/route-reception.ts'
import { sendBackDispatch } from './commands/send-back-dispatch.ts'
import { setReceptionDesk } from './commands/set-reception-desk.ts'
import { withdrawDispatch } from './commands/withdraw-dispatch.ts'
import { officeTitle } from './domain/sender-name.ts'
import { dispatchEnvelopeHandlers } from './exchange.ts'
import { getDispatch, getDispatchCounts, listDispatches } from './queries/dispatches.ts'
import { mayReadDispatchFile } from './queries/may-read-dispatch-file.ts'
import { getReception, getReceptionCounts, getReceptionDesk, listReceptions } from './queries/receptions.ts'

let w: DocumentWorld
beforeAll(async () => {
  w = await documentWorld({ envelopeHandlers: dispatchEnvelopeHandlers })
})
afterAll(() => w.t.close())

type Receivers = Parameters<typeof dispatchTo>[0]
const sister = (): Receivers => [{ kind: 'unit', unitId: w.unitId('sister') }]
const gangnam: Receivers = [{ kind: 'agency', agency: 'gangnam' }]

/** A 시행문 of 이주무, approved by 최본부 with the team head's consent, waiting for its release. */
async function waiting(receivers: Receivers, title: string, fileIds: string[] = []) {
  const { documentId } = await submitted(w, 'outgoing', {
    dispatch: { ...dispatchTo(receivers), title, fileIds },
    fileIds,
    route: [{ personId: w.personId('choi'), role: 'approve', order: 1, delegated: true }],
  })
  const { routeVersion } = await getDocument(w.as('choi'), { documentId })
  await processDocument(w.as('choi'), { documentId, routeVersion, actionType: 'report' })
  const [row] = (await listDispatches(w.as('lee'), { scope: 'all', documentId })).rows
  if (row === undefined) throw new Error('no dispatch was made')
  return { dispatchId: row.id, documentId, version: row.version }
}

/** The same, on its way. */
async function sent(receivers: Receivers, title: string, fileIds: string[] = []) {
  const { dispatchId, documentId, version } = await waiting(receivers, title, fileIds)
  const { number } = await releaseDispatch(w.as('kim'), { dispatchId, version })
  return { dispatchId, documentId, number: number ?? '', version: version + 1 }
}

/** What has come in at a unit under a title. */
async function arrived(code: string, title: string, slug: TestSlug = 'mogaha') {
  const [row] = (await listReceptions(there(code, slug), { search: title })).rows
  if (row === undefined) throw new Error(`nothing has come in at ${code}`)
  return { receptionId: row.id, version: row.version, row }
}
const there = (code: string, slug: TestSlug = 'mogaha') => {
  const ctx = w.as(code, { slug })
  return slug === 'mogaha' ? ctx : { ...ctx, clock: systemClock }
}
const receiverOf = async (dispatchId: string) => (await getDispatch(w.as('lee'), { dispatchId })).receivers[0]

describe('a dispatch', () => {
  it('is made by the final approval and leaves when the team head releases it, with a number of the same register', async () => {
    const { dispatchId, documentId, version } = await waiting(sister(), '시행승인 시험')
    const before = await getDispatch(w.as('lee'), { dispatchId })
    expect(before).toMatchObject({
      state: 'waiting',
      number: null,
      senderName: { ko: '부내혁신전략팀장', en: '장, 부내혁신전략팀' },
      releaser: { name: '김팀장' },
      receivers: [{ state: 'planned' }],
    })
    expect(before.approvers.map((one) => [one.name, one.mark])).toEqual([
      ['이주무', null],
      ['최본부', 'delegated'],
    ])
    expect((await listReceptions(w.as('sung'), { search: '시행승인 시험' })).rows).toEqual([])
    for (const code of ['lee', 'choi'])
      await expect(releaseDispatch(w.as(code), { dispatchId, version })).rejects.toThrow('policy.refused')
    expect((await getDispatchCounts(w.as('kim'))).toRelease).toBeGreaterThan(0)
    const key = { dispatchId, version, idempotencyKey: 'release-key-1' }
    const out = await releaseDispatch(w.as('kim'), key)
    expect(await releaseDispatch(w.as('kim'), key)).toEqual(out)
    const { attributes } = await getDocument(w.as('lee'), { documentId })
    const serial = (number: string | null) => Number(number?.split('-')[1])
    expect(serial(out.number)).toBeGreaterThan(serial(attributes.number))
    expect(out).toMatchObject({ state: 'sent', number: expect.stringMatching(/^부내혁신전략팀-\d+$/) })
    await expect(releaseDispatch(w.as('kim'), { dispatchId, version: version + 1 })).rejects.toMatchObject({
      code: 'dispatch.is-sent',
    })
    await w.t.expectAudit(w.as('kim'), { action: 'dispatch.release', subjectId: dispatchId })
  })

  it('is made for each document of a bulk approval too', async () => {
    const { documentId, routeVersion } = await submitted(w, 'outgoing', { dispatch: dispatchTo(sister()) })
    await processMany(w.as('kim'), { documents: [{ documentId, routeVersion }] })
    expect((await listDispatches(w.as('kim'), { scope: 'to-release', documentId })).rows).toHaveLength(1)
  })

  it('sent back gets other receivers, never other words, and waits again; given up it stays approved', async () => {
    const { dispatchId, version, documentId } = await waiting(sister(), '되돌림 시험')
    await expect(sendBackDispatch(w.as('lee'), { dispatchId, version, reason: '수신자' })).rejects.toThrow(
      'policy.refused',
    )
    await sendBackDispatch(w.as('kim'), { dispatchId, version, reason: '수신자를 바꿀 것' })
    const amend = { dispatchId, version: version + 1, showApprovers: false, receivers: gangnam }
    await expect(amendDispatch(w.as('jung'), amend)).rejects.toThrow('policy.refused')
    await expect(
      amendDispatch(w.as('lee'), { ...amend, receivers: [{ kind: 'agency', agency: 'mogaha' }] }),
    ).rejects.toMatchObject({ field: 'receivers' })
    await expect(amendDispatch(w.as('lee'), { ...amend, version })).rejects.toThrow('dispatch.changed-meanwhile')
    await amendDispatch(w.as('lee'), amend)
    expect(await receiverOf(dispatchId)).toMatchObject({ kind: 'agency', agency: 'gangnam' })
    await cancelDispatch(w.as('lee'), { dispatchId, version: version + 2, reason: '보낼 필요가 없음' })
    await expect(releaseDispatch(w.as('kim'), { dispatchId, version: version + 3 })).rejects.toThrow(
      'dispatch.is-cancelled',
    )
    expect((await getDocument(w.as('lee'), { documentId })).state).toBe('approved')
  })

  it('is not found outside the document’s 열람범위, nor its files, nor by another agency', async () => {
    const file = await uploaded(w.as('lee'), '붙임.txt', '내용')
    const { documentId } = await submitted(w, 'outgoing', {
      title: '참여자만',
      fileIds: [file],
      attributes: {
        accessScope: 'participants',
        knowledgeCategory: 'general-administration',
        retention: '3',
        disclosure: 'open',
      },
      dispatch: { ...dispatchTo(sister()), title: '참여자만 아는 시행문', fileIds: [file] },
      route: [{ personId: w.personId('choi'), role: 'approve', order: 1 }],
    })
    const { routeVersion } = await getDocument(w.as('choi'), { documentId })
    await processDocument(w.as('choi'), { documentId, routeVersion, actionType: 'report' })
    const [row] = (await listDispatches(w.as('kim'), { scope: 'to-release', documentId })).rows
    const dispatchId = row?.id ?? ''
    const stored = await withTenant(w.as('kim'), (tx) => filesById(tx, [file]))
    const mayRead = (ctx: ReturnType<typeof w.as>) =>
      withTenant(ctx, (tx) => mayReadDispatchFile(tx, stored[0] as never))
    for (const ctx of [w.as('jung'), w.as('yoon'), w.as('admin'), w.as('kim', { slug: 'gangnam' })]) {
      await expect(getDispatch(ctx, { dispatchId })).rejects.toThrow('dispatch.not-found')
      await expect(releaseDispatch(ctx, { dispatchId, version: 1 })).rejects.toThrow('dispatch.not-found')
      expect((await listDispatches(ctx, { scope: 'all', search: '참여자만 아는' })).rows).toEqual([])
      expect(await mayRead(ctx)).toBe(false)
    }
    expect(await mayRead(w.as('kim'))).toBe(true)
    await releaseDispatch(w.as('kim'), { dispatchId, version: 1 })
    expect(await mayRead(w.as('son'))).toBe(true)
    expect(await mayRead(w.as('jung'))).toBe(false)
  })
})

describe('a unit of the agency', () => {
  it('receives under a number of its own register, gives it to somebody, closes it; the sender sees each', async () => {
    const { dispatchId } = await sent(sister(), '부서 접수 시험')
    const { receptionId, version } = await arrived('son', '부서 접수 시험')
    await expect(getReception(w.as('lee'), { receptionId })).rejects.toThrow('reception.not-found')
    await expect(receiveReception(w.as('yoon'), { receptionId, version })).rejects.toThrow('reception.not-found')
    const key = { receptionId, version, idempotencyKey: 'receive-key-1' }
    const got = await receiveReception(w.as('son'), key)
    expect(await receiveReception(w.as('son'), key)).toEqual(got)
    expect(got.number).toMatch(/^성과관리팀-\d+$/)
    expect(await receiverOf(dispatchId)).toMatchObject({
      state: 'received',
      receptionNumber: got.number,
      receptionId: null,
    })
    const assign = (code: string, to: string, at = got.version) =>
      assignReception(w.as(code), { receptionId, version: at, personId: w.personId(to) })
    await expect(assign('son', 'sung')).rejects.toThrow('policy.refused')
    await expect(assign('sung', 'park')).rejects.toMatchObject({ code: 'reception.not-a-member', field: 'personId' })
    const taken = await assign('sung', 'son')
    await expect(assign('sung', 'son')).rejects.toMatchObject({
      code: 'reception.changed-meanwhile',
      params: { who: '성팀장' },
    })
    expect((await getReceptionCounts(w.as('son'))).mine).toBeGreaterThan(0)
    await expect(refuseReception(w.as('son'), { receptionId, version: taken.version, reason: '늦음' })).rejects.toThrow(
      'reception.is-assigned',
    )
    await closeReception(w.as('son'), { receptionId, version: taken.version, note: '공람함' })
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'closed' })
    expect(await getReception(w.as('sung'), { receptionId })).toMatchObject({
      outcome: 'handled',
      closingNote: '공람함',
      sender: { unit: { ko: '부내혁신전략팀' }, sameAgency: true },
      paper: { senderName: { ko: '부내혁신전략팀장' }, receivers: [{ ko: '성과관리팀' }] },
    })
    await w.t.expectAudit(w.as('son'), { action: 'reception.close', subjectId: receptionId })
  })

  it('refuses with the reason, which the sender sees; passes on what is another unit’s', async () => {
    const { dispatchId } = await sent(sister(), '반송 시험')
    const { receptionId, version } = await arrived('son', '반송 시험')
    await expect(
      routeReception(w.as('son'), { receptionId, version, unitId: w.unitId('sister'), reason: '가' }),
    ).rejects.toMatchObject({ field: 'unitId' })
    await routeReception(w.as('son'), { receptionId, version, unitId: w.unitId('other'), reason: '감사 소관' })
    await expect(getReception(w.as('son'), { receptionId })).rejects.toThrow('reception.not-found')
    await refuseReception(w.as('park'), { receptionId, version: version + 1, reason: '우리 소관이 아님' })
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'refused', refusal: '우리 소관이 아님' })
    expect((await getDispatchCounts(w.as('lee'))).refused).toBeGreaterThan(0)
    await expect(receiveReception(w.as('park'), { receptionId, version: version + 2 })).rejects.toThrow(
      'reception.is-refused',
    )
  })
})

describe('a reception turned into a task', () => {
  it('is tied to a card, or opens one, and stands under its 실적 for the unit alone', async () => {
    const ctx = w.t.ctx('mogaha')
    const day = new Date('2005-01-01T00:00:00+09:00')
    await openFunctions(
      ctx,
      { name: '시험.csv', bytes: functionFile([line('T-1', '팀제 운영', { units: 'team' })]) },
      day,
    )
    const [unitTask] = await withTenant(w.as('son'), (tx) => unitTasksByCodes(tx, ['T-1']))
    const unitTaskId = unitTask?.id ?? ''
    const take = async (title: string) => {
      await sent(sister(), title)
      const { receptionId, version } = await arrived('sung', title)
      return assignReception(w.as('sung'), { receptionId, version, personId: w.personId('son') })
    }
    const { receptionId, version } = await take('과제 시험')
    const fresh = { receptionId, version, task: { kind: 'new' as const, name: '팀제 매뉴얼 활용', unitTaskId } }
    await expect(receptionToTask(w.as('yoon'), fresh)).rejects.toThrow('reception.not-found')
    const unknown = { kind: 'existing' as const, taskCardId: receptionId }
    await expect(receptionToTask(w.as('son'), { ...fresh, task: unknown })).rejects.toThrow('task.not-found')
    const made = await receptionToTask(w.as('son'), fresh)
    expect(made).toMatchObject({ state: 'closed', taskCardId: expect.any(String) })
    const taskCardId = made.taskCardId ?? ''
    const next = await take('같은 과제 시험')
    const { receptionId: second } = next
    await receptionToTask(w.as('son'), {
      receptionId: second,
      version: next.version,
      task: { kind: 'existing', taskCardId },
    })
    expect(await getReception(w.as('son'), { receptionId: second })).toMatchObject({
      outcome: 'task',
      taskCard: { name: '팀제 매뉴얼 활용' },
    })
    const entries = (code: string) =>
      withTenant(w.as(code), (tx) =>
        tx.sql.execute(sql`
      select a.title from public.achievement a where a.task_card_id = ${taskCardId} and ${withinAudience(tx.actor, 'a')} order by a.title`),
      )
    expect((await entries('son')).map((one) => one.title).toSorted()).toEqual(
      ['과제 시험', '같은 과제 시험'].toSorted(),
    )
    expect(await entries('park')).toHaveLength(0)
    await w.t.expectAudit(w.as('son'), { action: 'reception.to-task', subjectId: receptionId })
  })
})

describe('another agency', () => {
  it('gets its own copy with the files at its 문서과; receipt and number come back', async () => {
    await setReceptionDesk(w.as('admin', { slug: 'gangnam' }), { unitId: w.unitId('sister', 'gangnam') })
    await expect(setReceptionDesk(w.as('kim'), { unitId: w.unitId('team') })).rejects.toThrow('policy.refused')
    expect(await getReceptionDesk(w.as('son', { slug: 'gangnam' }))).toMatchObject({ chosen: true, canChange: false })
    const fileId = await uploaded(w.as('lee'), '팀제 매뉴얼 시안.txt', '시안입니다')
    const { dispatchId, number } = await sent([...gangnam, ...sister()], '기관 사이 시험', [fileId])
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'on-its-way' })
    await w.t.drain()
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'arrived' })
    const { receptionId, version } = await arrived('son', '기관 사이 시험', 'gangnam')
    const copy = await getReception(there('son', 'gangnam'), { receptionId })
    expect(copy).toMatchObject({
      state: 'arrived',
      sender: { number, sameAgency: false, drafter: '이주무' },
      files: [{ name: '팀제 매뉴얼 시안.txt' }],
      dispatchId: null,
      unit: { name: { ko: '성과관리팀' } },
    })
    // As it was sent: in the name of the agency's head, to all its receivers, not to the desk that took it in.
    const { senderName, receivers } = await getDispatch(w.as('lee'), { dispatchId })
    expect(senderName.ko).toBe('행정자치부장')
    expect(copy.paper).toEqual({ senderName, receivers: receivers.map((one) => one.name) })
    expect(copy.paper.receivers).toHaveLength(2)
    expect(copy.files[0]?.id).not.toBe(fileId)
    const text = await withTenant(there('son', 'gangnam'), async (tx) => {
      const parts: Uint8Array[] = []
      for await (const part of (await readFile(tx, copy.files[0]?.id ?? '')).bytes) parts.push(part as Uint8Array)
      return Buffer.concat(parts).toString('utf8')
    })
    expect(text).toBe('시안입니다')
    await expect(getReception(w.as('son'), { receptionId })).rejects.toThrow('reception.not-found')
    const got = await assignReception(there('son', 'gangnam'), {
      receptionId,
      version,
      personId: w.personId('son', 'gangnam'),
    })
    await w.t.drain()
    expect(await receiverOf(dispatchId)).toMatchObject({
      state: 'assigned',
      receptionNumber: got.number,
      receptionId: null,
    })
  })

  it('refuses with a reason that comes back', async () => {
    const { dispatchId } = await sent(gangnam, '기관 반송 시험')
    await w.t.drain()
    const { receptionId, version } = await arrived('son', '기관 반송 시험', 'gangnam')
    await refuseReception(there('son', 'gangnam'), { receptionId, version, reason: '시 소관' })
    await w.t.drain()
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'refused', refusal: '시 소관' })
  })
})

describe('a dispatch taken back', () => {
  it.each([
    ['a unit', 'mogaha'],
    ['another agency', 'gangnam'],
  ] as const)('stays at %s with the mark, and is not acted on when nobody works on it yet', async (_what, slug) => {
    const title = `회수 시험 ${slug}`
    const { dispatchId, version } = await sent(slug === 'mogaha' ? sister() : gangnam, title)
    await w.t.drain()
    const { receptionId, version: seen } = await arrived('son', title, slug)
    await receiveReception(there('son', slug), { receptionId, version: seen })
    await w.t.drain()
    await expect(withdrawDispatch(w.as('jung'), { dispatchId, version, reason: '오류' })).rejects.toThrow(
      'policy.refused',
    )
    await withdrawDispatch(w.as('lee'), { dispatchId, version, reason: '붙임이 잘못됨' })
    await w.t.drain()
    const copy = await getReception(there('son', slug), { receptionId })
    expect(copy).toMatchObject({
      title,
      state: 'received',
      number: expect.any(String),
      recalled: { reason: '붙임이 잘못됨', late: false },
      abilities: [],
    })
    expect(copy.body).toEqual((await getDispatch(w.as('lee'), { dispatchId })).body)
    const act = { receptionId, version: copy.version }
    await expect(assignReception(there('son', slug), { ...act, personId: w.personId('son', slug) })).rejects.toThrow(
      'reception.recalled',
    )
    expect((await listReceptions(there('son', slug), { state: 'recalled', search: title })).rows).toHaveLength(1)
    expect((await listReceptions(there('son', slug), { state: 'open', search: title })).rows).toEqual([])
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'recalled', recallLate: false })
    await expect(withdrawDispatch(w.as('lee'), { dispatchId, version: version + 1, reason: '또' })).rejects.toThrow(
      'dispatch.is-withdrawn',
    )
  })

  it.each(['mogaha', 'gangnam'] as const)('goes on at %s where somebody has it already', async (slug) => {
    const title = `늦은 회수 ${slug}`
    const { dispatchId, version } = await sent(slug === 'mogaha' ? sister() : gangnam, title)
    await w.t.drain()
    const { receptionId, version: seen } = await arrived('son', title, slug)
    const got = await assignReception(there('son', slug), {
      receptionId,
      version: seen,
      personId: w.personId('son', slug),
    })
    await withdrawDispatch(w.as('kim'), { dispatchId, version, reason: '늦게' })
    await w.t.drain()
    const copy = await getReception(there('son', slug), { receptionId })
    expect(copy).toMatchObject({ recalled: { late: true }, abilities: expect.arrayContaining(['close']) })
    await closeReception(there('son', slug), { receptionId, version: got.version + 1 })
    await w.t.drain()
    expect(await receiverOf(dispatchId)).toMatchObject({ state: 'closed', recallLate: true })
  })
})

it.each([
  ['행정자치부', '장관', '행정자치부장관'],
  ['서울특별시 강남구', '구청장', '서울특별시 강남구청장'],
  ['서울특별시', '시장', '서울특별시장'],
  ['부내혁신전략팀', '팀장', '부내혁신전략팀장'],
  ['정부혁신본부', '본부장', '정부혁신본부장'],
  ['감사관', '감사관', '감사관'],
  ['감사담당관', '과장', '감사담당관'],
])('%s under its %s goes out as %s', (name, title, office) => {
  const words = { ko: name, en: 'Ministry' }
  expect(officeTitle(words, { ko: title, en: 'Minister' })).toEqual({ ko: office, en: 'Minister, Ministry' })
  expect(officeTitle(words, null)).toEqual(words)
})
