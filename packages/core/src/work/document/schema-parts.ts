import { z } from 'zod'

/** Limits a form can show; the same numbers stand in the tables' checks. */
export const DOCUMENT_LIMITS = {
  title: 200,
  fieldText: 4_000,
  opinion: 4_000,
  directive: 2_000,
  directives: 10,
  report: 4_000,
  reason: 1_000,
  request: 100,
  files: 20,
  steps: 20,
  taskCards: 10,
  receivers: 100,
  people: 100,
  savedRoutes: 30,
  bulk: 50,
  exported: 5_000,
} as const

export const DOCUMENT_STATES = [
  'draft',
  'in-review',
  'on-hold',
  'returned',
  'withdrawn',
  'stopped',
  'approved',
] as const

/** `turn`: it waits for this person; `skipped`: the round ended before it came to them. */
export const STEP_STATES = ['waiting', 'turn', 'held', 'done', 'skipped'] as const

/** 처리구분 and 지시구분 of R5. */
export const PROCESS_ACTIONS = ['report', 'direct'] as const
export const DIRECTIVE_KINDS = ['execute', 'revise', 'hold', 'stop'] as const

/** What the drafter asks a person of the route for: 보고, 지시, 시행. */
export const STEP_REQUESTS = ['report', 'direct', 'execute'] as const

/** 정보공개법 §9 ① each 호: the grounds of not disclosing. */
export const DISCLOSURE_GROUNDS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

/** What one may do with a document now; the screens show these, the commands check again. */
export const DOCUMENT_ABILITIES = [
  'save',
  'discard',
  'submit',
  'withdraw',
  'process',
  'change-route',
  'delegate',
  'change-attributes',
  'supersede',
] as const

export const DIRECTIVE_STATES = ['open', 'reported', 'closed'] as const
export const DIRECTIVE_ABILITIES = ['report', 'close'] as const

export const id = z.uuid()
export const instant = z.iso.datetime({ offset: true })
export const text = (max: number) => z.string().trim().min(1).max(max)
export const reason = text(DOCUMENT_LIMITS.reason)
export const version = z.int().positive().optional()
export const idempotencyKey = z.string().min(8).max(100).optional()
export const direction = z.enum(['forward']).optional()
export const cursor = z.string().max(1_200).optional()
export const localized = z.object({ ko: z.string(), en: z.string() })
export const documentState = z.enum(DOCUMENT_STATES)
export const stepState = z.enum(STEP_STATES)
export const unitRef = z.object({ id, name: localized })
export const personRef = z.object({ id, name: z.string() })
/** Who somebody was when it happened: name, title and unit as they stood then. */
export const personAs = z.object({ id, name: z.string(), title: localized.nullable(), unit: localized.nullable() })
