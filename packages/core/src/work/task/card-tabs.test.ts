import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ctx, newId } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import {
  closeTask,
  createTaskCard,
  getManagedTask,
  getTaskCard,
  getTaskCustomers,
  getTaskHistory,
  getTaskPublicity,
  getTaskSettings,
  liftMark,
  listAchievements,
  listManagedTasks,
  listObjectiveTasks,
  listTasks,
  listTieablePetitions,
  listWatchlist,
  markTask,
  mayFollowTask,
  monitorTasks,
  recordAchievement,
  removeAchievement,
  removePublicity,
  removeTargetGroup,
  savePlan,
  savePublicity,
  saveTargetGroup,
  taskCardsByIds,
  taskSubscribers,
  tasksOnMap,
  tiePetition,
} from './index.ts'
import { isLate, recount, scatteredCards } from './scattered.fixture.ts'
import { PLAN, type TaskWorld, taskCast, taskWorld, uploaded } from './testing.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await taskWorld(taskSubscribers)
}, 60_000)
afterAll(() => w.t.close())

const { at, kim, lee, park, managed, planned } = taskCast(() => w)
const NOBODY = '0198f0aa-0000-7000-8000-000000000000'

describe('실적관리', () => {
  const record = (ctx: Ctx, more: Partial<Parameters<typeof recordAchievement>[1]>) =>
    withTenant(ctx, (tx) =>
      recordAchievement(tx, {
        taskCardIds: [],
        kind: 'schedule',
        subjectId: newId(),
        occurredAt: new Date('2005-08-22T00:00:00Z'),
        title: '팀제 매뉴얼 제작 및 보급 계획 수립',
        personId: w.personId('lee'),
        unitId: w.unitId('innovation-team'),
        audience: { unitIds: null, personIds: [] },
        ...more,
      }),
    )

  it('fills itself by week, with reports and agenda items apart, each within its audience', async () => {
    const { taskCardId } = await managed('실적')
    const taskCardIds = [taskCardId]
    await record(lee(), { taskCardIds, endsAt: new Date('2005-08-22T03:00:00Z') })
    const report = {
      taskCardIds,
      kind: 'memo-report' as const,
      subjectId: newId(),
      occurredAt: new Date('2005-08-29T00:30:00Z'),
      title: '팀제 홍보를 위한 워크샵 계획 보고',
    }
    await record(lee(), { ...report, state: 'reported' })
    await record(lee(), { ...report, state: 'closed' })
    await record(lee(), {
      taskCardIds,
      kind: 'agenda-item',
      occurredAt: new Date('2005-08-24T01:00:00Z'),
      title: '팀제 매뉴얼 제작·보급 계획',
      meeting: '제 23차 정책조정회의',
    })
    const own = { unitIds: [w.unitId('innovation-team')], personIds: [] }
    await record(lee(), {
      taskCardIds,
      kind: 'document-report',
      occurredAt: new Date('2005-08-23T01:00:00Z'),
      title: '비공개 보고',
      audience: own,
    })

    const week = await listAchievements(lee(), { taskCardId, view: 'week', day: '2005-08-25' })
    expect(week.week).toMatchObject({
      label: { ko: '2005년 8월 4주차' },
      from: '2005-08-22',
      to: '2005-08-28',
      earlier: null,
      later: '2005-08-29',
    })
    expect(week.rows.map((row) => row.kind)).toEqual(['schedule', 'document-report', 'agenda-item'])
    const tab = await listAchievements(lee(), { taskCardId, view: 'week', tab: 'memo', day: '2005-08-29' })
    expect(tab.rows).toMatchObject([{ kind: 'memo-report', state: 'closed', person: { name: '이주무' } }])
    const agenda = await listAchievements(park(), { taskCardId, view: 'agenda' })
    expect(agenda.rows).toMatchObject([{ meeting: '제 23차 정책조정회의', title: '팀제 매뉴얼 제작·보급 계획' }])
    const reports = { taskCardId, view: 'reports' as const }
    expect((await listAchievements(lee(), reports)).rows.map((row) => row.title)).toEqual([
      '팀제 홍보를 위한 워크샵 계획 보고',
      '비공개 보고',
    ])
    expect((await listAchievements(park(), reports)).rows.map((row) => row.title)).toEqual([
      '팀제 홍보를 위한 워크샵 계획 보고',
    ])
    expect((await getTaskCard(park(), { taskCardId })).counts).toMatchObject({ 'document-report': 0, 'memo-report': 1 })
    expect((await getTaskCard(lee(), { taskCardId })).counts).toMatchObject({ 'document-report': 1 })
    const first = await listAchievements(lee(), { taskCardId, view: 'all', limit: 3 })
    const rest = await listAchievements(lee(), {
      taskCardId,
      view: 'all',
      limit: 3,
      cursor: first.nextCursor ?? undefined,
    })
    expect([...first.rows, ...rest.rows].map((row) => row.occurredAt)).toEqual(
      [...first.rows, ...rest.rows]
        .map((row) => row.occurredAt)
        .sort()
        .reverse(),
    )
    expect(first.rows.length + rest.rows.length).toBe(4)
    await withTenant(lee(), (tx) => removeAchievement(tx, 'memo-report', report.subjectId))
    expect((await listAchievements(park(), reports)).rows).toEqual([])
    await expect(record(lee(), { taskCardIds: [NOBODY] })).rejects.toThrow('task.not-found')
  })

  it('gets the petitions of its service, follows them to their unit, and shows what citizens say', async () => {
    const [unitId, personId] = [w.unitId('innovation-team'), w.personId('lee')]
    const receivedAt = '2026-01-06T01:00:00.000Z'
    const event = (petitionId: string) => (what: string, more: object) => {
      return { type: `customer.petition-${what}`, payload: { petitionId, ...more } }
    }
    const [one, two] = [event(newId()), event(newId())]
    const filed = { serviceKey: 'inquiry', receivedAt, dueAt: receivedAt }
    // Before the card is there: it takes what waits without one.
    await w.hear(one('received', filed), one('assigned', { unitId, personId }))
    const petitionId = one('', {}).payload.petitionId
    const kimNow = w.officer('kim')
    const card = { year: 2026, unitTaskId: w.unitTaskId('T-1'), unitId, ownerId: w.personId('kim') }
    const { taskCardId } = await createTaskCard(kimNow, { name: '팀제 운영 민원', ...card })
    const reception = await listAchievements(w.officer('lee'), { taskCardId, view: 'reception' })
    expect(reception.rows).toMatchObject([
      { kind: 'petition', subjectId: petitionId, state: 'assigned', title: '팀제 질의', occurredAt: receivedAt },
    ])
    expect((await listAchievements(w.officer('yoon'), { taskCardId, view: 'reception' })).rows).toEqual([])
    await w.hear(
      one('completed', { ...filed, unitId, personId, completedAt: receivedAt }),
      one('rated', { overall: 4 }),
      two('received', filed),
      two('assigned', { unitId, personId: null }),
    )
    expect(await getTaskCustomers(kimNow, { taskCardId })).toMatchObject({
      petitions: { total: 2, open: 1, closed: 1 },
      satisfaction: { mean: 4, ratings: 1 },
    })
    await w.hear(two('assigned', { unitId: w.unitId('law-team'), personId: null }))
    expect((await getTaskCustomers(kimNow, { taskCardId })).petitions.total).toBe(1)
    const away = { taskCardId, petitionId: two('', {}).payload.petitionId, tied: true }
    await expect(tiePetition(kimNow, away)).rejects.toThrow('task.petition-not-found')

    const other = { ...card, name: '다른 카드', unitTaskId: w.unitTaskId('T-2') }
    const hand = await createTaskCard(kimNow, other)
    await tiePetition(kimNow, { taskCardId: hand.taskCardId, petitionId, tied: true })
    expect((await listTieablePetitions(kimNow, hand)).rows).toMatchObject([{ petitionId, tied: true, state: 'closed' }])
    await tiePetition(kimNow, { taskCardId, petitionId, tied: false })
    await w.hear(one('reopened', {}))
    expect((await getTaskCustomers(kimNow, { taskCardId })).petitions.total).toBe(0)
    expect((await getTaskCustomers(kimNow, hand)).petitions).toEqual({ total: 1, open: 1, closed: 0 })
  })
})

