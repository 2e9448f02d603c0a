import type { ApiOutputs } from '../../lib/trpc.tsx'

export type Report = ApiOutputs['customer']['report']
export type ReportRow = Report['rows'][number]
export type Figures = Report['total']

export const DEFINITIONS = ['elapsed', 'calendar', 'inclusive', 'working', 'statutory'] as const
export const GROUPS = ['month', 'unit', 'service', 'process', 'channel'] as const

/** What the page asks for. */
export interface ReportFilter {
  readonly from: string
  readonly to: string
  readonly definition: (typeof DEFINITIONS)[number]
  readonly by: (typeof GROUPS)[number]
  readonly basis: 'completed' | 'received'
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The filter as the address holds it; anything unknown falls back to this year up to today, statutory days, by month. */
export function readFilter(search: Readonly<Record<string, string | undefined>>, today: string): ReportFilter {
  const date = (value: string | undefined, usual: string) => (value !== undefined && DATE.test(value) ? value : usual)
  return {
    from: date(search.from, `${today.slice(0, 4)}-01-01`),
    to: date(search.to, today),
    definition: DEFINITIONS.find((one) => one === search.definition) ?? 'statutory',
    by: GROUPS.find((one) => one === search.by) ?? 'month',
    basis: search.basis === 'received' ? 'received' : 'completed',
  }
}

/** The filter as an address's query: always whole, so that a link shows everybody the same figures. */
export function writeFilter({ from, to, definition, by, basis }: ReportFilter): string {
  return new URLSearchParams({ from, to, definition, by, basis }).toString()
}

/** Today's date in Seoul. */
export function seoulToday(now: Date = new Date()): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}
