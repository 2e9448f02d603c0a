import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFields, type FieldType } from './card-fields.ts'
import { addDays } from './day.ts'
import { monitorLines, onTrackRate, unitsUnder } from './monitor.ts'
import {
  completePhaseOn,
  daysLateOf,
  moveWeight,
  openPhaseAgain,
  type Phase,
  phaseState,
  planStanding,
  rewritePlan,
} from './plan.ts'
import { askedItems, completeStage, type QualityStageState } from './quality.ts'
import { weekOf } from './week.ts'

const phase = (id: string, plannedWeight: number, dueDate: string, completedDate: string | null): Phase => ({
  id,
  name: id,
  activity: '',
  plannedWeight,
  dueDate,
  completedDate,
  completedBy: null,
  sequence: completedDate === null ? 0 : 1,
})

/** 혁신적 책임행정조직 구현, as the document of 2005 has it. */
const SEED = [
  phase('계획수립', 20, '2005-02-28', '2005-02-28'),
  phase('법령개정', 40, '2005-03-25', '2005-03-24'),
  phase('팀제개편', 30, '2005-04-30', '2005-05-02'),
  phase('확산 및 보급', 10, '2005-08-30', '2005-06-29'),
]
let made = 0
const newId = () => `new-${++made}`

describe('the plan of 2005', () => {
  it.each([
    ['2005-02-27', 0, 0, false, 0],
    ['2005-02-28', 20, 20, false, 0],
    ['2005-03-24', 60, 20, false, 0],
    ['2005-04-30', 60, 90, false, 0],
    ['2005-05-01', 60, 90, true, 1],
    ['2005-05-02', 90, 90, false, 0],
    ['2005-08-22', 100, 90, false, 0],
    ['2005-12-31', 100, 100, false, 0],
  ])('stands on %s at %i %% of %i %% planned', (day, progress, plannedProgress, delayed, daysLate) => {
    expect(planStanding(SEED, day)).toEqual({ progress, plannedProgress, delayed, daysLate })
  })

  it('shows 팀제개편 as done two days late, the others in time', () => {
    expect(SEED.map((one) => phaseState(one, '2005-10-01'))).toEqual(['done', 'done', 'done-late', 'done'])
    expect(SEED.map((one) => daysLateOf(one, '2005-10-01'))).toEqual([0, 0, 2, 0])
  })

  it('has no progress without phases, which is not zero', () => {
    expect(planStanding([], '2005-10-01')).toEqual({
      progress: null,
      plannedProgress: null,
      delayed: false,
      daysLate: 0,
    })
  })
})

describe('writing a plan', () => {
  const draft = (plannedWeight: number, phaseId?: string) => {
    const old = SEED.find((one) => one.id === phaseId)
    return { phaseId, name: old?.name ?? '새 단계', activity: '', plannedWeight, dueDate: old?.dueDate ?? '2005-12-01' }
  }

  it('refuses weights that do not make 100', () => {
    expect(() => rewritePlan([], [draft(60), draft(39)], newId)).toThrow('task.weights-not-100')
  })
  it('keeps what is done where it is, in the order given', () => {
    const open = SEED.map((one, i) => (i > 1 ? { ...one, completedDate: null } : one))
    const after = rewritePlan(
      open,
      [draft(30, '팀제개편'), draft(20, '계획수립'), draft(40, '법령개정'), draft(10)],
      newId,
    )
    expect(after.map((one) => [one.name, one.completedDate])).toEqual([
      ['팀제개편', null],
      ['계획수립', '2005-02-28'],
      ['법령개정', '2005-03-24'],
      ['새 단계', null],
    ])
  })
  it('lets no phase that is done vanish or get another date', () => {
    expect(() => rewritePlan(SEED, [draft(100)], newId)).toThrow('task.phase-done')
    const moved = SEED.map((one) => ({ ...draft(one.plannedWeight, one.id), dueDate: '2005-12-31' }))
    expect(() => rewritePlan(SEED, moved, newId)).toThrow('task.phase-done')
  })
  it('knows no phase of another card, nor one twice', () => {
    expect(() => rewritePlan(SEED, [draft(100, 'other')], newId)).toThrow('task.phase-unknown')
    expect(() => rewritePlan(SEED, [draft(50, '계획수립'), draft(50, '계획수립')], newId)).toThrow('task.phase-unknown')
  })
  it('moves weight between neighbours and keeps the sum, whatever is dragged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 60 })), { maxLength: 20 }),
        (moves) => {
          let plan = [...SEED]
          for (const [from, to, points] of moves) {
            try {
              plan = moveWeight(plan, plan[from]?.id ?? '', plan[to]?.id ?? '', points)
            } catch (error) {
              expect(String(error)).toMatch(/task\.(weight-too-small|phase-unknown)/)
            }
          }
          expect(plan.reduce((sum, one) => sum + one.plannedWeight, 0)).toBe(100)
          expect(plan.every((one) => one.plannedWeight >= 1)).toBe(true)
        },
      ),
    )
  })
  it('completes a phase up to today, once, and opens it again', () => {
    const [first] = SEED
    const open = [{ ...(first ?? phase('x', 100, '2005-01-01', null)), completedDate: null, sequence: 0 }]
    const act = { completedDate: '2005-03-02', today: '2005-03-02', by: null }
    const { phases, inTime, phase: done } = completePhaseOn(open, '계획수립', act)
    expect([inTime, done.sequence]).toEqual([false, 1])
    expect(() => completePhaseOn(phases, '계획수립', act)).toThrow('task.phase-done')
    expect(() => completePhaseOn(open, '계획수립', { ...act, today: '2005-03-01' })).toThrow('task.date-in-future')
    const again = openPhaseAgain(phases, '계획수립')
    expect(again.phase).toMatchObject({ completedDate: null, sequence: 1 })
    expect(() => openPhaseAgain(again.phases, '계획수립')).toThrow('task.phase-open')
    const { phase: second } = completePhaseOn(again.phases, '계획수립', { ...act, completedDate: '2005-02-27' })
    expect(second.sequence).toBe(2)
  })
})

