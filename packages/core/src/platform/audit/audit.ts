import { type Actor, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

export interface AuditEntry {
  /** `<subject>.<verb>`, as in `petition.complete`. */
  readonly action: string
  readonly subjectType: string
  readonly subjectId: string
  readonly before?: unknown
  readonly after?: unknown
  /** Why, where the act asks for it. */
  readonly reason?: string | undefined
}

/** Records who did what to which record in the transaction of the act; the row commits or vanishes with it (B11). */
export async function audit(tx: TxCtx, entry: AuditEntry): Promise<void> {
  const actor = describeActor(tx.actor)
  tx.buffer.addAudit({
    id: newId(),
    action: entry.action,
    ...actor,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
    request_id: tx.requestId,
    source: tx.source,
    occurred_at: tx.clock.now().toISOString(),
  })
}

function describeActor(actor: Actor): { actor_kind: string; actor_id: string | null; actor_name: string | null } {
  switch (actor.kind) {
    case 'officer':
      return { actor_kind: 'officer', actor_id: actor.personId, actor_name: null }
    case 'citizen':
      return { actor_kind: 'citizen', actor_id: actor.customerId, actor_name: null }
    case 'guest':
      return { actor_kind: 'guest', actor_id: null, actor_name: null }
    case 'system':
      return { actor_kind: 'system', actor_id: null, actor_name: actor.name }
  }
}
