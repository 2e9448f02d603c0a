import { z } from 'zod'

const calendarDay = z.strictObject({
  date: z.string().max(40),
  kind: z.enum(['holiday', 'workday']).default('holiday'),
  name: z.string().trim().min(1).max(100),
})

export const loadCalendarYearInput = z.strictObject({
  year: z.int().min(1989).max(9999),
  /** official: `days` change the official table; none: `days` are the whole table. Default: official where there is one. */
  base: z.enum(['official', 'none']).optional(),
  days: z.array(calendarDay).max(366).default([]),
})
export const loadCalendarYearOutput = z.object({
  year: z.int(),
  base: z.enum(['official', 'none']),
  days: z.int(),
})

export type LoadCalendarYearInput = z.input<typeof loadCalendarYearInput>
export type LoadCalendarYearOutput = z.infer<typeof loadCalendarYearOutput>
