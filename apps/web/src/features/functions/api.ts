import type { unitTaskHistoryOutput, unitTaskOutput } from '@harmony/core/brm/schemas'
import type { z } from 'zod'

export type UnitTask = z.output<typeof unitTaskOutput>
export type UnitTaskChange = z.output<typeof unitTaskHistoryOutput>['rows'][number]
