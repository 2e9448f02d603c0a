import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

/** Scores of these units changed in that month. */
export const scoreChanged = defineEvent(
  'performance.score-changed',
  z.object({ periodId: z.uuid(), periodKey: z.string(), unitIds: z.array(z.uuid()) }),
)

/** Something of tasks that strategy maps show has changed. */
export const mapChanged = defineEvent('performance.map-changed', z.object({ taskCardIds: z.array(z.uuid()) }))
