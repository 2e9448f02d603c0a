import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPetition, filePetition, ratePetition, transferPetition } from '../../customer/index.ts'
import { uploaded } from '../../customer/testing.ts'
import { type Ctx, type Id, newId } from '../../kernel/index.ts'
import { withTenant } from '../../platform/index.ts'
import {
  answerQualityItem,
  changeProgress,
  closeTask,
  completePhase,
  completeQualityStage,
  createManagedTask,
  createTaskCard,
  editManagedTask,
  editTaskCard,
  getManagedTask,
  getTaskCard,
  getTaskCustomers,
  getTaskHistory,
  getTaskPublicity,
  getTaskQuality,
  getTaskSettings,
  handOverTask,
  liftMark,
  listAchievements,
  listManagedTasks,
  listObjectiveTasks,
  listQualityAnswers,
  listTasks,
  listTieablePetitions,
  listWatchlist,
  markTask,
  mayFollowTask,
  monitorTasks,
  movePlanWeight,
  planQualityStage,
  recordAchievement,
  removeAchievement,
  removePublicity,
  removeTargetGroup,
  reopenPhase,
  reopenQualityStage,
  reopenTask,
  savePlan,
  savePublicity,
  saveTargetGroup,
  taskCardsByIds,
  taskSubscribers,
  tasksOnMap,
  tiePetition,
} from './index.ts'
import { type TaskWorld, taskWorld } from './testing.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await taskWorld(taskSubscribers)
}, 60_000)
afterAll(() => w.t.close())

const at = (day: string) => `${day}T01:00:00Z`
const kim = (day = '2005-10-04') => w.officer('kim', { at: at(day) })
const lee = (day = '2005-10-04') => w.officer('lee', { at: at(day) })
const park = (day = '2005-10-04') => w.officer('park', { at: at(day) })
const NOBODY = '0198f0aa-0000-7000-8000-000000000000'

async function managed(name: string, more: Partial<Parameters<typeof createManagedTask>[1]> = {}, day = '2005-03-25') {
  return createManagedTask(kim(day), {
    name,
    year: 2005,
    unitTaskId: w.unitTaskId('T-1'),
    unitId: w.unitId('innovation-team'),
    ownerId: w.personId('lee'),
    ...more,
  })
}

const PLAN = [
  { name: '계획수립', activity: '사전 자료 수집 및 T/F 구성', plannedWeight: 20, dueDate: '2005-02-28' },
  { name: '법령개정', activity: '행정자치부 직제 및 시행규칙 개정', plannedWeight: 40, dueDate: '2005-03-25' },
  { name: '팀제개편', activity: '인사발령', plannedWeight: 30, dueDate: '2005-04-30' },
  { name: '확산 및 보급', activity: '팀제 매뉴얼 제작·보급', plannedWeight: 10, dueDate: '2005-08-30' },
]

async function planned(taskCardId: Id, day = '2005-03-25') {
  await savePlan(lee(day), { taskCardId, planVersion: 0, phases: PLAN })
  return (await getTaskCard(lee(day), { taskCardId })).phases
}

async function done(taskCardId: Id, index: number, completedDate: string, day = '2005-10-04') {
  const { phases, planVersion } = await getTaskCard(lee(day), { taskCardId })
  return completePhase(lee(day), { taskCardId, planVersion, phaseId: phases[index]?.id ?? '', completedDate })
}

const events = async (type: string) =>
  w.t.admin<{ payload: Record<string, unknown> }[]>`select payload from public.outbox where type = ${type} order by id`

