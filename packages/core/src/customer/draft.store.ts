import { sql } from 'drizzle-orm'
import { ConflictError, type Id, NotFoundError, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

export interface PetitionDraft {
  readonly serviceKey: string | null
  readonly title: string
  readonly body: string
  readonly visibility: 'private' | 'public'
  readonly fileIds: readonly Id[]
}

/**
 * Saves a draft of the customer, new or over the version the customer saw.
 * @throws NotFoundError for a draft that is not the customer's; ConflictError when another window saved it since
 */
export async function saveDraftRow(
  tx: TxCtx,
  customerId: Id,
  draft: PetitionDraft,
  target: { id: Id | undefined; version: number | undefined },
): Promise<{ id: Id; version: number }> {
  const now = tx.clock.now().toISOString()
  const files = JSON.stringify(draft.fileIds)
  if (target.id === undefined) {
    const id = newId()
    await tx.sql.execute(sql`
      insert into public.petition_draft (tenant_id, id, customer_id, service_key, title, body, visibility, file_ids, saved_at)
      values (${tx.tenantId}, ${id}, ${customerId}, ${draft.serviceKey}::text, ${draft.title}, ${draft.body}, ${draft.visibility},
        array(select x::uuid from jsonb_array_elements_text(${files}::text::jsonb) as x), ${now})`)
    return { id, version: 1 }
  }
  const [saved] = await tx.sql.execute<{ version: number }>(sql`
    update public.petition_draft set service_key = ${draft.serviceKey}::text, title = ${draft.title}, body = ${draft.body},
      visibility = ${draft.visibility}, saved_at = ${now}, version = version + 1,
      file_ids = array(select x::uuid from jsonb_array_elements_text(${files}::text::jsonb) as x)
    where tenant_id = ${tx.tenantId} and id = ${target.id} and customer_id = ${customerId}
      and version = coalesce(${target.version ?? null}::integer, version)
    returning version`)
  if (saved !== undefined) return { id: target.id, version: saved.version }
  const [other] = await tx.sql.execute<{ saved_at: string }>(sql`
    select saved_at from public.petition_draft
    where tenant_id = ${tx.tenantId} and id = ${target.id} and customer_id = ${customerId}`)
  if (other === undefined) throw new NotFoundError('petition.draft-not-found')
  throw new ConflictError('petition.draft-changed', { params: { at: new Date(other.saved_at).toISOString() } })
}

/** Deletes a draft of the customer; false when there is none. */
export async function deleteDraft(tx: TxCtx, id: Id, customerId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    delete from public.petition_draft where tenant_id = ${tx.tenantId} and id = ${id} and customer_id = ${customerId} returning id`)
  return rows.length > 0
}
