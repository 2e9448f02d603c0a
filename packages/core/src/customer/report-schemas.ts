import { z } from 'zod'
import { PROCESSING_DEFINITIONS } from './domain/processing-report-definitions.ts'

export const REPORT_GROUPS = ['month', 'unit', 'process', 'service', 'channel'] as const
export const REPORT_BASES = ['completed', 'received'] as const

const localized = z.object({ ko: z.string(), en: z.string() })
const decimal = z.string().nullable()

export const reportPetitionsInput = z.strictObject({
  /** First and last date, both counted. */
  from: z.iso.date(),
  to: z.iso.date(),
  definition: z.enum(PROCESSING_DEFINITIONS).default('elapsed'),
  by: z.enum(REPORT_GROUPS).default('month'),
  /** Which date must lie in the period: the completion's, or the receipt's. Only completed petitions are counted. */
  basis: z.enum(REPORT_BASES).default('completed'),
  /** Whose calendar dates are meant; other zones serve logs of agencies elsewhere. */
  zone: z.string().min(1).max(60).default('Asia/Seoul'),
})

const figures = z.object({
  total: z.int(),
  within3: z.int(),
  within5: z.int(),
  over5: z.int(),
  share3: decimal,
  share5: decimal,
  shareOver: decimal,
  meanDays: decimal,
})

export const reportPetitionsOutput = z.object({
  agency: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(REPORT_GROUPS),
  basis: z.enum(REPORT_BASES),
  zone: z.string(),
  definition: z.object({ key: z.enum(PROCESSING_DEFINITIONS), name: localized, rule: localized }),
  rows: z.array(figures.extend({ key: z.string(), name: localized })),
  total: figures,
  /** Petitions of the period that are not completed, and so not in the figures. Only by receipt. */
  open: z.int(),
})

export type ReportPetitionsInput = z.input<typeof reportPetitionsInput>
export type ReportPetitionsOutput = z.infer<typeof reportPetitionsOutput>
export type ReportGroup = (typeof REPORT_GROUPS)[number]
