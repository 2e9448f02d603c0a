import { describe, expect, it } from 'vitest'
import { historyWords } from '../history-words.ts'
import { actionText, changeTexts, type HistoryRow } from './history.ts'

const t = (key: keyof (typeof historyWords)['ko'], values: Readonly<Record<string, string | number>> = {}) =>
  historyWords.ko[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

const line = (action: string, before: HistoryRow['before'], after: HistoryRow['after']): HistoryRow => ({
  id: 'x',
  area: 'plan',
  action,
  subjectId: null,
  before,
  after,
  reason: null,
  actor: null,
  occurredAt: '2005-05-02T00:00:00Z',
})
const phase = (id: string, plannedWeight: number, more = {}) => ({
  id,
  name: id,
  activity: '',
  plannedWeight,
  dueDate: '2005-04-30',
  completedDate: null,
  ...more,
})
const texts = (row: HistoryRow, names: readonly (readonly [string, string])[] = []) =>
  changeTexts(row, new Map(names), t)

describe('the history of a card', () => {
  it('says what a new plan changed, phase by phase', () => {
    const before = { phases: [phase('계획수립', 20), phase('법령개정', 80), phase('옛 단계', 0)] }
    const after = {
      phases: [phase('계획수립', 30, { dueDate: '2005-05-31' }), phase('법령개정', 60), phase('팀제개편', 10)],
    }
    expect(texts(line('plan-changed', before, after))).toEqual([
      '‘계획수립’ 예상진도 20% → 30%',
      '‘계획수립’ 완료예정일 2005.04.30 → 2005.05.31',
      '‘법령개정’ 예상진도 80% → 60%',
      '‘팀제개편’ 단계 추가 (10%, 2005.04.30)',
      '‘옛 단계’ 단계 삭제',
    ])
  })

  it('notices that only the order changed', () => {
    const [a, b] = [phase('a', 50), phase('b', 50)]
    expect(texts(line('plan-changed', { phases: [a, b] }, { phases: [b, a] }))).toEqual(['단계 순서를 바꿈'])
  })

  it('names the phase that was done', () => {
    const after = { name: '팀제개편', dueDate: '2005-04-30', completedDate: '2005-05-02', inTime: false }
    expect(texts(line('phase-completed', { name: '팀제개편', completedDate: null }, after))).toEqual([
      '‘팀제개편’ 완료일 없음 → 2005.05.02',
    ])
  })

  it('gives people and stages their names, and leaves out what has no word', () => {
    expect(
      texts(line('handed-over', { ownerId: 'p1' }, { ownerId: 'p2', inner: 1 }), [
        ['p1', '하늘빛'],
        ['p2', '조아름'],
      ]),
    ).toEqual(['담당자: 하늘빛 → 조아름'])
    expect(
      texts(line('item-answered', null, { key: 'forming', itemNumber: '1.1.1', revision: 2 }), [
        ['forming', '정책형성단계'],
      ]),
    ).toEqual(['정책형성단계', '점검사항 1.1.1 (2번째)'])
  })

  it('has a word for every act, and a plain one for those to come', () => {
    expect(actionText('plan-changed', t)).toBe('계획 수정')
    expect(actionText('something-new', t)).toBe('변경')
  })
})
