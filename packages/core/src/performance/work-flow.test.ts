import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ctx, fixedClock, newId } from '../kernel/index.ts'
import { createDocument, getDocument, processDocument, saveDocument, submitDocument } from '../work/index.ts'
import { completePhase, getTaskCard, markTask, reopenPhase, savePlan } from '../work/task/index.ts'
import { type TaskWorld, taskCast, taskWorld } from '../work/task/testing.ts'
import { explainScore, getStrategyMap, performanceSubscribers, settleOverdue, verifyScores } from './index.ts'
import { strategyMapOutput } from './schemas.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await taskWorld(performanceSubscribers)
}, 60_000)
afterAll(() => w.t.close())

const { kim, lee, park, managed, planned, done } = taskCast(() => w)

/** Someone who may see all scores, of another unit than the records. */
function manager(day?: string): Ctx {
  const ctx = park(day)
  return { ...ctx, actor: { ...ctx.actor, roles: ['performance-manager'] } as Ctx['actor'] }
}

const night = (at: string): Ctx => ({ ...w.system(), clock: fixedClock(at) })

const indicatorAt = async (ctx: Ctx, key: string, periodKey: string) => {
  const map = await getStrategyMap(ctx, { unitId: w.unitId('innovation-team'), periodKey })
  const all = map.perspectives.flatMap((one) => one.objectives.flatMap((objective) => objective.indicators))
  const { score, count } = all.find((one) => one.key === key) ?? {}
  return { score, count }
}

describe('from the approver’s grade to the strategy map', () => {
  it('moves the score of the drafter’s team in one flow, and leads back to the document only for its readers', async () => {
    const opened = await createDocument(lee('2005-08-22'), { kindKey: 'report', title: '팀제 매뉴얼 제작·보급 계획' })
    const saved = await saveDocument(lee('2005-08-22'), {
      documentId: opened.documentId,
      version: opened.version,
      fields: { 'report-type': 'issue' },
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '보고합니다.' }] }] },
      route: [{ role: 'approve', personId: w.personId('kim'), order: 1 }],
    })
    const submitted = await submitDocument(lee('2005-08-22'), {
      documentId: opened.documentId,
      version: saved.version,
    })
    const approved = await processDocument(kim('2005-08-23'), {
      documentId: opened.documentId,
      routeVersion: submitted.routeVersion,
      actionType: 'report',
      grade: 'B',
    })
    expect(approved.state).toBe('approved')
    await w.t.drain()
    // B is 70 of 85 points.
    expect(await indicatorAt(lee(), 'report-quality', '2005-08')).toEqual({ score: '82.352941', count: 1 })
    const ask = { unitId: w.unitId('innovation-team'), nodeKey: 'indicator:report-quality', periodKey: '2005-08' }
    const why = await explainScore(lee(), ask)
    expect(why).toMatchObject({ agrees: true, recomputed: '82.352941' })
    expect(why.evidence?.lines).toEqual([
      expect.objectContaining({
        subjectType: 'document',
        value: '70.000000',
        record: {
          kind: 'document',
          id: opened.documentId,
          number: approved.number,
          title: '팀제 매뉴얼 제작·보급 계획',
          part: null,
        },
      }),
    ])
    await expect(getDocument(manager(), { documentId: opened.documentId })).rejects.toMatchObject({ kind: 'not-found' })
    const outside = await explainScore(manager(), ask)
    expect(outside.evidence?.lines.map(({ value, record }) => [value, record])).toEqual([['70.000000', null]])
  })
})

