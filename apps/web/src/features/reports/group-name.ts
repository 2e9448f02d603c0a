import { useFormat, useText, useWords } from '@harmony/ui'
import type { Report, ReportRow } from './filter.ts'
import { reportWords } from './words.ts'

const CHANNELS = ['web', 'phone', 'visit', 'desk', 'mail', 'post', 'app', 'internal', 'import', 'other'] as const

/** How a group of the report is called: a month in words, a channel by its name, others by the agency's own. */
export function useGroupName(by: Report['by']): (row: Pick<ReportRow, 'key' | 'name'>) => string {
  const t = useWords(reportWords)
  const text = useText()
  const format = useFormat()
  return ({ key, name }) => {
    if (by === 'month') return format.date(`${key}-01T00:00:00+09:00`, 'month')
    const channel = by === 'channel' ? CHANNELS.find((one) => one === key) : undefined
    return channel === undefined ? text(name) : t(channel)
  }
}
