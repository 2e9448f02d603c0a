import { sql } from 'drizzle-orm'
import { ConflictError, type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { actorId } from './petition.store.ts'

export interface AnswerDraft {
  readonly petitionId: Id
  /** The completion it is for: one answer each. */
  readonly sequence: number
  readonly unitId: Id
  readonly body: string
  readonly fileIds: readonly Id[]
}

/**
 * Saves the answer's draft over the version the officer saw; an answer already given is never overwritten.
 * @returns its new version; @throws ConflictError `petition.answer-changed` or `petition.already-completed`
 */
export async function saveAnswerDraft(tx: TxCtx, draft: AnswerDraft, version: number | undefined): Promise<number> {
  const now = tx.clock.now().toISOString()
  const files = JSON.stringify(draft.fileIds)
  const [row] = await tx.sql.execute<{ version: number }>(sql`
    insert into public.answer as a (tenant_id, id, petition_id, sequence, status, body, file_ids, unit_id, person_id, saved_at)
    values (${tx.tenantId}, ${newId()}, ${draft.petitionId}, ${draft.sequence}, 'draft', ${draft.body},
      array(select x::uuid from jsonb_array_elements_text(${files}::text::jsonb) as x), ${draft.unitId},
      ${actorId(tx.actor)}::uuid, ${now})
    on conflict (tenant_id, petition_id, sequence) do update set body = excluded.body, file_ids = excluded.file_ids,
      unit_id = excluded.unit_id, person_id = excluded.person_id, saved_at = excluded.saved_at, version = a.version + 1
    where a.status = 'draft' and a.version = coalesce(${version ?? null}::integer, a.version)
    returning version`)
  if (row !== undefined) return row.version
  const [other] = await tx.sql.execute<{ status: string; saved_at: string }>(sql`
    select status, saved_at from public.answer
    where tenant_id = ${tx.tenantId} and petition_id = ${draft.petitionId} and sequence = ${draft.sequence}`)
  if (other?.status !== 'draft') throw new ConflictError('petition.already-completed')
  throw new ConflictError('petition.answer-changed', { params: { at: new Date(other.saved_at).toISOString() } })
}

/**
 * Writes the answer for good, or for a superior to approve first (`submitted`).
 * @throws ConflictError `petition.already-completed` when the completion has its answer
 */
export async function writeAnswer(tx: TxCtx, draft: AnswerDraft, status: 'submitted' | 'final'): Promise<Id> {
  const now = tx.clock.now().toISOString()
  const files = JSON.stringify(draft.fileIds)
  const [row] = await tx.sql.execute<{ id: Id }>(sql`
    insert into public.answer as a (tenant_id, id, petition_id, sequence, status, body, file_ids, unit_id, person_id, saved_at, answered_at)
    values (${tx.tenantId}, ${newId()}, ${draft.petitionId}, ${draft.sequence}, ${status}, ${draft.body},
      array(select x::uuid from jsonb_array_elements_text(${files}::text::jsonb) as x), ${draft.unitId},
      ${actorId(tx.actor)}::uuid, ${now}, ${status === 'final' ? now : null}::timestamptz)
    on conflict (tenant_id, petition_id, sequence) do update set status = excluded.status, body = excluded.body,
      file_ids = excluded.file_ids, unit_id = excluded.unit_id, person_id = excluded.person_id, saved_at = excluded.saved_at,
      answered_at = excluded.answered_at, version = a.version + 1
    where a.status = 'draft'
    returning id`)
  if (row === undefined) throw new ConflictError('petition.already-completed')
  return row.id
}

/** An approved answer becomes final, a refused one a draft again. @returns false when none was submitted */
export async function settleSubmittedAnswer(
  tx: TxCtx,
  petitionId: Id,
  sequence: number,
  to: 'final' | 'draft',
): Promise<boolean> {
  const answeredAt = to === 'final' ? tx.clock.now().toISOString() : null
  const rows = await tx.sql.execute(sql`
    update public.answer set status = ${to}, answered_at = ${answeredAt}::timestamptz, version = version + 1
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} and sequence = ${sequence} and status = 'submitted'
    returning id`)
  return rows.length > 0
}