describe('the card 혁신적 책임행정조직 구현 of 2005', () => {
  it('has the plan of the document: 100 %, 팀제개편 two days late', async () => {
    const { taskCardId, managedTaskId } = await managed('혁신적 책임행정조직 구현', {
      goal: '행정자치부 팀제 개편·정착 및 중앙·지방행정기관에 표준모델 제시',
      annualReport: true,
      memberIds: [w.personId('jung')],
    })
    await planned(taskCardId)
    await done(taskCardId, 0, '2005-02-28')
    await done(taskCardId, 1, '2005-03-24')
    const late = await getTaskCard(lee('2005-05-01'), { taskCardId })
    expect(late.standing).toMatchObject({ progress: 60, plannedProgress: 90, delayed: true, behind: true, daysLate: 1 })
    await done(taskCardId, 2, '2005-05-02')
    await done(taskCardId, 3, '2005-06-29')
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card.standing).toMatchObject({ progress: 100, plannedProgress: 100, delayed: false, daysLate: 0 })
    expect(
      card.phases.map(({ name, plannedWeight, completedDate, state, daysLate }) => [
        name,
        plannedWeight,
        completedDate,
        state,
        daysLate,
      ]),
    ).toEqual([
      ['계획수립', 20, '2005-02-28', 'done', 0],
      ['법령개정', 40, '2005-03-24', 'done', 0],
      ['팀제개편', 30, '2005-05-02', 'done-late', 2],
      ['확산 및 보급', 10, '2005-06-29', 'done', 0],
    ])
    expect(card.managedTask).toMatchObject({ id: managedTaskId, annualReport: true, cards: 1 })
    expect(card.members.map((person) => person.name)).toEqual(['정주무'])
    const facts = (await events('work.phase-completed')).map((row) => row.payload)
    expect(
      facts.map(({ dueDate, completedDate, inTime, sequence }) => [dueDate, completedDate, inTime, sequence]),
    ).toEqual([
      ['2005-02-28', '2005-02-28', true, 1],
      ['2005-03-25', '2005-03-24', true, 1],
      ['2005-04-30', '2005-05-02', false, 1],
      ['2005-08-30', '2005-06-29', true, 1],
    ])
    expect(facts[0]).toMatchObject({ taskCardId, unitId: w.unitId('innovation-team'), personId: w.personId('lee') })
    await w.t.expectAudit(w.system(), { action: 'task.complete-phase', subjectId: taskCardId })
    await w.t.expectAudit(w.system(), { action: 'task.save-plan', subjectId: taskCardId })
    const { rows } = await getTaskHistory(lee(), { taskCardId, area: 'plan' })
    expect(rows.map((row) => row.action)).toEqual([...Array(4).fill('phase-completed'), 'plan-registered'])
  })

  it('keeps a manual figure beside the computed one, with its reason', async () => {
    const { taskCardId } = await managed('진도변경')
    await expect(
      changeProgress(lee(), { taskCardId, planVersion: 0, percent: 40, reason: '실제 진도' }),
    ).rejects.toThrow('task.no-plan')
    await planned(taskCardId)
    const input = { taskCardId, planVersion: 1, percent: 40 }
    await expect(changeProgress(lee(), { ...input, reason: ' ' })).rejects.toThrow('input.too-short')
    await changeProgress(lee(), { ...input, reason: '자료 수집은 마침' })
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card.standing).toMatchObject({ progress: 0, manualProgress: 40 })
    expect(card.manual).toMatchObject({ percent: 40, reason: '자료 수집은 마침', by: { name: '이주무' } })
  })
})

describe('changing a plan', () => {
  it('needs a reason, keeps both plans in the history, and moves weight to the neighbour', async () => {
    const { taskCardId } = await managed('계획 변경')
    const phases = await planned(taskCardId)
    const draft = phases.map(({ id, name, activity, plannedWeight, dueDate }) => ({
      phaseId: id,
      name,
      activity,
      plannedWeight,
      dueDate,
    }))
    const later = draft.map((one, i) => (i === 3 ? { ...one, dueDate: '2005-09-30' } : one))
    await expect(savePlan(lee(), { taskCardId, planVersion: 1, phases: later })).rejects.toThrow('task.reason-needed')
    await savePlan(lee(), { taskCardId, planVersion: 1, phases: later, reason: '인쇄 일정' })
    const move = {
      taskCardId,
      planVersion: 2,
      fromPhaseId: phases[1]?.id ?? '',
      toPhaseId: phases[2]?.id ?? '',
      points: 5,
      reason: '조정',
    }
    await movePlanWeight(lee(), move)
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card.phases.map((phase) => phase.plannedWeight)).toEqual([20, 35, 35, 10])
    expect(card.phases[3]?.dueDate).toBe('2005-09-30')
    const { rows } = await getTaskHistory(lee(), { taskCardId, area: 'plan', limit: 2 })
    expect(rows.map(({ action, reason, actor }) => [action, reason, actor?.name])).toEqual([
      ['weight-moved', '조정', '이주무'],
      ['plan-changed', '인쇄 일정', '이주무'],
    ])
    expect(JSON.stringify(rows[1]?.before)).toContain('2005-08-30')
    expect(JSON.stringify(rows[1]?.after)).toContain('2005-09-30')
  })

  it('tells who was faster when two change it at once, and keeps the first', async () => {
    const { taskCardId } = await managed('동시 변경')
    const phases = await planned(taskCardId)
    const move = (points: number, to: number) => ({
      taskCardId,
      planVersion: 1,
      fromPhaseId: phases[0]?.id ?? '',
      toPhaseId: phases[to]?.id ?? '',
      points,
      reason: '조정',
    })
    const results = await Promise.allSettled([movePlanWeight(lee(), move(3, 1)), movePlanWeight(kim(), move(4, 2))])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const failure = results.find((one) => one.status === 'rejected')
    expect(failure?.reason).toMatchObject({
      code: 'task.changed-meanwhile',
      params: { at: '2005-10-04T01:00:00.000Z' },
    })
    expect(['이주무', '김팀장']).toContain(failure?.reason.params.who)
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card.phases.reduce((sum, phase) => sum + phase.plannedWeight, 0)).toBe(100)
    expect(card.planVersion).toBe(2)
  })

  it('opens a phase again with a reason; the next completion supersedes', async () => {
    const { taskCardId } = await managed('완료 취소')
    const phases = await planned(taskCardId)
    await done(taskCardId, 0, '2005-03-01')
    const phaseId = phases[0]?.id ?? ''
    await expect(
      reopenPhase(w.officer('jung'), { taskCardId, planVersion: 2, phaseId, reason: '오기' }),
    ).rejects.toThrow('policy.refused')
    await reopenPhase(kim(), { taskCardId, planVersion: 2, phaseId, reason: '오기' })
    await done(taskCardId, 0, '2005-02-27')
    const facts = (await events('work.phase-completed'))
      .map((row) => row.payload)
      .filter((fact) => fact.phaseId === phaseId)
    expect(facts.map(({ inTime, sequence }) => [inTime, sequence])).toEqual([
      [false, 1],
      [true, 2],
    ])
    const [reopened] = (await events('work.phase-reopened')).map((row) => row.payload)
    expect(reopened).toMatchObject({ phaseId, sequence: 1 })
    await expect(done(taskCardId, 1, '2005-10-05')).rejects.toThrow('task.date-in-future')
  })
})

