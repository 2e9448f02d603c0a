import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const MAIL_STATES = ['pending', 'sending', 'sent', 'kept', 'failed'] as const

const now = sql`clock_timestamp()`
const at = (name: string) => timestamp(name, { withTimezone: true })

export const mailOutbox = pgTable(
  'mail_outbox',
  {
    tenantId: uuid('tenant_id').notNull(),
    id: uuid('id').notNull(),
    toAddress: text('to_address').notNull(),
    toAccountId: uuid('to_account_id'),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    template: text('template').notNull(),
    params: jsonb('params').$type<Record<string, string>>().notNull(),
    locale: text('locale', { enum: ['ko', 'en'] }).notNull(),
    state: text('state', { enum: MAIL_STATES }).notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    possiblyTwice: boolean('possibly_twice').notNull().default(false),
    lastError: text('last_error'),
    createdAt: at('created_at').notNull().default(now),
    touchedAt: at('touched_at').notNull().default(now),
    sentAt: at('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.id] })],
)
