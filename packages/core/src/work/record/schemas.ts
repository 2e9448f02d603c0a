import { z } from 'zod'
import { id, personLine } from './schema-parts.ts'

export * from './meeting-schemas.ts'
export * from './memo-schemas.ts'
export * from './schedule-schemas.ts'
export { RECORD_LIMITS } from './schema-parts.ts'

export const findPeopleInput = z.strictObject({
  search: z.string().trim().max(60).default(''),
  ids: z.array(id).max(100).optional(),
})
export const findPeopleOutput = z.object({ rows: z.array(personLine) })

export type FindPeopleInput = z.input<typeof findPeopleInput>
export type FindPeopleOutput = z.output<typeof findPeopleOutput>