describe('홍보관리 and 고객관리', () => {
  it('keep lines with results and groups, each with its history', async () => {
    const { taskCardId } = await managed('홍보')
    const line = { taskCardId, title: '팀제 홍보 워크샵', channel: 'event' as const, plannedDate: '2005-09-07' }
    await expect(savePublicity(lee(), { ...line, result: '성황' })).rejects.toThrow('task.publicity-result-early')
    await expect(savePublicity(lee(), { ...line, fileIds: [NOBODY] })).rejects.toThrow('file.unknown')
    const { publicityId } = await savePublicity(lee(), line)
    const fileIds = [await uploaded(lee(), '결과.txt', '참석 120명')]
    const held = {
      ...line,
      publicityId,
      version: 1,
      doneDate: '2005-09-07',
      result: '중앙·지방 혁신기획관 참석',
      reach: 120,
      fileIds,
    }
    await expect(savePublicity(park(), held)).rejects.toThrow('policy.refused')
    await savePublicity(lee(), held)
    await expect(savePublicity(lee(), held)).rejects.toThrow('task.changed-meanwhile')
    expect((await getTaskPublicity(park(), { taskCardId })).rows).toMatchObject([
      { reach: 120, files: [{ name: '결과.txt' }], version: 2 },
    ])
    const group = { taskCardId, name: '중앙행정기관 혁신담당자', kind: 'business' as const, size: 52 }
    const { groupId } = await saveTargetGroup(lee(), group)
    await saveTargetGroup(lee(), { ...group, groupId, version: 1, size: 54 })
    expect((await getTaskCustomers(lee(), { taskCardId })).groups).toMatchObject([{ size: 54, kind: 'business' }])
    await removeTargetGroup(lee(), { groupId, version: 2, reason: '중복' })
    await removePublicity(lee(), { publicityId, version: 2, reason: '취소' })
    const { rows } = await getTaskHistory(lee(), { taskCardId })
    expect(rows.map((row) => row.action)).toEqual([
      'publicity-removed',
      'group-removed',
      'group-changed',
      'group-added',
      'publicity-changed',
      'publicity-planned',
      'created',
    ])
  })
})

