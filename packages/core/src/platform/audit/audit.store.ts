import { sql } from 'drizzle-orm'
import type { TxCtx } from '../db/with-tenant.ts'

export interface AuditRecord {
  readonly id: string
  readonly action: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subjectType: string
  readonly subjectId: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly occurredAt: Date
}

/** The audit trail of one record, oldest first. */
export async function auditTrail(tx: TxCtx, subjectType: string, subjectId: string): Promise<AuditRecord[]> {
  const rows = await tx.sql.execute<{
    id: string
    action: string
    actor_kind: string
    actor_id: string | null
    before: unknown
    after: unknown
    reason: string | null
    occurred_at: string
  }>(sql`
    select id, action, actor_kind, actor_id, before, after, reason, occurred_at from public.audit_event
    where subject_type = ${subjectType} and subject_id = ${subjectId} order by id`)
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    subjectType,
    subjectId,
    before: row.before,
    after: row.after,
    reason: row.reason,
    occurredAt: new Date(row.occurred_at),
  }))
}
