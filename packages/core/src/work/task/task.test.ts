import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsOn, type Given } from './acts.fixture.ts'
import {
  answerQualityItem,
  changeProgress,
  closeTask,
  completeQualityStage,
  createManagedTask,
  createTaskCard,
  editManagedTask,
  editTaskCard,
  getTaskCard,
  getTaskHistory,
  getTaskQuality,
  getTaskSettings,
  handOverTask,
  listQualityAnswers,
  monitorTasks,
  movePlanWeight,
  planQualityStage,
  reopenPhase,
  reopenQualityStage,
  reopenTask,
  savePlan,
} from './index.ts'
import { type TaskWorld, taskCast, taskWorld } from './testing.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await taskWorld()
}, 60_000)
afterAll(() => w.t.close())

const { at, kim, lee, park, managed, planned, done, events } = taskCast(() => w)
const NOBODY = '0198f0aa-0000-7000-8000-000000000000'

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

  it('lifts the manual figure when the last phase is done, not before, with a line of its own', async () => {
    const { taskCardId } = await managed('진도변경 해제')
    const phases = await planned(taskCardId)
    await changeProgress(lee(), { taskCardId, planVersion: 1, percent: 93, reason: '보급만 남음' })
    for (const i of [0, 1, 2]) await done(taskCardId, i, '2005-05-02')
    expect((await getTaskCard(lee(), { taskCardId })).standing).toMatchObject({ progress: 90, manualProgress: 93 })
    const { planVersion } = await done(taskCardId, 3, '2005-06-29')
    const card = await getTaskCard(lee(), { taskCardId })
    expect(card).toMatchObject({ planVersion, manual: null, standing: { progress: 100, manualProgress: null } })
    const { rows } = await getTaskHistory(lee(), { taskCardId, area: 'plan' })
    expect(rows.slice(0, 2)).toMatchObject([
      {
        action: 'progress-changed',
        before: { percent: 93, computed: 90 },
        after: { percent: null, computed: 100 },
        reason: '모든 진행단계가 완료되어 진도변경을 해제함',
      },
      { action: 'phase-completed', subjectId: phases[3]?.id, reason: null },
    ])
    await w.t.expectAudit(w.system(), { action: 'task.change-progress', subjectId: taskCardId })
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

describe('every act', () => {
  it('is refused to who has no part in it, hidden from another agency, and audited', async () => {
    const { taskCardId, managedTaskId } = await managed('권한', { qualityManaged: true })
    const [stage] = (await getTaskQuality(kim(), { taskCardId })).stages
    const stageId = stage?.id ?? ''
    const items = stage?.items.filter((item) => !item.heading).map((item) => item.number) ?? []
    const given: Given = { taskCardId, managedTaskId, stageId, items, phases: ['', ''], publicityId: '', groupId: '' }
    const acts = actsOn(given, w.personId('jung'))
    const there = w.officer('kim', { slug: 'gangnam', at: at('2005-10-04') })
    for (const [action, act] of acts) {
      await expect(act(w.officer('yoon', { at: at('2005-10-04') })), action).rejects.toThrow('policy.refused')
      await expect(act(there), action).rejects.toThrow(/^(task|policy)\.\S*not-found$/)
      await act(kim())
      if (action === 'task.save-plan')
        given.phases = (await getTaskCard(kim(), { taskCardId })).phases.map((phase) => phase.id)
      const subjectId = action.startsWith('managed') ? managedTaskId : taskCardId
      const subjectType = action.split('.')[0] ?? ''
      await w.t.expectAudit(w.system(), { action, subjectType, subjectId })
    }
  })
})
