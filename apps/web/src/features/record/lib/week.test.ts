import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isDay, momentOf, mondayOf, startOf, timeOf } from './days.ts'
import { hoursShown, planDays } from './week.ts'

const at = (day: string, time: string) => momentOf(day, time) ?? ''
const entry = (id: string, from: string, to: string | null, day = '2026-11-23', allDay = false) => ({
  id,
  startsAt: at(day, from),
  endsAt: to === null ? null : at(day, to),
  allDay,
})

describe('days of a calendar', () => {
  it('are Seoul’s', () => {
    expect(dayOf('2026-11-22T15:00:00Z')).toBe('2026-11-23')
    expect(startOf('2026-11-23')).toBe('2026-11-22T15:00:00.000Z')
    expect(timeOf(at('2026-11-23', '09:30'))).toBe('09:30')
    expect([isDay('2026-11-23'), isDay('2026-13-40'), isDay('x'), isDay(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(momentOf('2026-11-23', '')).toBeUndefined()
  })

  it('make weeks that begin on Monday', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(mondayOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23'])
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  })
})

describe('the week’s grid', () => {
  it('sets what overlaps side by side, and what follows back in one lane', () => {
    const [plan] = planDays(
      ['2026-11-23'],
      [
        entry('a', '09:00', '12:00'),
        entry('b', '09:30', null),
        entry('c', '10:00', '11:00'),
        entry('d', '12:00', '13:00'),
      ],
    )
    expect(plan?.timed.map(({ entry: { id }, from, to, lane, lanes }) => [id, from, to, lane, lanes])).toEqual([
      ['a', 540, 720, 0, 2],
      ['b', 570, 600, 1, 2],
      ['c', 600, 660, 1, 2],
      ['d', 720, 780, 0, 1],
    ])
    expect(hoursShown(plan ? [plan] : [])).toEqual({ first: 9, last: 18 })
  })

  it('shows what lasts over days on each of them', () => {
    const trip = { id: 't', startsAt: at('2026-11-23', '14:00'), endsAt: at('2026-11-25', '11:00'), allDay: false }
    const whole = entry('w', '00:00', '23:59', '2026-11-24', true)
    const plans = planDays(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'], [trip, whole])
    expect(plans.map((plan) => [plan.whole.map((one) => one.id), plan.timed.map((one) => [one.from, one.to])])).toEqual(
      [
        [[], [[840, 1440]]],
        [['t', 'w'], []],
        [[], [[0, 660]]],
        [[], []],
      ],
    )
    expect(hoursShown(plans)).toEqual({ first: 0, last: 24 })
  })

  it('never lets two entries of one lane touch', () => {
    const base = Date.parse('2026-11-23T00:00:00+09:00')
    for (let seed = 1; seed < 200; seed += 1) {
      const entries = Array.from({ length: seed % 13 }, (_, i) => {
        const from = (seed * 7919 + i * i * 104_729) % 1410
        const to = Math.min(1439, from + 1 + ((seed * 31 + i * 97) % 300))
        const instant = (minutes: number) => new Date(base + minutes * 60_000).toISOString()
        return { id: String(i), startsAt: instant(from), endsAt: instant(to), allDay: false }
      })
      const timed = planDays(['2026-11-23'], entries)[0]?.timed ?? []
      expect(timed).toHaveLength(entries.length)
      for (const a of timed) {
        expect(a.lane).toBeLessThan(a.lanes)
        const beside = timed.filter((b) => b !== a && b.lane === a.lane)
        for (const b of beside) expect(a.to <= b.from || b.to <= a.from).toBe(true)
      }
    }
  })
})
