import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, dotted, earlier, isDay, today } from './days.ts'

describe('days of the calendar', () => {
  it('are those of Seoul', () => {
    expect(today(new Date('2005-08-21T15:00:00Z'))).toBe('2005-08-22')
    expect(dayOf('2005-08-22T14:59:00Z')).toBe('2005-08-22')
    expect(addDays('2005-02-28', 1)).toBe('2005-03-01')
    expect(dotted('2005-02-28')).toBe('2005.02.28')
    expect(daysBetween('2005-04-30', '2005-05-02')).toBe(2)
    expect(earlier('2005-05-02', '2005-04-30')).toBe('2005-04-30')
    expect([isDay('2005-02-28'), isDay('2005-2-28'), isDay(undefined)]).toEqual([true, false, false])
  })
})