describe('weeks', () => {
  it.each([
    ['2005-08-22', '2005년 8월 4주차'],
    ['2005-08-28', '2005년 8월 4주차'],
    ['2005-08-29', '2005년 9월 1주차'],
    ['2005-09-01', '2005년 9월 1주차'],
    ['2005-08-01', '2005년 8월 1주차'],
    ['2005-05-01', '2005년 4월 4주차'],
    ['2004-12-31', '2004년 12월 5주차'],
    ['2005-01-02', '2004년 12월 5주차'],
    ['2026-11-22', '2026년 11월 3주차'],
  ])('%s lies in %s', (day, label) => {
    expect(weekOf(day).label.ko).toBe(label)
  })
  it('run from Monday to Sunday and follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = addDays('1990-01-01', n)
        const week = weekOf(day)
        expect(week.from <= day && day <= week.to && addDays(week.from, 6) === week.to).toBe(true)
        const next = weekOf(addDays(week.to, 1))
        expect(next.week === week.week + 1 || next.week === 1).toBe(true)
        expect(next.month === week.month || next.week === 1).toBe(true)
      }),
    )
  })
})

describe('정상추진률', () => {
  it.each([
    [2, 13, 15],
    [3, 14, 21],
    [1, 5, 20],
    [0, 24, 0],
    [0, 0, 0],
    [3, 3, 100],
    [1, 8, 13],
  ])('%i of %i is %i %%', (onTrack, total, rate) => {
    expect(onTrackRate(onTrack, total)).toBe(rate)
  })
  it('adds up by bureau exactly what stands in its units', () => {
    const tree = fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }).map((parents) =>
      ['root', ...parents.map((_, i) => `u${i}`)].map((id, i) => {
        const parent = i === 0 ? null : (['root', ...parents.map((_, j) => `u${j}`)][(parents[i - 1] ?? 0) % i] ?? null)
        return { id, parentId: parent }
      }),
    )
    const cards = fc.array(fc.tuple(fc.nat(12), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(tree, cards, (units, placed) => {
        const at = (n: number) => units[n]?.id ?? 'gone'
        const counts = placed.map(([n, late]) => ({ unitId: at(n), total: 1, delayed: late ? 1 : 0 }))
        const lines = monitorLines(units, 'root', counts)
        for (const line of lines) {
          const under = line.unitId === 'root' ? ['root', 'gone'] : unitsUnder(units, line.unitId)
          const here = placed.filter(([n]) => under.includes(at(n)))
          const late = here.filter(([, isLate]) => isLate).length
          expect([line.total, line.delayed]).toEqual([here.length, late])
          expect(line.onTrackRate).toBe(here.length === 0 ? 0 : Math.round(((here.length - late) / here.length) * 100))
        }
        expect(lines.reduce((sum, line) => sum + line.total, 0)).toBe(placed.length)
      }),
    )
  })
})

describe('a quality stage', () => {
  const stage: QualityStageState = {
    id: 's',
    key: 'forming',
    dueDate: '2005-03-31',
    completedDate: null,
    keyIssue: '',
    sequence: 0,
  }
  const items = [{ number: '1', heading: true }, { number: '1.1.1' }, { number: '1.2.1' }]
  const act = { completedDate: '2005-03-31', today: '2005-04-01' }

  it('is complete only with every item answered; headings are not asked', () => {
    expect(askedItems(items)).toEqual(['1.1.1', '1.2.1'])
    expect(() => completeStage(stage, items, { ...act, answered: new Set(['1.1.1']) })).toThrow('task.items-unanswered')
    const done = completeStage(stage, items, { ...act, answered: new Set(['1.1.1', '1.2.1']) })
    expect(done).toMatchObject({ asked: 2, inTime: true, stage: { completedDate: '2005-03-31', sequence: 1 } })
    expect(() => completeStage(done.stage, items, { ...act, answered: new Set() })).toThrow('task.stage-completed')
    expect(() => completeStage({ ...stage, dueDate: null }, items, { ...act, answered: new Set() })).toThrow(
      'task.stage-unplanned',
    )
  })
})

describe('fields of the release', () => {
  const name = { ko: '근거', en: 'Ground' }
  const types: FieldType[] = [
    { key: 'ground', name, type: 'text', required: true },
    {
      key: 'kind',
      name,
      type: 'choice',
      required: false,
      choices: [
        { key: 'a', name },
        { key: 'b', name },
      ],
    },
    { key: 'day', name, type: 'date', required: false },
  ]
  it('take what fits, leave out what is empty, and say what is wrong', () => {
    expect(checkFields(types, { ground: '법', kind: 'a', day: null })).toEqual({ ground: '법', kind: 'a' })
    expect(() => checkFields(types, { kind: 'a' })).toThrow('task.field-required')
    expect(() => checkFields(types, { ground: '법', kind: 'c' })).toThrow('task.field-wrong')
    expect(() => checkFields(types, { ground: '법', day: '2005-13-40' })).toThrow('task.field-wrong')
    expect(() => checkFields(types, { ground: '법', other: 'x' })).toThrow('task.field-unknown')
  })
})
