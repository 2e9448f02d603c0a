import { describe, expect, it } from 'vitest'
import { ganttBars, months, shareOfYear } from './gantt.ts'

const plan = [
  { id: 'a', name: '계획수립', dueDate: '2005-02-28', completedDate: '2005-02-28' },
  { id: 'b', name: '법령개정', dueDate: '2005-03-25', completedDate: '2005-03-24' },
  { id: 'c', name: '팀제개편', dueDate: '2005-04-30', completedDate: '2005-05-02' },
  { id: 'd', name: '확산 및 보급', dueDate: '2005-08-30', completedDate: null },
]

describe('a year’s chart', () => {
  it('sets days on the year’s line', () => {
    expect(shareOfYear('2005-01-01', 2005)).toBe(0)
    expect(shareOfYear('2004-06-01', 2005)).toBe(0)
    expect(shareOfYear('2006-01-01', 2005)).toBe(1)
    expect(shareOfYear('2005-07-02', 2005)).toBeCloseTo(182 / 365)
    expect(months(2005)).toHaveLength(12)
    expect(months(2004)[1]).toEqual({ from: 31 / 366, to: 60 / 366 })
  })

  it('begins each phase where the one before ended', () => {
    expect(ganttBars(plan, 2005, 2005, '2005-08-22').map((bar) => bar.begin)).toEqual([
      '2005-01-01',
      '2005-03-01',
      '2005-03-26',
      '2005-05-01',
    ])
  })

  it('shows what was done late, and nothing late while there is time', () => {
    expect(ganttBars(plan, 2005, 2005, '2005-08-22').map((bar) => bar.lateDays)).toEqual([0, 0, 2, 0])
  })

  it('lets an open phase grow late up to today', () => {
    const last = ganttBars(plan, 2005, 2005, '2005-09-09')[3]
    expect(last?.lateDays).toBe(10)
    expect(last?.done).toBeNull()
    expect(last?.late?.to).toBeCloseTo(shareOfYear('2005-09-10', 2005))
  })

  it('draws a phase done before it was to begin', () => {
    const [bar] = ganttBars(
      [{ id: 'x', name: 'x', dueDate: '2005-08-30', completedDate: '2005-06-29' }],
      2005,
      2005,
      '2005-09-09',
    )
    expect(bar?.done).toEqual({ from: 0, to: shareOfYear('2005-06-30', 2005) })
    expect(bar?.late).toBeNull()
  })
})