describe('중점관리대상 and the map', () => {
  it('is put and lifted by managers with reasons and stays on list and map between', async () => {
    const [objective] = (await getTaskSettings(kim())).objectives
    const objectiveKey = objective?.key ?? ''
    const { taskCardId } = await managed('전략목표 과제', { objectiveKey })
    await planned(taskCardId)
    const put = { taskCardId, mark: 'watch' as const, reason: '추진 부진' }
    await expect(markTask(lee(), put)).rejects.toThrow('policy.refused')
    await markTask(kim(), put)
    await expect(markTask(w.officer('choi'), put)).rejects.toThrow('task.already-marked')
    await markTask(w.officer('choi', { at: at('2005-10-04') }), { ...put, mark: 'weak' })
    const { rows } = await listWatchlist(kim(), { unitId: w.unitId('innovation-bureau') })
    expect(rows).toMatchObject([
      { taskCardId, reason: '추진 부진', putBy: { name: '김팀장' }, canLift: true, watched: true },
    ])
    expect((await listWatchlist(lee(), {})).rows[0]?.canLift).toBe(false)
    const map = await tasksOnMap(lee(), { unitId: w.unitId('innovation-bureau') })
    expect(map.rows).toMatchObject([
      {
        objectiveKey,
        objective: objective?.name,
        taskCardId,
        state: 'delayed',
        flagged: true,
        watched: true,
        progress: 0,
      },
    ])
    const tasks = await withTenant(kim(), (tx) => listObjectiveTasks(tx, { unitIds: [w.unitId('audit-team')] }))
    expect(tasks).toEqual([])
    await expect(liftMark(lee(), put)).rejects.toThrow('policy.refused')
    await liftMark(kim(), { ...put, reason: '정상화' })
    await expect(liftMark(kim(), put)).rejects.toThrow('task.not-marked')
    expect((await listWatchlist(kim(), {})).rows).toEqual([])
    expect((await listWatchlist(kim(), { lifted: true })).rows).toMatchObject([
      { liftReason: '정상화', canLift: false },
    ])
    await w.t.expectAudit(w.system(), { action: 'task.lift-mark', subjectId: taskCardId })
  })
})

