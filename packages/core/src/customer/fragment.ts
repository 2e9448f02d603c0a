import { z } from 'zod'
import { compiledProcess } from '../model/index.ts'
import { localizedText, modelKey } from '../tenancy/index.ts'

/** 민원처리법: each kind of petition has its own statutory period. */
export const PETITION_TYPES = ['legal-inquiry', 'general-inquiry', 'suggestion', 'other', 'grievance'] as const

export const SATISFACTION_ITEMS = ['promptness', 'kindness', 'attitude', 'overall'] as const

export const serviceArea = z.strictObject({ key: modelKey, name: localizedText, description: localizedText })

/** hours: working hours of an 8-hour day; days: counted by §19 with the first day in. */
export const processingPeriod = z.strictObject({
  unit: z.enum(['hours', 'days']),
  amount: z.number().int().positive().max(365),
})

export const service = z.strictObject({
  key: modelKey,
  area: modelKey,
  name: localizedText,
  description: localizedText,
  petitionType: z.enum(PETITION_TYPES),
  period: processingPeriod,
  process: modelKey,
  /** JSON Schema of the fields a citizen fills beside title and body. */
  form: z.record(z.string(), z.json()).optional(),
  /** The unit in charge: `assign-by-duty` looks here. */
  duty: z.strictObject({ unitCode: z.string().min(1) }),
})

export const serviceProcess = z.strictObject({
  key: modelKey,
  name: localizedText,
  /** SHA-256 of the XML, first 12 hex digits. */
  version: z.string(),
  compiled: compiledProcess,
  /** The XML as authored, for display and exchange. */
  bpmn: z.string(),
})

export const satisfactionSurvey = z.strictObject({
  items: z.array(z.strictObject({ key: z.enum(SATISFACTION_ITEMS), name: localizedText })).length(4),
  scale: z.literal(5),
  /** Days after completion in which the citizen may rate. */
  windowDays: z.number().int().positive(),
  /** Days after completion in which the citizen may reopen. */
  reopenDays: z.number().int().positive(),
})

/** What the customer module reads of a release. */
export const customerFragment = z.strictObject({
  areas: z.array(serviceArea),
  services: z.array(service),
  processes: z.array(serviceProcess),
  satisfaction: satisfactionSurvey,
})

export type CustomerFragment = z.infer<typeof customerFragment>
export type Service = z.infer<typeof service>
export type ServiceProcess = z.infer<typeof serviceProcess>

declare module '../tenancy/release.ts' {
  interface ReleaseFragments {
    readonly customer: CustomerFragment
  }
}
