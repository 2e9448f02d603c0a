import { useMemo } from 'react'
import type { Locale } from './setup.ts'
import { useLocale } from './setup.ts'

/** An instant: a Date, or the ISO text the wire carries. */
export type Instant = Date | string

const ZONE = 'Asia/Seoul'
const tag = { ko: 'ko-KR', en: 'en-GB' } as const
const DATE_STYLES = {
  /** 11월 22일(일) · Sun 22 Nov */
  day: { month: 'short', day: 'numeric', weekday: 'short' },
  /** 2026. 11. 22. · 22 Nov 2026 */
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  /** 2026년 11월 22일 일요일 */
  full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  /** 2026년 11월 */
  month: { year: 'numeric', month: 'long' },
  /** 11월 · November */
  monthOnly: { month: 'long' },
  /** 14:05 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 11월 22일 14:05; see `formatDate` for other years */
  moment: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof DATE_STYLES

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

/** A date or time in Korean standard time, whatever the reader's clock is set to; a moment of another year names the year. */
export function formatDate(at: Instant, locale: Locale, style: DateStyle = 'date'): string {
  const when = new Date(at)
  const withYear = style === 'moment' && yearIn(when) !== yearIn(new Date())
  const key = `${locale}:${style}:${withYear}`
  let format = dateFormats.get(key)
  if (!format) {
    const options = { timeZone: ZONE, ...DATE_STYLES[style], ...(withYear && { year: 'numeric' as const }) }
    format = new Intl.DateTimeFormat(tag[locale], options)
    dateFormats.set(key, format)
  }
  const text = format.format(when)
  return locale === 'ko' && style === 'day' ? text.replace(' (', '(') : text
}

const SEOUL_AHEAD_MS = 9 * 3_600_000

function yearIn(at: Date): number {
  return new Date(at.getTime() + SEOUL_AHEAD_MS).getUTCFullYear()
}

/** A number with grouping; `digits` fixed fraction digits. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const key = `${locale}:${digits}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tag[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** A score out of 100 with one decimal; what was not measured is said, never shown as 0. */
export function formatScore(score: number | string | null | undefined, locale: Locale): string {
  if (score === null || score === undefined) return locale === 'ko' ? '미측정' : 'Not measured'
  return formatNumber(Number(score), locale, 1)
}

/** A length in days with one decimal, as in `2.3일` / `2.3 days`. */
export function formatDays(days: number, locale: Locale): string {
  const figure = formatNumber(days, locale, 1)
  if (locale === 'ko') return `${figure}일`
  return `${figure} ${figure === '1.0' ? 'day' : 'days'}`
}

/** A share between 0 and 1 as a percentage with one decimal. */
export function formatPercent(share: number, locale: Locale): string {
  return `${formatNumber(share * 100, locale, 1)}%`
}

/** A file's size in B, KB or MB (1024). */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${formatNumber(bytes, locale)} B`
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, locale)} KB`
  return `${formatNumber(bytes / 1024 / 1024, locale, 1)} MB`
}

/** How a deadline stands: words for people, and whether it burns (today or past). */
export interface Remaining {
  readonly text: string
  readonly late: boolean
  readonly today: boolean
}

/** The time to a deadline in words: "3시간 남음", "1일 지남". Civil time, not the statutory clock. */
export function formatRemaining(due: Instant, now: Instant, locale: Locale): Remaining {
  const ms = new Date(due).getTime() - new Date(now).getTime()
  const late = ms < 0
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor(minutes / 60)
  const ko = days >= 1 ? `${days}일` : hours >= 1 ? `${hours}시간` : `${minutes}분`
  const en = days >= 1 ? plural(days, 'day') : hours >= 1 ? plural(hours, 'hour') : plural(minutes, 'minute')
  const text = locale === 'ko' ? `${ko} ${late ? '지남' : '남음'}` : `${en} ${late ? 'overdue' : 'left'}`
  return { text, late, today: late || formatDate(due, 'en') === formatDate(now, 'en') }
}

function plural(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}

/** All formatters bound to the language in use. */
export function useFormat() {
  const [locale] = useLocale()
  return useMemo(
    () => ({
      locale,
      date: (at: Instant, style?: DateStyle) => formatDate(at, locale, style),
      number: (value: number, digits?: number) => formatNumber(value, locale, digits),
      score: (score: number | string | null | undefined) => formatScore(score, locale),
      days: (days: number) => formatDays(days, locale),
      percent: (share: number) => formatPercent(share, locale),
      bytes: (bytes: number) => formatBytes(bytes, locale),
      remaining: (due: Instant, now: Instant = new Date()) => formatRemaining(due, now, locale),
    }),
    [locale],
  )
}
