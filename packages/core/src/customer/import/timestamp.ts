import { ValidationError } from '../../kernel/index.ts'

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i
const TOKEN = /YYYY|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z/g
const TOKEN_PATTERNS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  SSS: '(?<fraction>\\d{1,9})',
  A: '(?<half>AM|PM|am|pm|오전|오후)',
  Z: '(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)',
}

export interface TimestampReading {
  /** `iso`, or a pattern of YYYY MM DD HH hh mm ss SSS A Z. */
  readonly format: string
  /** Where the log's clocks hang, for times without an offset of their own: an IANA name or `+09:00`. */
  readonly zone: string
  /** instant: the moment itself; wall: the clock's digits as if they had been read in Seoul, offsets ignored. */
  readonly clock: 'instant' | 'wall'
}

const SEOUL = '+09:00'

/**
 * Makes a reader of one column's timestamps.
 * @throws ValidationError `import.zone-unknown` or `import.format-invalid` at once; the reader throws
 *   `import.timestamp-invalid` for text of another shape and for moments no calendar has, as 2015-02-30.
 */
export function timestampReader(reading: TimestampReading): (text: string) => Date {
  const pattern = reading.format === 'iso' ? undefined : compile(reading.format)
  const offsetOf = zoneOffset(reading.zone)
  const seoul = zoneOffset(SEOUL)
  return (text) => {
    const parts = pattern === undefined ? isoParts(text) : patternParts(text, pattern)
    if (parts === undefined) throw invalid(text, reading.format)
    const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second, parts.ms)
    const back = new Date(wall)
    const real = back.getUTCMonth() === parts.month - 1 && back.getUTCDate() === parts.day && parts.hour < 24
    if (!real || parts.minute > 59 || parts.second > 59 || parts.year < 1900) throw invalid(text, reading.format)
    if (reading.clock === 'wall') return new Date(wall - seoul(wall))
    return new Date(wall - (parts.offset ?? offsetOf(wall)))
  }
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
  readonly offset: number | undefined
}

function isoParts(text: string): Parts | undefined {
  const match = ISO.exec(text.trim())
  if (match === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: milliseconds(fraction),
    offset: offset === undefined ? undefined : fixedOffset(offset),
  }
}

function patternParts(text: string, pattern: RegExp): Parts | undefined {
  const groups = pattern.exec(text.trim())?.groups
  if (groups === undefined) return undefined
  const hour = Number(groups.hour ?? 0)
  const afternoon = groups.half !== undefined && /^(pm|오후)$/i.test(groups.half)
  if (groups.half !== undefined && (hour < 1 || hour > 12)) return undefined
  return {
    year: Number(groups.year),
    month: Number(groups.month ?? 1),
    day: Number(groups.day ?? 1),
    hour: groups.half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    ms: milliseconds(groups.fraction ?? '0'),
    offset: groups.offset === undefined ? undefined : fixedOffset(groups.offset),
  }
}

function compile(format: string): RegExp {
  if (!/YYYY/.test(format) || format.length > 60)
    throw new ValidationError('import.format-invalid', { params: { format } })
  const seen = new Set<string>()
  const source = format
    .split(/(YYYY|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|Z)/)
    .map((piece) => {
      const token = piece.match(TOKEN)?.[0] === piece ? TOKEN_PATTERNS[piece] : undefined
      if (token === undefined) return piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
      const name = /<(\w+)>/.exec(token)?.[1] ?? ''
      if (seen.has(name)) throw new ValidationError('import.format-invalid', { params: { format } })
      seen.add(name)
      return token
    })
    .join('')
  return new RegExp(`^${source}$`)
}

/** The offset of a zone in milliseconds at a wall-clock moment. */
function zoneOffset(zone: string): (wall: number) => number {
  if (/^(Z|[+-]\d{2}:?\d{2})$/i.test(zone)) {
    const fixed = fixedOffset(zone)
    return () => fixed
  }
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    throw new ValidationError('import.zone-unknown', { params: { zone: zone.slice(0, 60) } })
  }
  const at = (instant: number) => {
    const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    return name === 'GMT' ? 0 : fixedOffset(name.slice(3))
  }
  return (wall) => at(wall - at(wall - at(wall)))
}

function fixedOffset(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?/.exec(text)
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000
}

function milliseconds(fraction: string): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'))
}

function invalid(text: string, format: string): ValidationError {
  return new ValidationError('import.timestamp-invalid', { params: { text: text.slice(0, 40), format } })
}