describe('another agency', () => {
  it('finds nothing of a card, not even a count', async () => {
    const { taskCardId, managedTaskId } = await managed('우리 과제')
    const there = w.officer('kim', { slug: 'gangnam' })
    await expect(getTaskCard(there, { taskCardId })).rejects.toThrow('task.not-found')
    await expect(getManagedTask(there, { managedTaskId })).rejects.toThrow('task.managed-not-found')
    await expect(listAchievements(there, { taskCardId, view: 'all' })).rejects.toThrow('task.not-found')
    await expect(savePlan(there, { taskCardId, planVersion: 0, phases: PLAN })).rejects.toThrow('task.not-found')
    await expect(closeTask(there, { taskCardId, version: 1, reason: '남의 과제' })).rejects.toThrow('task.not-found')
    await expect(markTask(there, { taskCardId, mark: 'watch', reason: '남의 과제' })).rejects.toThrow('task.not-found')
    expect(await withTenant(there, (tx) => taskCardsByIds(tx, [taskCardId]))).toEqual([])
    expect(await listTasks(there, {})).toMatchObject({ rows: [], total: 0 })
    expect((await monitorTasks(there, { year: 2005 })).unitTasks).toEqual({ tasks: 0, cards: 0 })
    expect(await mayFollowTask(there, taskCardId)).toBe(false)
    expect(await mayFollowTask(lee(), taskCardId)).toBe(true)
    const citizen = { ...lee(), actor: { kind: 'citizen' as const, accountId: NOBODY, customerId: NOBODY } }
    await expect(getTaskCard(citizen, { taskCardId })).rejects.toThrow('task.not-found')
    expect((await listManagedTasks(kim(), { year: 2005, search: '우리' })).rows).toMatchObject([
      { id: managedTaskId, cards: 1 },
    ])
    expect((await getManagedTask(park(), { managedTaskId })).cards).toMatchObject([{ id: taskCardId, behind: false }])
  })
})

describe('모니터링', () => {
  it('has the rates of 2005, and equals a recount from the cards on any day', async () => {
    const cards = await scatteredCards(w, 'gangnam')
    const there = w.officer('kim', { slug: 'gangnam', at: at('2005-12-31') })
    const bureau = w.unitId('innovation-bureau', 'gangnam')
    for (const asOf of ['2005-03-01', '2005-06-15', '2005-10-04', '2005-12-31']) {
      for (const unitId of [undefined, bureau]) {
        const shown = await monitorTasks(there, { year: 2005, asOf, ...(unitId && { unitId }) })
        const under = unitId === undefined ? cards : cards.filter((card) => card.unit.startsWith('innovation'))
        const { lines, sum, computedAt: _at, path: _path, years: _years, unit: _unit, ...figures } = shown
        expect(figures).toEqual(recount(under, asOf))
        for (const line of lines) {
          const code = [...w.units.gangnam].find(([, id]) => id === line.unit.id)?.[0] ?? ''
          const drilled = { unitId: line.unit.id, year: 2005, kind: 'managed' as const, asOf, limit: 200 }
          const own = code === 'agency' || (unitId !== undefined && code === 'innovation-bureau')
          const mine = cards.filter((card) =>
            own
              ? card.unit === code
              : card.unit === code || (code === 'innovation-bureau' && card.unit === 'innovation-team'),
          )
          const managedCards = mine.filter((card) => card.managedId !== null && card.openedOn <= asOf)
          const late = managedCards.filter((card) => isLate(card, asOf)).length
          expect([line.total, line.delayed, line.onTrack]).toEqual([
            managedCards.length,
            late,
            managedCards.length - late,
          ])
          if (own) continue
          expect((await listTasks(there, drilled)).total).toBe(line.total)
          expect((await listTasks(there, { ...drilled, state: 'delayed' })).total).toBe(line.delayed)
        }
        expect(sum.total).toBe(lines.reduce((total, line) => total + line.total, 0))
      }
    }
    const rates = await monitorTasks(there, { year: 2004 })
    const rate = (code: string) => rates.lines.find((line) => line.unit.id === w.unitId(code, 'gangnam'))
    expect(rate('innovation-bureau')).toMatchObject({ total: 13, onTrack: 2, delayed: 11, onTrackRate: 15 })
    expect(rate('audit-team')).toMatchObject({ total: 14, onTrack: 3, delayed: 11, onTrackRate: 21 })
    expect(rate('law-team')).toMatchObject({ total: 5, onTrack: 1, delayed: 4, onTrackRate: 20 })
    expect(rates.sum).toMatchObject({ total: 32, delayed: 26 })
  })

  it('lists in pages without a gap or a double, whatever the order', async () => {
    const there = w.officer('kim', { slug: 'gangnam', at: at('2005-12-31') })
    for (const sort of ['name', 'due', 'changed', 'progress'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await listTasks(there, { year: 2005, sort, order, limit: 67, cursor })
          seen.push(...page.rows.map((row) => row.id))
          cursor = page.nextCursor ?? undefined
          expect(page.total).toBe(150)
        } while (cursor !== undefined)
        expect([seen.length, new Set(seen).size]).toEqual([150, 150])
      }
    }
    const found = await listTasks(there, { search: '카드 1%', limit: 5 })
    expect(found.total).toBe(0)
    expect((await listTasks(there, { search: '카드 149' })).rows).toMatchObject([{ name: '카드 149' }])
    await expect(listTasks(there, { cursor: 'x' })).rejects.toThrow('input.wrong-format')
  })
})
