import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { emit, withTenant } from '../platform/index.ts'
import {
  directiveClosed,
  documentApproved,
  phaseCompleted,
  phaseReopened,
  qualityStageChecked,
  qualityStageReopened,
} from '../work/index.ts'
import { overdueFact } from './domain/promise.ts'
import type { Indicator } from './fragment.ts'
import { explainScore, getStrategyMap, listScores, settleOverdue, verifyScores } from './index.ts'
import { recordFacts } from './record-facts.ts'
import { explainScoreOutput } from './schemas.ts'
import { type PerformanceFixture, performanceFixture, samplePart } from './testing/fixture.ts'

const both = (text: string) => ({ ko: text, en: text })
const indicator = (key: string, source: Indicator['source'], rule: string, weight: number): Indicator => ({
  key,
  objective: 'work-well',
  name: both(key),
  unit: both('점'),
  direction: 'up',
  weight,
  cycle: 'month',
  source,
  rule,
  target: 85,
})
const part = samplePart({
  objectives: [
    { key: 'satisfied', perspective: 'customer', name: both('만족'), weight: 100 },
    { key: 'work-well', perspective: 'work', name: both('업무'), weight: 100 },
  ],
  links: [],
  indicators: [
    indicator('grades', 'document-grade', 'clamp(ratio(mean, target) * 100.0, 0.0, 100.0)', 40),
    indicator('phases', 'phase-compliance', 'mean * 100.0', 20),
    indicator('checks', 'quality-check', 'mean * 100.0', 20),
    indicator('directives', 'directive-compliance', 'mean * 100.0', 20),
  ],
})

type Emitted = Parameters<typeof emit>[1]
let f: PerformanceFixture
beforeAll(async () => {
  f = await performanceFixture(part)
})
afterAll(() => f.t.close())

async function happens(...events: Emitted[]): Promise<void> {
  await withTenant(f.t.ctx('mogaha'), async (tx) => {
    for (const event of events) await emit(tx, event)
  })
  await f.t.drain()
}

const approved = (documentId: string, grade: 'S' | 'A' | 'B' | 'C' | null, points: number | null, at: string) =>
  documentApproved.of({
    documentId,
    kind: 'report',
    unitId: f.unit('t1'),
    personId: f.person,
    approvedById: f.person,
    grade,
    points,
    approvedAt: at,
    dispatched: false,
  })

const phase = (phaseId: string, dueDate: string, completedDate: string, sequence = 1) =>
  phaseCompleted.of({
    taskCardId: newId(),
    phaseId,
    unitId: f.unit('t1'),
    personId: f.person,
    dueDate,
    completedDate,
    inTime: completedDate <= dueDate,
    sequence,
  })

async function scoreOf(key: string, periodKey: string) {
  const { perspectives } = await getStrategyMap(f.as(), { unitId: f.unit('t1'), periodKey })
  const all = perspectives.flatMap((one) => one.objectives.flatMap((objective) => objective.indicators))
  const { score, count, mean } = all.find((one) => one.key === key) ?? {}
  return { score, count, mean }
}

