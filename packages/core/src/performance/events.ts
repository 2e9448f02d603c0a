import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

/** Scores of these units changed in that month. */
export const scoreChanged = defineEvent(
  'performance.score-changed',
  z.object({ periodId: z.uuid(), periodKey: z.string(), unitIds: z.array(z.uuid()) }),
)
