import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideHalfUp, formatMicro, toMicro } from './fixed.ts'
import { dayOf, endOfDay, isPeriodKey, periodOf, shiftPeriod } from './period.ts'

describe('six-place decimals', () => {
  it('agree with decimal.js on every double, rounding half-up', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        expect(formatMicro(toMicro(value)).replace(/^-(0\.0+)$/, '$1')).toBe(
          new Decimal(value)
            .toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
            .toFixed(6)
            .replace(/^-(0\.0+)$/, '$1'),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  it('round a half up, away from zero', () => {
    expect([toMicro('0.0000005'), toMicro('0.00000049'), toMicro('-0.0000005'), toMicro(1e-7)]).toEqual([
      1n,
      0n,
      -1n,
      0n,
    ])
    expect([divideHalfUp(5n, 2n), divideHalfUp(-5n, 2n), divideHalfUp(7n, 3n)]).toEqual([3n, -3n, 2n])
  })

  it.each(['', 'NaN', '1,5', 'Infinity'])('refuse %j', (text) => {
    expect(() => toMicro(text)).toThrow(RangeError)
  })
})

describe('months', () => {
  it('are those of Korea', () => {
    expect(periodOf(new Date('2026-10-31T14:59:59Z'))).toBe('2026-10')
    expect(periodOf(new Date('2026-10-31T15:00:00Z'))).toBe('2026-11')
    expect(dayOf(new Date(endOfDay('2026-11-22').getTime() - 1))).toBe('2026-11-22')
    expect(endOfDay('2026-11-22').toISOString()).toBe('2026-11-22T15:00:00.000Z')
  })

  it('follow each other over the year', () => {
    expect([shiftPeriod('2026-01', -1), shiftPeriod('2026-12', 1), shiftPeriod('2026-11', -14)]).toEqual([
      '2025-12',
      '2027-01',
      '2025-09',
    ])
    expect([isPeriodKey('2026-13'), isPeriodKey('2026-11')]).toEqual([false, true])
  })
})