describe('the header of a card', () => {
  it('is made once for one key, edited by its person in charge, and handed over with its history', async () => {
    const input = {
      name: '변화관리',
      year: 2005,
      unitTaskId: w.unitTaskId('T-2'),
      unitId: w.unitId('innovation-team'),
      ownerId: w.personId('lee'),
    }
    const first = await createTaskCard(lee(), { ...input, idempotencyKey: 'card-of-lee-1' })
    expect(await createTaskCard(lee(), { ...input, idempotencyKey: 'card-of-lee-1' })).toEqual(first)
    const { taskCardId } = first
    const change = {
      taskCardId,
      version: 1,
      name: '변화관리 추진',
      goal: '정착',
      background: '',
      fields: {},
      memberIds: [w.personId('park')],
    }
    await expect(editTaskCard(park(), change)).rejects.toThrow('policy.refused')
    await editTaskCard(lee(), change)
    await expect(editTaskCard(lee(), change)).rejects.toMatchObject({
      code: 'task.changed-meanwhile',
      params: { who: '이주무' },
    })
    await expect(editTaskCard(lee(), { ...change, version: 2, fields: { nothing: 'x' } })).rejects.toThrow(
      'task.field-unknown',
    )
    await expect(
      handOverTask(lee(), { taskCardId, version: 2, ownerId: w.personId('park'), reason: '전보' }),
    ).rejects.toThrow('task.person-not-in-unit')
    await handOverTask(lee(), { taskCardId, version: 2, ownerId: w.personId('jung'), reason: '전보' })
    await expect(editTaskCard(lee(), { ...change, version: 3 })).rejects.toThrow('policy.refused')
    await handOverTask(kim(), {
      taskCardId,
      version: 3,
      ownerId: w.personId('park'),
      unitId: w.unitId('audit-team'),
      reason: '이관',
    })
    const { rows, people, units } = await getTaskHistory(lee(), { taskCardId, area: 'header' })
    expect(rows.map((row) => row.action)).toEqual(['handed-over', 'handed-over', 'edited', 'created'])
    expect(people.map((person) => person.name)).toEqual(expect.arrayContaining(['이주무', '정주무', '박감사']))
    expect(units.map((unit) => unit.name.ko)).toEqual(expect.arrayContaining(['혁신팀', '감사팀']))
    await w.t.expectAudit(w.system(), { action: 'task.hand-over', subjectId: taskCardId })
  })

  it('refuses unknown units, people, unit tasks and objectives, and people of other units', async () => {
    await expect(managed('x', { unitId: NOBODY })).rejects.toThrow('policy.refused')
    await expect(managed('x', { unitTaskId: NOBODY })).rejects.toThrow('task.unit-task-unknown')
    await expect(managed('x', { ownerId: w.personId('park') })).rejects.toThrow('task.person-not-in-unit')
    await expect(managed('x', { memberIds: [NOBODY] })).rejects.toThrow('task.person-unknown')
    await expect(managed('x', { objectiveKey: 'no-such' })).rejects.toThrow('task.objective-unknown')
    const card = {
      name: 'x',
      year: 2005,
      unitTaskId: w.unitTaskId('T-1'),
      unitId: w.unitId('innovation-team'),
      ownerId: w.personId('lee'),
    }
    await expect(createTaskCard(park(), card)).rejects.toThrow('policy.refused')
    await expect(createManagedTask(lee(), card)).rejects.toThrow('policy.refused')
    await expect(createTaskCard(lee(), { ...card, year: undefined })).rejects.toThrow('task.year-needed')
  })

  it('is closed with a reason; closed, it only opens again', async () => {
    const { taskCardId } = await managed('종료')
    await planned(taskCardId)
    await closeTask(lee(), { taskCardId, version: 1, reason: '기능 이관' })
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card).toMatchObject({
      status: 'closed',
      closedOn: '2005-10-04',
      closeReason: '기능 이관',
      abilities: ['reopen'],
    })
    await expect(done(taskCardId, 0, '2005-03-01')).rejects.toThrow('task.closed')
    await reopenTask(kim(), { taskCardId, version: 2, reason: '다시 추진' })
    expect((await getTaskCard(lee(), { taskCardId })).abilities).toContain('complete-phase')
  })
})

