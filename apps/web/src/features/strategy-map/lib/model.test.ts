import { describe, expect, it } from 'vitest'
import { currentMonth, shiftMonth, sinceFirstMeasured } from './model.ts'

describe('months', () => {
  it('step over the turn of the year', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12')
    expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  })
  it('turn at midnight in Korea', () => {
    expect(currentMonth(new Date('2026-11-30T14:59:00Z'))).toBe('2026-11')
    expect(currentMonth(new Date('2026-11-30T15:00:00Z'))).toBe('2026-12')
  })
})

describe('a trend', () => {
  it('begins with the first measured month and keeps later gaps', () => {
    const points = [null, null, '80', null, '90'].map((score) => ({ score }))
    expect(sinceFirstMeasured(points).map((point) => point.score)).toEqual(['80', null, '90'])
    expect(sinceFirstMeasured([{ score: null }])).toEqual([])
  })
})
