import { z } from 'zod'
import { ACCESS_SCOPES } from '../values.ts'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const RECORD_LIMITS = {
  title: 200,
  place: 200,
  note: 4_000,
  memo: 8_000,
  opinion: 4_000,
  remarks: 8_000,
  reason: 1_000,
  files: 10,
  people: 100,
  tasks: 10,
  items: 40,
} as const

export const id = z.uuid()
export const instant = z.iso.datetime({ offset: true })
export const localized = z.object({ ko: z.string(), en: z.string() })
export const text = (max: number) => z.string().trim().min(1).max(max)
export const version = z.int().positive().optional()
export const idempotencyKey = z.string().min(8).max(100).optional()
export const scope = z.enum(ACCESS_SCOPES)
export const personIds = z.array(id).max(RECORD_LIMITS.people).default([])
export const taskCardIds = z.array(id).max(RECORD_LIMITS.tasks).default([])
export const fileIds = z.array(id).max(RECORD_LIMITS.files).default([])
export const direction = z.enum(['forward']).optional()

export const personLine = z.object({
  id,
  name: z.string(),
  title: localized.nullable(),
  unit: localized.nullable(),
})
export const taskLine = z.object({ id, name: z.string() })
export const unitLine = z.object({ id, name: localized })
export const changeLine = z.object({
  id,
  kind: z.string(),
  at: instant,
  person: z.string().nullable(),
  reason: z.string().nullable(),
  /** Names of the fields that changed. */
  fields: z.array(z.string()),
})
