import { z } from 'zod'
import { defineEvent } from '../../platform/index.ts'
import { GRADES } from '../values.ts'

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()
const document = { documentId: id, kind: z.string(), unitId: id, personId: id }

/** A document went out on its route; `round` counts from 1, more after it came back. */
export const documentSubmitted = defineEvent(
  'work.document-submitted',
  z.object({ ...document, round: z.int().positive() }),
)

/** The final approver has approved it. `personId` is the drafter's; `points` what the release says of the grade. */
export const documentApproved = defineEvent(
  'work.document-approved',
  z.object({
    ...document,
    approvedById: id,
    grade: z.enum(GRADES).nullable(),
    points: z.int().min(0).max(100).nullable(),
    approvedAt: instant,
    dispatched: z.boolean(),
  }),
)

/** Somebody on the route wants it worked over (보완·재검토). */
export const documentReturned = defineEvent('work.document-returned', z.object({ ...document, byId: id }))

/** 보류 at somebody on the route. */
export const documentHeld = defineEvent('work.document-held', z.object({ ...document, byId: id }))

/** 중단: it will not be approved. */
export const documentStopped = defineEvent('work.document-stopped', z.object({ ...document, byId: id }))

/** 회수 by its drafter. */
export const documentWithdrawn = defineEvent('work.document-withdrawn', z.object(document))

/** A directive was given to a person; `unitId` is that person's unit. */
export const directiveGiven = defineEvent(
  'work.directive-given',
  z.object({ directiveId: id, documentId: id, unitId: id, personId: id, dueDate: day.nullable() }),
)

/** The giver took it as done. In time: reported on the due day or before; without a due day always. */
export const directiveClosed = defineEvent(
  'work.directive-closed',
  z.object({
    directiveId: id,
    documentId: id,
    unitId: id,
    personId: id,
    dueDate: day.nullable(),
    closedDate: day,
    inTime: z.boolean(),
    sequence: z.int().positive(),
  }),
)