describe('from a plan to the strategy map', () => {
  it('counts phases as they are done, late ones 0, and takes back what is reopened', async () => {
    const { taskCardId } = await managed('혁신적 책임행정조직 구현', { objectiveKey: 'core-policy' })
    await planned(taskCardId)
    await done(taskCardId, 0, '2005-02-28')
    await done(taskCardId, 2, '2005-05-02')
    await w.t.drain()
    expect(await indicatorAt(lee(), 'task-progress', '2005-02')).toEqual({ score: '100.000000', count: 1 })
    expect(await indicatorAt(lee(), 'task-progress', '2005-05')).toEqual({ score: '0.000000', count: 1 })
    const { phases, planVersion } = await getTaskCard(lee(), { taskCardId })
    const phaseId = phases[0]?.id ?? ''
    await reopenPhase(lee(), { taskCardId, planVersion, phaseId, reason: '다시 검토' })
    await w.t.drain()
    expect(await indicatorAt(lee(), 'task-progress', '2005-02')).toEqual({ score: null, count: 0 })
    const why = await explainScore(lee(), {
      unitId: w.unitId('innovation-team'),
      nodeKey: 'indicator:task-progress',
      periodKey: '2005-05',
    })
    expect(why.evidence?.lines[0]?.record).toEqual({
      kind: 'task',
      id: taskCardId,
      number: null,
      title: '혁신적 책임행정조직 구현',
      part: { ko: '팀제개편', en: '팀제개편' },
    })
  })

  it('counts what is overdue each night once, and told late as kept', async () => {
    const { taskCardId } = await managed('부처 확산', { objectiveKey: 'core-policy' })
    const phases = [
      { name: '계획', activity: '', plannedWeight: 40, dueDate: '2005-06-10' },
      { name: '시행', activity: '', plannedWeight: 60, dueDate: '2005-07-20' },
    ]
    await savePlan(lee('2005-06-01'), { taskCardId, planVersion: 0, phases })
    await settleOverdue(night('2005-06-11T01:00:00Z'))
    expect(await settleOverdue(night('2005-06-12T01:00:00Z'))).toEqual({ settled: 0 })
    expect(await indicatorAt(lee(), 'task-progress', '2005-06')).toMatchObject({ score: '0.000000' })
    const before = await indicatorAt(lee(), 'task-progress', '2005-06')
    const card = await getTaskCard(lee('2005-06-13'), { taskCardId })
    await completePhase(lee('2005-06-13'), {
      taskCardId,
      planVersion: card.planVersion,
      phaseId: card.phases[0]?.id ?? '',
      completedDate: '2005-06-10',
    })
    await w.t.drain()
    expect(await indicatorAt(lee(), 'task-progress', '2005-06')).toEqual({
      score: expect.any(String),
      count: before.count,
    })
    expect(Number((await indicatorAt(lee(), 'task-progress', '2005-06')).score)).toBeGreaterThan(0)
    expect(await settleOverdue(night('2005-07-21T01:00:00Z'))).toEqual({ settled: 1 })
    expect(await indicatorAt(lee(), 'task-progress', '2005-07')).toEqual({ score: '0.000000', count: 1 })
    expect(await verifyScores(manager(), {})).toMatchObject({ equal: true })
  })

  it('shows managed tasks on the objectives they serve: on track or not, watched, of the unit and those below', async () => {
    const { taskCardId } = await managed('통합행정혁신시스템 구축', { objectiveKey: 'policy-quality' })
    await markTask(kim(), { taskCardId, mark: 'watch', reason: '매주 점검' })
    const map = await getStrategyMap(lee(), { unitId: w.unitId('innovation-team'), periodKey: '2005-10' })
    expect(strategyMapOutput.safeParse(map).success).toBe(true)
    const tasks = Object.fromEntries(
      map.perspectives.flatMap((one) => one.objectives.map(({ key, tasks: on }) => [key, on] as const)),
    )
    expect(tasks['policy-quality']).toEqual([
      {
        taskCardId,
        name: '통합행정혁신시스템 구축',
        unitName: expect.objectContaining({ ko: '혁신팀' }),
        state: 'on-track',
        flagged: false,
        watched: true,
      },
    ])
    expect(tasks['core-policy']?.map(({ name, state }) => [name, state])).toEqual([
      ['부처 확산', 'delayed'],
      ['혁신적 책임행정조직 구현', 'delayed'],
    ])
    const elsewhere = await getStrategyMap(manager(), { unitId: w.unitId('audit-team'), periodKey: '2005-10' })
    expect(elsewhere.perspectives.flatMap((one) => one.objectives.flatMap((objective) => objective.tasks))).toEqual([])
    await w.t.drain()
    const told = await w.t.admin`select payload from outbox where type = 'performance.map-changed'`
    expect(told.flatMap((row) => row.payload.taskCardIds)).toContain(taskCardId)
  })

  it('finds nothing to open for what is unknown', async () => {
    const ask = { unitId: newId(), nodeKey: 'indicator:task-progress' }
    await expect(explainScore(lee(), ask)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
