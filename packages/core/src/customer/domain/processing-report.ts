import { DEFINITION_TEXTS, type ProcessingDefinition } from './processing-report-definitions.ts'

/** Figures of 민원처리 현황 for one group. `within3 + within5 + over5 = total`. */
export interface ProcessingFigures {
  readonly total: number
  /** 3 days or less. */
  readonly within3: number
  /** More than 3, up to 5 days. */
  readonly within5: number
  /** The rest (6일 이상). */
  readonly over5: number
  /** Shares of the total in percent, 2 decimals half up; null without petitions. */
  readonly share3: string | null
  readonly share5: string | null
  readonly shareOver: string | null
  /** 평균처리일수, 6 decimals half up, trailing zeros dropped; null without petitions. */
  readonly meanDays: string | null
}

/** Exact integers from which the figures follow, so that groups add up to their whole. */
export interface ProcessingCounts {
  readonly total: number
  readonly within3: number
  readonly within5: number
  readonly over5: number
  /** Sum of the counted values in the definition's unit. */
  readonly sum: bigint
}

export interface ProcessedPetition {
  readonly receivedAt: Date
  readonly completedAt: Date
  /** Days of the statutory clock, stored at completion: a decimal of at most 6 places. */
  readonly statutoryDays: string
}

/** Dates and working days as the report sees them. */
export interface ReportCalendar {
  dateOf(instant: Date): string
  workingDaysBetween(after: string, upto: string): number
}

export const NO_PETITIONS: ProcessingCounts = { total: 0, within3: 0, within5: 0, over5: 0, sum: 0n }

/** A petition's processing time as an integer in the definition's unit (`perDay` of them make a day). */
export function processingValue(
  definition: ProcessingDefinition,
  petition: ProcessedPetition,
  calendar: ReportCalendar,
): number {
  const { receivedAt, completedAt } = petition
  switch (definition) {
    case 'elapsed':
      return completedAt.getTime() - receivedAt.getTime()
    case 'calendar':
      return daysBetween(calendar.dateOf(receivedAt), calendar.dateOf(completedAt))
    case 'inclusive':
      return daysBetween(calendar.dateOf(receivedAt), calendar.dateOf(completedAt)) + 1
    case 'working':
      return calendar.workingDaysBetween(calendar.dateOf(receivedAt), calendar.dateOf(completedAt))
    case 'statutory':
      return microDays(petition.statutoryDays)
  }
}

/** Counts petitions into 3일 이내, 5일 이내 and 6일 이상 under one definition. */
export function countPetitions(
  definition: ProcessingDefinition,
  petitions: Iterable<ProcessedPetition>,
  calendar: ReportCalendar,
): ProcessingCounts {
  const { perDay } = DEFINITION_TEXTS[definition]
  let counts = NO_PETITIONS
  for (const petition of petitions) {
    const value = processingValue(definition, petition, calendar)
    counts = addCounts(counts, {
      total: 1,
      within3: Number(value <= 3 * perDay),
      within5: Number(value > 3 * perDay && value <= 5 * perDay),
      over5: Number(value > 5 * perDay),
      sum: BigInt(value),
    })
  }
  return counts
}

/** The counts of two groups together. */
export function addCounts(a: ProcessingCounts, b: ProcessingCounts): ProcessingCounts {
  return {
    total: a.total + b.total,
    within3: a.within3 + b.within3,
    within5: a.within5 + b.within5,
    over5: a.over5 + b.over5,
    sum: a.sum + b.sum,
  }
}

/** Shares and mean of a group. */
export function figuresOf(definition: ProcessingDefinition, counts: ProcessingCounts): ProcessingFigures {
  const { total, within3, within5, over5, sum } = counts
  const { perDay } = DEFINITION_TEXTS[definition]
  const share = (part: number) => (total === 0 ? null : ratio(BigInt(part) * 100n, BigInt(total), 2))
  const meanDays = total === 0 ? null : trimZeros(ratio(sum, BigInt(total) * BigInt(perDay), 6))
  const shares = { share3: share(within3), share5: share(within5), shareOver: share(over5) }
  return { total, within3, within5, over5, ...shares, meanDays }
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

function microDays(decimal: string): number {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return Number(whole) * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

/** numerator ÷ denominator as a decimal, half up. Neither is negative. */
function ratio(numerator: bigint, denominator: bigint, places: number): string {
  const scale = 10n ** BigInt(places)
  const scaled = (numerator * scale * 2n + denominator) / (denominator * 2n)
  return `${scaled / scale}.${String(scaled % scale).padStart(places, '0')}`
}

function trimZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '')
}
