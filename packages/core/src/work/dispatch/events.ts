import { z } from 'zod'
import { defineEvent } from '../../platform/index.ts'

const id = z.uuid()

/** The team head has released a dispatch: it took its number and goes to its receivers. */
export const dispatchReleased = defineEvent(
  'work.dispatch-released',
  z.object({ dispatchId: id, documentId: id, unitId: id, personId: id, receivers: z.int().positive() }),
)

/** The sender took a dispatch back after it had left. */
export const dispatchWithdrawn = defineEvent(
  'work.dispatch-withdrawn',
  z.object({ dispatchId: id, documentId: id, unitId: id }),
)

/** A unit has received a dispatch under a number of its own register. */
export const receptionReceived = defineEvent(
  'work.reception-received',
  z.object({ receptionId: id, unitId: id, personId: id.nullable() }),
)

/** A unit has sent a dispatch back. */
export const receptionRefused = defineEvent('work.reception-refused', z.object({ receptionId: id, unitId: id }))
