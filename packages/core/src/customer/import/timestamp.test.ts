import { describe, expect, it } from 'vitest'
import { timestampReader } from './timestamp.ts'

const read = (text: string, format = 'iso', zone = '+09:00', clock: 'instant' | 'wall' = 'instant') =>
  timestampReader({ format, zone, clock })(text).toISOString()

describe('timestamps of a log', () => {
  it.each([
    ['2010-10-05 08:32:48.565000+02:00', 'iso', '+09:00', '2010-10-05T06:32:48.565Z'],
    ['2026-11-22T09:00:00Z', 'iso', '+09:00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22', 'iso', '+09:00', '2026-11-21T15:00:00.000Z'],
    ['04/12/2018 11:11:26 AM', 'MM/DD/YYYY hh:mm:ss A', '+09:00', '2018-04-12T02:11:26.000Z'],
    ['10/01/2014 12:00:00 AM', 'MM/DD/YYYY hh:mm:ss A', 'America/New_York', '2014-10-01T04:00:00.000Z'],
    ['12/01/2014 12:30:00 PM', 'MM/DD/YYYY hh:mm:ss A', 'America/New_York', '2014-12-01T17:30:00.000Z'],
    ['2026. 1. 5. 오후 3:07', 'YYYY. M. D. A h:mm', 'Asia/Seoul', '2026-01-05T06:07:00.000Z'],
    ['20260105 0907', 'YYYYMMDD HHmm', 'Asia/Seoul', '2026-01-05T00:07:00.000Z'],
  ])('%s as %s in %s', (text, format, zone, expected) => {
    expect(read(text, format, zone)).toBe(expected)
  })

  it('reads the clock as if it hung in Seoul when asked to', () => {
    expect(read('2010-10-05 08:32:48+02:00', 'iso', '+09:00', 'wall')).toBe('2010-10-04T23:32:48.000Z')
  })

  it('follows summer time of the zone', () => {
    expect(read('2018-07-01 12:00', 'iso', 'Europe/Amsterdam')).toBe('2018-07-01T10:00:00.000Z')
    expect(read('2018-12-01 12:00', 'iso', 'Europe/Amsterdam')).toBe('2018-12-01T11:00:00.000Z')
  })

  it.each([
    ['2015-02-30', 'iso'],
    ['2015-13-01', 'iso'],
    ['2015-01-01 24:10', 'iso'],
    ['yesterday', 'iso'],
    ['', 'iso'],
    ['02/30/2015 01:00:00 AM', 'MM/DD/YYYY hh:mm:ss A'],
    ['04/12/2018 13:11:26 PM', 'MM/DD/YYYY hh:mm:ss A'],
    ['04/12/18 11:11:26 AM', 'MM/DD/YYYY hh:mm:ss A'],
  ])('refuses "%s"', (text, format) => {
    expect(() => read(text, format)).toThrow(expect.objectContaining({ code: 'import.timestamp-invalid' }))
  })

  it('refuses unknown zones and formats at once', () => {
    expect(() => read('2026-01-01', 'iso', 'Mars/Olympus')).toThrow(
      expect.objectContaining({ code: 'import.zone-unknown' }),
    )
    expect(() => read('2026-01-01', 'DD/MM')).toThrow(expect.objectContaining({ code: 'import.format-invalid' }))
    expect(() => read('2026-01-01', 'YYYY-MM-MM')).toThrow(expect.objectContaining({ code: 'import.format-invalid' }))
  })
})
