import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../platform/calendar/index.ts'
import {
  addDecimals,
  deadlineOf,
  extendClock,
  pauseClock,
  readClock,
  restartClock,
  resumeClock,
  startClock,
  timeUsed,
} from './deadline.ts'

const calendar = createCalendar({ years: new Map([[2026, new Map()]]) })
const at = (instant: string) => new Date(instant)
const wednesday = at('2026-01-07T01:00:00Z')
const week = startClock({ unit: 'days', amount: 7 }, wednesday)

describe('the clock on a petition', () => {
  it('promises the deadline as if a pause lasted as foreseen, and takes back what was not needed', () => {
    const paused = pauseClock(week, 'supplement', at('2026-01-08T02:00:00Z'), at('2026-01-16T14:59:59.999Z'))
    const resumed = resumeClock(paused, 'supplement', at('2026-01-09T02:00:00Z'))
    const due = [week, resumed, paused].map((clock) => deadlineOf(clock, calendar).toISOString())
    expect(due).toEqual(['2026-01-15T14:59:59.999Z', '2026-01-19T14:59:59.999Z', '2026-01-26T14:59:59.999Z'])
    expect(resumeClock(resumed, 'supplement', at('2026-01-20T00:00:00Z'))).toEqual(resumed)
  })

  it('is extended by its own period', () => {
    expect(deadlineOf(extendClock(week, wednesday, null), calendar).toISOString()).toBe('2026-01-26T14:59:59.999Z')
  })

  it('starts anew after a reopening and carries the time used before', () => {
    const first = timeUsed(week, readClock(week, calendar, at('2026-01-08T02:00:00Z')))
    expect(first.days).toBe('2')
    const again = restartClock(week, at('2026-01-12T01:00:00Z'), first)
    expect(timeUsed(again, readClock(again, calendar, at('2026-01-12T02:00:00Z')))).toEqual({
      days: '3',
      minutes: first.minutes + 60,
    })
  })
})

describe('days added up', () => {
  it('are exact to six places, whatever they are', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), fc.nat(10_000_000_000), (a, b) => {
        const text = (micro: number) => `${Math.floor(micro / 1e6)}.${String(micro % 1e6).padStart(6, '0')}`
        expect(Number(addDecimals(text(a), text(b))) * 1e6).toBeCloseTo(a + b, 0)
        expect(addDecimals(text(a), text(b))).not.toMatch(/\.\d*0$/)
      }),
    )
    expect(addDecimals('2', '0.125')).toBe('2.125')
    expect(addDecimals('0.999999', '0.000001')).toBe('1')
  })
})
