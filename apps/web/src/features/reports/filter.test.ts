import { describe, expect, it } from 'vitest'
import { readFilter, seoulToday, writeFilter } from './filter.ts'

describe('the report’s filter', () => {
  it('is this year up to today at first', () => {
    const usual = { from: '2026-01-01', to: '2026-11-22', definition: 'statutory', by: 'month', basis: 'completed' }
    expect(readFilter({}, '2026-11-22')).toEqual(usual)
    expect(readFilter({ from: 'soon', definition: 'guess', by: 'zodiac', basis: 'moon' }, '2026-11-22')).toEqual(usual)
  })

  it('comes back from the address as it went there', () => {
    const filter = {
      from: '2010-01-01',
      to: '2011-12-31',
      definition: 'working',
      by: 'unit',
      basis: 'received',
    } as const
    expect(readFilter(Object.fromEntries(new URLSearchParams(writeFilter(filter))), '2026-11-22')).toEqual(filter)
  })

  it('knows what day it is in Seoul', () => {
    expect(seoulToday(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22')
    expect(seoulToday(new Date('2026-11-22T15:00:00Z'))).toBe('2026-11-23')
  })
})
