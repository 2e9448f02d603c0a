import { z } from 'zod'
import { direction, id, instant, localized, unit } from './schema-parts.ts'

/** Past cases of a unit task's services. */
export const serviceCasesInput = z.strictObject({
  serviceKeys: z.array(z.string().min(1).max(60)).min(1).max(50),
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(10),
})
export const serviceCasesOutput = z.object({
  /** Of all petitions of the services, whoever may read them; days are statutory. */
  figures: z.object({
    completed: z.int(),
    inTime: z.int(),
    meanDays: z.number().nullable(),
    open: z.int(),
  }),
  rows: z.array(
    z.object({
      petitionId: id,
      number: z.string(),
      title: z.string(),
      service: localized,
      unit,
      person: z.string().nullable(),
      completedAt: instant,
      inTime: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

export type ServiceCasesInput = z.input<typeof serviceCasesInput>
export type ServiceCasesOutput = z.infer<typeof serviceCasesOutput>
