import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const RUN_STATES = ['requested', 'running', 'retrying', 'succeeded', 'failed', 'cancelled'] as const
export type RunState = (typeof RUN_STATES)[number]

const now = sql`clock_timestamp()`
const at = (name: string) => timestamp(name, { withTimezone: true })

export const jobRun = pgTable(
  'job_run',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    ids: jsonb('ids').$type<Record<string, string>>().notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    state: text('state', { enum: RUN_STATES }).notNull().default('requested'),
    progressDone: integer('progress_done').notNull().default(0),
    progressTotal: integer('progress_total'),
    attempts: integer('attempts').notNull().default(0),
    requestedBy: uuid('requested_by'),
    requestedAt: at('requested_at').notNull().default(now),
    touchedAt: at('touched_at').notNull().default(now),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    cancelRequestedAt: at('cancel_requested_at'),
    errorCode: text('error_code'),
    result: jsonb('result').$type<Record<string, number>>(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)