describe('품질관리', () => {
  it('has the stages of the release; a stage is complete with every item answered', async () => {
    const { taskCardId, managedTaskId } = await managed('통합행정혁신시스템 구축', { qualityManaged: true })
    const view = await getTaskQuality(lee(), { taskCardId })
    expect(view.stages.map((stage) => stage.name.ko)).toEqual(
      (await getTaskSettings(lee())).qualityStages.map((stage) => stage.name.ko),
    )
    const [stage] = view.stages
    const stageId = stage?.id ?? ''
    const items = stage?.items.filter((item) => !item.heading).map((item) => item.number) ?? []
    await expect(completeQualityStage(lee(), { stageId, version: 1, completedDate: '2005-03-31' })).rejects.toThrow(
      'task.stage-unplanned',
    )
    await planQualityStage(lee(), {
      stageId,
      version: 1,
      dueDate: '2005-03-31',
      keyIssue: '기존전자문서시스템과 관계 정립',
    })
    await expect(planQualityStage(lee(), { stageId, version: 2, dueDate: '2005-04-30', keyIssue: '' })).rejects.toThrow(
      'task.reason-needed',
    )
    for (const itemNumber of items.slice(1)) {
      await answerQualityItem(w.officer('lee', { at: at('2005-03-30') }), {
        stageId,
        itemNumber,
        answer: '검토함',
        revision: 0,
      })
    }
    await expect(
      completeQualityStage(lee(), { stageId, version: 2, completedDate: '2005-03-31' }),
    ).rejects.toMatchObject({
      code: 'task.items-unanswered',
      params: { count: 1, items: items[0] },
    })
    const itemNumber = items[0] ?? ''
    await answerQualityItem(lee(), { stageId, itemNumber, answer: '전자문서시스템 이용률 80%', revision: 0 })
    await expect(
      answerQualityItem(kim(), { stageId, itemNumber, answer: '다른 답', revision: 0 }),
    ).rejects.toMatchObject({ code: 'task.answer-changed', params: { who: '이주무' } })
    await answerQualityItem(kim(), { stageId, itemNumber, answer: '최종 결재문서만 기록 관리', revision: 1 })
    const { rows } = await listQualityAnswers(lee(), { stageId, itemNumber })
    expect(rows.map((row) => [row.revision, row.by?.name])).toEqual([
      [2, '김팀장'],
      [1, '이주무'],
    ])
    await completeQualityStage(lee(), { stageId, version: 2, completedDate: '2005-03-31' })
    const after = (await getTaskQuality(lee(), { taskCardId })).stages[0]
    expect(after).toMatchObject({
      checkStatus: 'completed',
      completedDate: '2005-03-31',
      answered: items.length,
      asked: items.length,
    })
    const [fact] = (await events('work.quality-stage-checked')).map((row) => row.payload)
    expect(fact).toMatchObject({
      taskCardId,
      stageId,
      inTime: true,
      asked: items.length,
      answered: items.length,
      sequence: 1,
    })
    await expect(answerQualityItem(lee(), { stageId, itemNumber, answer: '또', revision: 2 })).rejects.toThrow(
      'task.stage-completed',
    )
    await reopenQualityStage(kim(), { stageId, version: 3, reason: '보완' })
    expect((await getTaskQuality(lee(), { taskCardId })).stages[0]?.checkStatus).toBe('in-progress')
    const { quality } = await monitorTasks(kim(), { year: 2005 })
    expect(quality).toMatchObject({ tasks: 1, cards: 1, begun: 1, notBegun: 0 })
    const edit = {
      managedTaskId,
      version: 1,
      name: '통합시스템',
      objectiveKey: null,
      annualReport: false,
      qualityManaged: false,
      reason: '제외',
    }
    await expect(editManagedTask(lee(), edit)).rejects.toThrow('policy.refused')
    await editManagedTask(kim(), edit)
    await expect(editManagedTask(kim(), edit)).rejects.toThrow('task.changed-meanwhile')
    expect(await getTaskQuality(lee(), { taskCardId })).toMatchObject({ managed: false })
  })
})

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
    const card = { name: '팀제 운영 민원', year: 2026, unitTaskId: w.unitTaskId('T-1') }
    const morning = { at: '2026-01-07T01:00:00Z' }
    const { taskCardId } = await createTaskCard(w.officer('kim', morning), {
      ...card,
      unitId: w.unitId('innovation-team'),
      ownerId: w.personId('kim'),
    })
    const filed = await filePetition(w.citizen('a'), { serviceKey: 'inquiry', title: '팀제', body: '사례' })
    await w.t.drain()
    const handler = filed.personId === w.personId('lee') ? 'lee' : 'jung'
    const reception = await listAchievements(w.officer(handler), { taskCardId, view: 'reception' })
    expect(reception.rows).toMatchObject([
      { kind: 'petition', subjectId: filed.petitionId, state: 'assigned', title: 'inquiry' },
    ])
    expect((await listAchievements(w.officer('yoon'), { taskCardId, view: 'reception' })).rows).toEqual([])
    await answerPetition(w.officer(handler), { petitionId: filed.petitionId, body: '답변' })
    const stars = { promptness: 5, kindness: 4, attitude: 5, overall: 4 }
    await ratePetition(w.citizen('a'), { petitionId: filed.petitionId, ...stars })
    const second = await filePetition(w.citizen('a'), { serviceKey: 'inquiry', title: '또', body: '문의' })
    await w.t.drain()
    expect(await getTaskCustomers(w.officer('kim'), { taskCardId })).toMatchObject({
      petitions: { total: 2, open: 1, closed: 1 },
      satisfaction: { mean: 4, ratings: 1 },
    })
    await transferPetition(w.officer('kim'), {
      petitionId: second.petitionId,
      unitId: w.unitId('law-team'),
      reason: '소관',
    })
    await w.t.drain()
    expect((await getTaskCustomers(w.officer('kim'), { taskCardId })).petitions.total).toBe(1)
    await expect(
      tiePetition(w.officer('kim'), { taskCardId, petitionId: second.petitionId, tied: true }),
    ).rejects.toThrow('task.petition-not-found')
    const other = {
      name: '다른 카드',
      year: 2026,
      unitTaskId: w.unitTaskId('T-2'),
      unitId: w.unitId('innovation-team'),
      ownerId: w.personId('kim'),
    }
    const hand = await createTaskCard(w.officer('kim', morning), other)
    await tiePetition(w.officer('kim'), { taskCardId: hand.taskCardId, petitionId: filed.petitionId, tied: true })
    expect((await listTieablePetitions(w.officer('kim'), { taskCardId: hand.taskCardId })).rows).toMatchObject([
      { petitionId: filed.petitionId, tied: true },
    ])
    await tiePetition(w.officer('kim'), { taskCardId, petitionId: filed.petitionId, tied: false })
    expect((await getTaskCustomers(w.officer('kim'), { taskCardId })).petitions.total).toBe(0)
    expect((await getTaskCustomers(w.officer('kim'), hand)).petitions.total).toBe(1)
    // A card opened later takes what waits without one.
    const law = await createTaskCard(w.officer('choi', morning), {
      ...card,
      unitId: w.unitId('innovation-team'),
      ownerId: w.personId('kim'),
    })
    expect((await getTaskCustomers(w.officer('kim'), law)).petitions.total).toBe(0)
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
    await expect(getTaskCard(w.citizen('a'), { taskCardId })).rejects.toThrow('task.not-found')
    expect((await listManagedTasks(kim(), { year: 2005, search: '우리' })).rows).toMatchObject([
      { id: managedTaskId, cards: 1 },
    ])
    expect((await getManagedTask(park(), { managedTaskId })).cards).toMatchObject([{ id: taskCardId, behind: false }])
  })
})
