import { z } from 'zod'
import { localizedText } from '../tenancy/schemas.ts'

export const releaseChange = z.object({
  path: z.string(),
  before: z.json().optional(),
  after: z.json().optional(),
  words: localizedText,
})

export const diffReleasesOutput = z.array(releaseChange)
