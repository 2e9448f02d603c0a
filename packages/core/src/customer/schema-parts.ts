import { z } from 'zod'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const PETITION_LIMITS = {
  title: 200,
  body: 20_000,
  answer: 50_000,
  message: 4_000,
  reason: 1_000,
  comment: 2_000,
  files: 10,
} as const

export const PETITION_STAGES = ['received', 'assigned', 'review', 'completed'] as const
export const PETITION_STATUSES = [
  'open',
  'supplement',
  'transferring',
  'completed',
  'withdrawn',
  'transferred',
  'returned',
] as const
export const PETITION_ACTIONS = [
  'take',
  'assign',
  'transfer',
  'transfer-to-agency',
  'refuse-transfer',
  'request-supplement',
  'submit-supplement',
  'extend',
  'message',
  'draft-answer',
  'complete-task',
  'answer',
  'rate',
  'reopen',
  'withdraw',
] as const

export const id = z.uuid()
export const instant = z.iso.datetime({ offset: true })
export const text = (max: number) => z.string().trim().min(1).max(max)
export const reason = text(PETITION_LIMITS.reason)
export const fileIds = z.array(id).max(PETITION_LIMITS.files).default([])
export const version = z.int().positive().optional()
export const idempotencyKey = z.string().min(8).max(100).optional()
export const visibility = z.enum(['private', 'public'])
/** What a paging client sends along with its cursor; pages go forward only. */
export const direction = z.enum(['forward']).optional()
export const localized = z.object({ ko: z.string(), en: z.string() })
export const stage = z.enum(PETITION_STAGES)
export const status = z.enum(PETITION_STATUSES)
export const action = z.enum(PETITION_ACTIONS)
export const stars = z.int().min(1).max(5)

export const unit = z.object({ id, name: localized })
export const person = z.object({ id, name: z.string(), title: localized.nullable(), phone: z.string().nullable() })

export const service = z.object({
  key: z.string(),
  name: localized,
  area: z.object({ key: z.string(), name: localized }),
  petitionType: z.string(),
  period: z.object({ unit: z.enum(['hours', 'days']), amount: z.int() }),
})