describe('grades of documents', () => {
  it('move the score of the drafter’s unit in the same flow, up to the agency', async () => {
    const [first, second, plain] = [newId(), newId(), newId()]
    await happens(approved(first, 'S', 100, '2026-11-03T10:00:00+09:00'))
    expect(await scoreOf('grades', '2026-11')).toEqual({ score: '100.000000', count: 1, mean: '100.000000' })
    await happens(
      approved(second, 'C', 50, '2026-11-04T10:00:00+09:00'),
      approved(plain, null, null, '2026-11-04T10:00:00+09:00'),
    )
    // 75 ÷ 85: the document without a grade is no evidence.
    expect(await scoreOf('grades', '2026-11')).toEqual({ score: '88.235294', count: 2, mean: '75.000000' })
    const why = await explainScore(f.as(), {
      unitId: f.unit('agency'),
      nodeKey: 'indicator:grades',
      periodKey: '2026-11',
    })
    expect(why).toMatchObject({ agrees: true, recomputed: '88.235294' })
    expect(why.evidence?.lines.map(({ subjectType, subjectId, value }) => [subjectType, subjectId, value])).toEqual([
      ['document', second, '50.000000'],
      ['document', first, '100.000000'],
    ])
    expect(explainScoreOutput.safeParse(why).success).toBe(true)
  })

  it('never count twice: a second delivery changes nothing', async () => {
    const before = await scoreOf('grades', '2026-11')
    const again = newId()
    await happens(approved(again, 'A', 85, '2026-10-05T10:00:00+09:00'))
    await happens(approved(again, 'A', 85, '2026-10-05T10:00:00+09:00'))
    expect(await scoreOf('grades', '2026-10')).toMatchObject({ count: 1, score: '100.000000' })
    expect(await scoreOf('grades', '2026-11')).toEqual(before)
  })
})

describe('phases of plans', () => {
  it('count 1 in time and 0 late, late in the month the due day passed', async () => {
    // The plan of 2005: 28 February, 24 March and 29 June in time, 2 May two days late.
    await happens(
      phase(newId(), '2005-02-28', '2005-02-28'),
      phase(newId(), '2005-03-25', '2005-03-24'),
      phase(newId(), '2005-04-30', '2005-05-02'),
      phase(newId(), '2005-08-30', '2005-06-29'),
    )
    for (const [month, score] of [
      ['2005-02', '100.000000'],
      ['2005-03', '100.000000'],
      ['2005-05', '0.000000'],
      ['2005-06', '100.000000'],
    ] as const) {
      expect(await scoreOf('phases', month)).toMatchObject({ score, count: 1 })
    }
  })

  it('are taken back by reopening, and count again when done again', async () => {
    const id = newId()
    await happens(phase(id, '2026-09-10', '2026-09-08'))
    expect(await scoreOf('phases', '2026-09')).toMatchObject({ score: '100.000000', count: 1 })
    const taskCardId = newId()
    await happens(phaseReopened.of({ taskCardId, phaseId: id, unitId: f.unit('t1'), sequence: 1 }))
    expect(await scoreOf('phases', '2026-09')).toMatchObject({ score: null, count: 0 })
    await happens(phase(id, '2026-09-10', '2026-09-12', 2))
    expect(await scoreOf('phases', '2026-09')).toMatchObject({ score: '0.000000', count: 1 })
  })
})

describe('quality checks and directives', () => {
  it('count the share answered in time; a reopened check no more', async () => {
    const stage = { taskCardId: newId(), stageKey: 'formation', stageId: newId(), unitId: f.unit('t1') }
    const checked = { ...stage, personId: f.person, dueDate: '2026-08-31', asked: 8, sequence: 1 }
    await happens(
      qualityStageChecked.of({ ...checked, answered: 6, inTime: true, completedDate: '2026-08-20' }),
      qualityStageChecked.of({ ...checked, stageId: newId(), answered: 8, inTime: false, completedDate: '2026-09-20' }),
    )
    expect(await scoreOf('checks', '2026-08')).toMatchObject({ score: '75.000000', count: 1 })
    expect(await scoreOf('checks', '2026-09')).toMatchObject({ score: '0.000000', count: 1 })
    await happens(qualityStageReopened.of({ ...stage, sequence: 1 }))
    expect(await scoreOf('checks', '2026-08')).toMatchObject({ score: null, count: 0 })
  })

  it('count a directive once, for the unit it was given to', async () => {
    const directive = { directiveId: newId(), documentId: newId(), unitId: f.unit('t2'), personId: f.person }
    await happens(
      directiveClosed.of({ ...directive, dueDate: '2026-07-10', closedDate: '2026-07-09', inTime: true, sequence: 1 }),
      directiveClosed.of({
        ...directive,
        directiveId: newId(),
        dueDate: null,
        closedDate: '2026-07-20',
        inTime: true,
        sequence: 1,
      }),
    )
    const { perspectives } = await getStrategyMap(f.as(), { unitId: f.unit('t2'), periodKey: '2026-07' })
    const own = perspectives.flatMap((one) => one.objectives).find((one) => one.key === 'work-well')
    expect(own?.indicators.find((one) => one.key === 'directives')).toMatchObject({ score: '100.000000', count: 2 })
    expect(own?.tasks).toEqual([])
  })
})

