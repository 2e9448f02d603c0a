import { z } from 'zod'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const DISPATCH_LIMITS = { reason: 1_000, note: 2_000, receivers: 100, name: 200, exported: 5_000 } as const

/** `waiting`: for the team head's release · `sent-back`: to the drafter · `sent` · `withdrawn` after it left · `cancelled` before. */
export const DISPATCH_STATES = ['waiting', 'sent-back', 'sent', 'withdrawn', 'cancelled'] as const

/** How far it is with one receiver. `on-its-way`: to another agency, not yet there. */
export const RECEIVER_STATES = [
  'planned',
  'on-its-way',
  'arrived',
  'received',
  'assigned',
  'closed',
  'refused',
  'recalled',
] as const

/** `arrived`: nobody has received it yet; `received`: numbered; `closed`: handled or turned into a task. */
export const RECEPTION_STATES = ['arrived', 'received', 'assigned', 'closed', 'refused'] as const

export const DISPATCH_ABILITIES = ['release', 'send-back', 'amend', 'cancel', 'withdraw'] as const
export const RECEPTION_ABILITIES = ['receive', 'route', 'assign', 'to-task', 'close', 'refuse'] as const

export const id = z.uuid()
export const instant = z.iso.datetime({ offset: true })
export const text = (max: number) => z.string().trim().min(1).max(max)
export const reason = text(DISPATCH_LIMITS.reason)
export const version = z.int().positive()
export const idempotencyKey = z.string().min(8).max(100).optional()
export const direction = z.enum(['forward']).optional()
export const cursor = z.string().max(1_200).optional()
export const localized = z.object({ ko: z.string(), en: z.string() })
export const unitRef = z.object({ id, name: localized })
export const personRef = z.object({ id, name: z.string() })
export const personAs = z.object({ id, name: z.string(), title: localized.nullable(), unit: localized.nullable() })
export const fileView = z.object({ id, name: z.string(), size: z.int(), mediaType: z.string() })
/** 결재자표시: who approved, as it stands on the paper. `mark`: `전결`, `대결`. */
export const approverMark = z.object({
  name: z.string(),
  title: localized.nullable(),
  role: z.enum(['draft', 'review', 'consent', 'approve']),
  mark: z.enum(['delegated', 'acting', 'delegated-acting']).nullable(),
})
/** What the sender's paper says beside its words: 발신명의 and the receivers in their order. */
export const paperHead = z.object({ senderName: localized, receivers: z.array(localized) })
export const dispatchHistoryLine = z.object({
  id,
  kind: z.string(),
  person: personAs.nullable(),
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  at: instant,
})
