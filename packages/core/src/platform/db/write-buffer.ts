import type postgres from 'postgres'
import type { Ctx } from '../../kernel/index.ts'

export interface OutboxRow {
  readonly id: string
  readonly type: string
  readonly payload: unknown
  readonly origin: string
  readonly occurred_at: string
}

export interface AuditRow {
  readonly id: string
  readonly action: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly subject_type: string
  readonly subject_id: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly request_id: string
  readonly source: string | null
  readonly occurred_at: string
}

interface Mark {
  readonly events: number
  readonly audits: number
}

/** What a transaction will write to outbox and audit when it commits. */
export interface Buffer {
  addEvent(row: OutboxRow, touches: readonly string[]): void
  addAudit(row: AuditRow): void
  addTopics(topics: readonly string[]): void
  mark(): Mark
  rewind(mark: Mark): void
  /** How deep the savepoint about to begin lies; savepoints of one transaction never overlap. */
  enterSavepoint(): number
  leaveSavepoint(): void
  topics(): string[]
  /** Work for the worker that is not an event: an envelope to carry. */
  wakeWorker(): void
  needsWorker(): boolean
  rows(): { events: readonly OutboxRow[]; audits: readonly AuditRow[] }
}

/** An empty buffer. Topics of a rewound part may be announced all the same: a stale view only reads again. */
export function newBuffer(): Buffer {
  const events: OutboxRow[] = []
  const audits: AuditRow[] = []
  const topics = new Set<string>()
  let savepoints = 0
  let wake = false
  return {
    addEvent(row, touches) {
      events.push(row)
      for (const topic of touches) topics.add(topic)
    },
    addAudit(row) {
      audits.push(row)
    },
    addTopics(more) {
      for (const topic of more) topics.add(topic)
    },
    mark: () => ({ events: events.length, audits: audits.length }),
    rewind(mark) {
      events.length = mark.events
      audits.length = mark.audits
    },
    enterSavepoint: () => ++savepoints,
    leaveSavepoint() {
      savepoints -= 1
    },
    topics: () => [...topics],
    wakeWorker() {
      wake = true
    },
    needsWorker: () => wake || events.length > 0,
    rows: () => ({ events, audits }),
  }
}

const FLUSH = `
with o as (
  insert into public.outbox (tenant_id, id, type, payload, origin, occurred_at)
  select $1::uuid, x.id, x.type, x.payload, x.origin, x.occurred_at
  from jsonb_to_recordset($2::text::jsonb) as x(id uuid, type text, payload jsonb, origin text, occurred_at timestamptz)
), w as (
  insert into public.audit_waiting (tenant_id, audit_id)
  select $1::uuid, x.id from jsonb_to_recordset($3::text::jsonb) as x(id uuid)
)
insert into public.audit_event (tenant_id, id, action, actor_kind, actor_id, actor_name, subject_type, subject_id,
  before, after, reason, request_id, source, occurred_at)
select $1::uuid, x.id, x.action, x.actor_kind, x.actor_id, x.actor_name, x.subject_type, x.subject_id,
  x.before, x.after, x.reason, x.request_id, x.source, x.occurred_at
from jsonb_to_recordset($3::text::jsonb) as x(id uuid, action text, actor_kind text, actor_id uuid, actor_name text,
  subject_type text, subject_id text, before jsonb, after jsonb, reason text, request_id text, source text,
  occurred_at timestamptz)`

/** Writes the buffered rows as one statement; the caller sends the commit right behind it. */
export async function flushBuffer(client: postgres.Sql, ctx: Ctx & { buffer: Buffer }): Promise<void> {
  const { events, audits } = ctx.buffer.rows()
  if (events.length === 0 && audits.length === 0) return
  await client.unsafe(FLUSH, [ctx.tenantId, JSON.stringify(events), JSON.stringify(audits)], { prepare: true })
}