describe('promises in any order', () => {
  const dues = ['2004-01-10', '2004-01-20', '2004-02-10'] as const
  const step = fc.record({
    subject: fc.nat({ max: 2 }),
    is: fc.constantFrom('kept' as const, 'late' as const, 'reopened' as const, 'overdue' as const),
    sequence: fc.integer({ min: 1, max: 2 }),
  })

  /** Tells steps of three phases of a unit; each doing is told one way only, as it happens once. */
  async function tell(team: string, steps: readonly { subject: number; is: string; sequence: number }[], year: number) {
    const ids = dues.map(() => newId())
    for (const { subject, is, sequence } of steps) {
      const dueDate = (dues[subject] ?? '').replace('2004', String(year))
      const phaseId = ids[subject] ?? ''
      const unitId = f.unit(team)
      const said = { taskCardId: newId(), phaseId, unitId, sequence }
      if (is === 'overdue') {
        const due = {
          source: 'phase-compliance',
          subjectId: phaseId,
          sequence,
          unitId,
          personId: null,
          key: 'phase',
        } as const
        await withTenant(f.t.workerCtx('mogaha'), (tx) => recordFacts(tx, [overdueFact({ ...due, dueDate })]))
      } else if (is === 'reopened') await happens(phaseReopened.of(said))
      else {
        const completedDate = is === 'kept' ? dueDate : `${year}-03-01`
        const done = { ...said, personId: null, dueDate, completedDate, inTime: is === 'kept' }
        await happens(phaseCompleted.of(done), phaseCompleted.of(done))
      }
    }
  }

  it('give the same score in any order and told twice, and equal a computation from zero', async () => {
    let year = 1990
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(step, { selector: doing, maxLength: 8 }), fc.integer(), async (steps, seed) => {
        year += 1
        await tell('t1', steps, year)
        await tell('t3', shuffled(steps, seed), year)
        for (const month of ['01', '02']) {
          const periodKey = `${year}-${month}`
          const scores = await listScores(f.as(), { periodKey }).catch(() => [])
          const of = (team: string) => scores.find((one) => one.id === f.unit(team))?.score ?? null
          expect(of('t1')).toBe(of('t3'))
          if (scores.length > 0) expect(await verifyScores(f.as(), { periodKey })).toMatchObject({ equal: true })
        }
      }),
      { numRuns: process.env.HARMONY_LONG ? 200 : 4, seed: 2005 },
    )
  })
})

/** Kept and late are two ways to tell of one doing. */
function doing({ subject, is, sequence }: { subject: number; is: string; sequence: number }): string {
  return `${subject}|${is === 'late' ? 'kept' : is}|${sequence}`
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  return all
    .map((one, i) => ({ one, at: Math.sin(seed + i * 9301) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

describe('what all of this leaves', () => {
  it('equals a computation from zero, month by month', async () => {
    const { equal, periods } = await verifyScores(f.as(), {})
    expect({ equal, months: periods.length >= 8 }).toEqual({ equal: true, months: true })
  })

  it('is refused to who may not settle, and has nothing to settle without overdue work', async () => {
    const officer = f.officer({ roles: [] })
    await expect(settleOverdue(f.as(officer))).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await settleOverdue(f.as())).toEqual({ settled: 0 })
  })
})
