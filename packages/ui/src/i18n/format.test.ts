import { describe, expect, it } from 'vitest'
import { formatBytes, formatDate, formatDays, formatRemaining, formatScore } from './format.ts'

describe('dates', () => {
  it('are in Korean standard time, also across midnight', () => {
    expect(formatDate('2026-11-22T15:30:00Z', 'ko', 'day')).toBe('11월 23일(월)')
    expect(formatDate('2026-11-22T15:30:00Z', 'ko', 'time')).toBe('00:30')
    expect(formatDate('2026-11-22T15:30:00Z', 'en', 'month')).toBe('November 2026')
  })
  it('name the year of a moment in another year', () => {
    expect(formatDate('2006-12-29T08:00:00Z', 'ko', 'moment')).toBe('2006년 12월 29일 17:00')
    expect(formatDate(new Date(), 'ko', 'moment')).not.toContain('년')
  })
})

describe('figures', () => {
  it('say what was not measured instead of 0', () => {
    expect(formatScore(null, 'ko')).toBe('미측정')
    expect(formatScore('38.700000', 'ko')).toBe('38.7')
    expect(formatScore(0, 'en')).toBe('0.0')
  })
  it('carry their unit', () => {
    expect(formatDays(2.34, 'ko')).toBe('2.3일')
    expect(formatDays(1, 'en')).toBe('1.0 day')
    expect(formatBytes(24 * 1024, 'ko')).toBe('24 KB')
  })
})

describe('deadlines in words', () => {
  const now = '2026-11-22T01:00:00Z'
  it('name hours, days and what has passed', () => {
    expect(formatRemaining('2026-11-22T04:30:00Z', now, 'ko')).toEqual({ text: '3시간 남음', late: false, today: true })
    expect(formatRemaining('2026-11-20T20:00:00Z', now, 'ko')).toEqual({ text: '1일 지남', late: true, today: true })
    expect(formatRemaining('2026-11-25T01:00:00Z', now, 'en')).toEqual({
      text: '3 days left',
      late: false,
      today: false,
    })
  })
})
