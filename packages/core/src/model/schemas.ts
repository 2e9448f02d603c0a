import { z } from 'zod'
import { localizedText } from '../tenancy/schemas.ts'

export const releaseChange = z.object({
  path: z.string(),
  /** Absent where the entry is new. */
  before: z.unknown().optional(),
  /** Absent where the entry is gone. */
  after: z.unknown().optional(),
  words: localizedText,
})

export const diffReleasesOutput = z.array(releaseChange)
