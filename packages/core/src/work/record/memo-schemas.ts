import { z } from 'zod'
import {
  changeLine,
  direction,
  fileIds,
  id,
  idempotencyKey,
  instant,
  personIds,
  personLine,
  RECORD_LIMITS,
  scope,
  taskCardIds,
  taskLine,
  text,
  unitLine,
  version,
} from './schema-parts.ts'

export const MEMO_STATES = ['reported', 'acknowledged', 'answered', 'withdrawn'] as const

export const sendMemoInput = z.strictObject({
  title: text(RECORD_LIMITS.title),
  body: text(RECORD_LIMITS.memo),
  readerId: id,
  copyIds: personIds,
  fileIds,
  taskCardIds,
  scope: scope.default('participants'),
  unitId: id.optional(),
  idempotencyKey,
})
const target = { memoId: id, version }
export const acknowledgeMemoInput = z.strictObject(target)
export const answerMemoInput = z.strictObject({ ...target, opinion: text(RECORD_LIMITS.opinion), idempotencyKey })
export const withdrawMemoInput = z.strictObject({ ...target, reason: text(RECORD_LIMITS.reason) })
export const memoActOutput = z.object({ memoId: id, version: z.int(), state: z.enum(MEMO_STATES) })

export const listMemosInput = z.strictObject({
  /** To me, from me, or all within the audience. */
  box: z.enum(['received', 'sent', 'all']).default('received'),
  state: z.enum(MEMO_STATES).optional(),
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
  direction,
  limit: z.int().min(1).max(100).default(30),
})
export const memoLine = z.object({
  id,
  title: z.string(),
  state: z.enum(MEMO_STATES),
  reportedAt: instant,
  unit: unitLine,
  person: z.object({ id, name: z.string() }),
  reader: z.object({ id, name: z.string() }),
  files: z.int(),
  /** Waits for the actor to read it. */
  waiting: z.boolean(),
})
export const listMemosOutput = z.object({
  rows: z.array(memoLine),
  nextCursor: z.string().nullable(),
  /** Memos to the actor nobody has read yet. */
  waiting: z.int(),
})

export const getMemoInput = z.strictObject({ memoId: id })
export const memoView = z.object({
  id,
  title: z.string(),
  body: z.string(),
  state: z.enum(MEMO_STATES),
  scope,
  unit: unitLine,
  person: personLine,
  reader: personLine,
  copies: z.array(personLine),
  files: z.array(z.object({ id, name: z.string(), size: z.int(), mediaType: z.string() })),
  tasks: z.array(taskLine),
  opinions: z.array(z.object({ id, body: z.string(), at: instant, person: personLine })),
  reportedAt: instant,
  acknowledgedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  changes: z.array(changeLine),
  version: z.int(),
  can: z.object({ acknowledge: z.boolean(), answer: z.boolean(), withdraw: z.boolean() }),
})

export type SendMemoInput = z.input<typeof sendMemoInput>
export type AcknowledgeMemoInput = z.input<typeof acknowledgeMemoInput>
export type AnswerMemoInput = z.input<typeof answerMemoInput>
export type WithdrawMemoInput = z.input<typeof withdrawMemoInput>
export type MemoActOutput = z.output<typeof memoActOutput>
export type ListMemosInput = z.input<typeof listMemosInput>
export type ListMemosOutput = z.output<typeof listMemosOutput>
export type MemoView = z.output<typeof memoView>
