import { z } from 'zod'
import { defineEvent } from '../platform/index.ts'

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const stars = z.int().min(1).max(5)
const owner = { unitId: id, personId: id.nullable() }

/** A citizen, or an officer for a caller, has filed a petition. */
export const petitionFiled = defineEvent(
  'customer.petition-filed',
  z.object({ petitionId: id, serviceKey: z.string(), channel: z.string() }),
)

/** The agency has the petition; the statutory clock runs from `receivedAt`. */
export const petitionReceived = defineEvent(
  'customer.petition-received',
  z.object({ petitionId: id, serviceKey: z.string(), receivedAt: instant, dueAt: instant }),
)

/** A unit owns the petition, and a person when one was free or took it. */
export const petitionAssigned = defineEvent('customer.petition-assigned', z.object({ petitionId: id, ...owner }))

/** A line was said in the talk between the citizen and the officer. */
export const petitionMessage = defineEvent(
  'customer.petition-message',
  z.object({ petitionId: id, messageId: id, from: z.enum(['citizen', 'officer']) }),
)

/** The officer has asked for what is missing; the clock stands until it comes or the date passes. */
export const supplementRequested = defineEvent(
  'customer.supplement-requested',
  z.object({ petitionId: id, supplementId: id, until: instant }),
)

/** The citizen has handed in what was missing. */
export const supplementSubmitted = defineEvent(
  'customer.supplement-submitted',
  z.object({ petitionId: id, supplementId: id }),
)

/** The deadline moved by the one extension the law allows without consent. */
export const petitionExtended = defineEvent('customer.petition-extended', z.object({ petitionId: id, dueAt: instant }))

/** The petition went to another unit, or to another agency when `toTenantId` is set. */
export const petitionTransferred = defineEvent(
  'customer.petition-transferred',
  z.object({ petitionId: id, fromUnitId: id, toUnitId: id.nullable(), toTenantId: id.nullable() }),
)

/** The other agency sent the petition back; the sender goes on with it. */
export const petitionTransferRefused = defineEvent(
  'customer.petition-transfer-refused',
  z.object({ petitionId: id, toTenantId: id, unitId: id }),
)

/** The process tells the citizen how it goes on: a crew is on its way, an inspection takes longer. */
export const petitionNotice = defineEvent(
  'customer.petition-notice',
  z.object({ petitionId: id, message: z.string(), name: z.string() }),
)

/** Answered and closed. `sequence` is the completion's number: a completion after a reopening supersedes. */
export const petitionCompleted = defineEvent(
  'customer.petition-completed',
  z.object({
    petitionId: id,
    serviceKey: z.string(),
    ...owner,
    receivedAt: instant,
    completedAt: instant,
    dueAt: instant,
    withinDeadline: z.boolean(),
    workingMinutes: z.int().nonnegative(),
    statutoryDays: z.string().regex(/^\d+(\.\d{1,6})?$/),
    sequence: z.int().positive(),
  }),
)

/** The citizen rated one completion; it counts for the unit and person who completed it. */
export const petitionRated = defineEvent(
  'customer.petition-rated',
  z.object({
    petitionId: id,
    serviceKey: z.string(),
    ...owner,
    completedAt: instant,
    ratedAt: instant,
    promptness: stars,
    kindness: stars,
    attitude: stars,
    overall: stars,
    sequence: z.int().positive(),
  }),
)

/** The citizen was not helped: completion number `sequence` no longer stands. */
export const petitionReopened = defineEvent(
  'customer.petition-reopened',
  z.object({ petitionId: id, sequence: z.int().positive(), unitId: id }),
)

/** The citizen took the petition back. */
export const petitionWithdrawn = defineEvent(
  'customer.petition-withdrawn',
  z.object({ petitionId: id, unitId: id.nullable() }),
)
