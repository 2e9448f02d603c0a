import { z } from 'zod'
import { defineEvent } from '../../platform/index.ts'

const id = z.uuid()
const owner = { unitId: id, personId: id }

/** A calendar entry was made, edited, given its result or cancelled. */
export const scheduleChanged = defineEvent(
  'work.schedule-changed',
  z.object({ scheduleId: id, ...owner, what: z.enum(['created', 'edited', 'result', 'cancelled']) }),
)

/** A memo report was sent, acknowledged, answered or withdrawn; `personId` reported it. */
export const memoChanged = defineEvent(
  'work.memo-changed',
  z.object({ memoId: id, ...owner, what: z.enum(['reported', 'acknowledged', 'answered', 'withdrawn']) }),
)

/** A meeting was planned, changed, minuted, confirmed or cancelled; `personId` writes its minutes. */
export const meetingChanged = defineEvent(
  'work.meeting-changed',
  z.object({ meetingId: id, ...owner, what: z.enum(['planned', 'edited', 'minuted', 'confirmed', 'cancelled']) }),
)
