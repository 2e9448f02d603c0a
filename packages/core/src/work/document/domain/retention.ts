export type RetentionPeriod = '1' | '3' | '5' | '10' | '30' | 'semi-permanent' | 'permanent'

/** From which day and until which a record is kept; null where it is kept for good. */
export interface RetentionSpan {
  readonly from: string
  readonly until: string | null
}

/**
 * 공공기록물법 시행령 §26: a record is kept from 1 January of the year after the one it was completed in.
 * @param completed the Seoul day of completion, `YYYY-MM-DD`
 */
export function retentionSpan(retention: RetentionPeriod, completed: string): RetentionSpan {
  const from = Number(completed.slice(0, 4)) + 1
  const years = Number(retention)
  return { from: `${from}-01-01`, until: Number.isNaN(years) ? null : `${from + years - 1}-12-31` }
}

const ORDER: readonly RetentionPeriod[] = ['1', '3', '5', '10', '30', 'semi-permanent', 'permanent']

/** Whether the second keeps a record less long than the first: nobody may do that to one that is completed. */
export function shortens(before: RetentionPeriod, after: RetentionPeriod): boolean {
  return ORDER.indexOf(after) < ORDER.indexOf(before)
}
