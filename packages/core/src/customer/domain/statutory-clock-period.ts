import { ValidationError } from '../../kernel/index.ts'

/** A processing period as the model release declares it: 즉시 is 3 hours, all others are days. */
export interface ProcessingPeriod {
  readonly unit: 'hours' | 'days'
  readonly amount: number
}

/** A decided extension (시행령 제21조), in the unit of the period it extends. */
export interface ClockExtension {
  readonly amount: number
  /** The petitioner agreed: needed for the second one. */
  readonly consented?: boolean
}

export type ClockBasis = 'hours' | 'days'

const MS_PER_HOUR = 3_600_000
const HOURS_PER_DAY = 8
/** §19①: up to 5 days the period runs in hours. */
const LONGEST_IN_HOURS = 5
const MAX_AMOUNT = 1_000

/** What a petition may wait for each step of routing, in working hours. */
const ROUTING_HOURS = {
  /** 시행령 제6조제7항: from arrival at the electronic window to acceptance. */
  acceptance: 8,
  /** 시행령 제13조제1항: from the reception desk to the unit in charge. */
  'to-duty-unit': 1,
  /** The same, when the unit is far away. */
  'to-distant-unit': 3,
  /** 시행령 제13조제2항: back through the desk when the unit is not in charge. */
  'within-agency': 3,
  /** 시행령 제13조제3항: to another agency, telling the petitioner. */
  'to-other-agency': 8,
} as const

export type RoutingStep = keyof typeof ROUTING_HOURS

/**
 * How a period with its extensions is counted.
 * @returns the basis of §19 and the amount: working milliseconds for `hours`, days for `days`.
 * @throws ValidationError `clock.invalid-period`, `clock.extension-too-long` (longer than the period), `clock.extension-needs-consent` (the second), `clock.too-many-extensions` (the third).
 */
export function budgetOf(
  period: ProcessingPeriod,
  extensions: readonly ClockExtension[],
): { basis: ClockBasis; amount: number } {
  if (!Number.isInteger(period.amount) || period.amount < 1 || period.amount > MAX_AMOUNT) {
    throw new ValidationError('clock.invalid-period', { field: 'period.amount', params: { max: MAX_AMOUNT } })
  }
  for (const [i, extension] of extensions.entries()) checkExtension(period, extension, i)
  const amount = extensions.reduce((sum, e) => sum + e.amount, period.amount)
  if (period.unit === 'hours') return { basis: 'hours', amount: amount * MS_PER_HOUR }
  if (period.amount > LONGEST_IN_HOURS) return { basis: 'days', amount }
  return { basis: 'hours', amount: amount * HOURS_PER_DAY * MS_PER_HOUR }
}

/** The last instant for a step of routing that begins at `from` (시행령 제6조, 제13조). */
export function routingDeadline(
  step: RoutingStep,
  from: Date,
  calendar: { addWorkingMs(from: Date, ms: number): Date },
): Date {
  return calendar.addWorkingMs(from, ROUTING_HOURS[step] * MS_PER_HOUR)
}

function checkExtension(period: ProcessingPeriod, extension: ClockExtension, index: number): void {
  const field = `extensions[${index}]`
  if (index > 1) throw new ValidationError('clock.too-many-extensions', { field })
  if (!Number.isInteger(extension.amount) || extension.amount < 1 || extension.amount > period.amount) {
    throw new ValidationError('clock.extension-too-long', { field, params: { max: period.amount } })
  }
  if (index === 1 && extension.consented !== true) throw new ValidationError('clock.extension-needs-consent', { field })
}
