import { sql } from 'drizzle-orm'
import { ConflictError, canonicalJson, type Id, newId, sha256 } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

/** A request's claim on its key: either it is new and settles its answer, or the first answer comes back. */
export type Claim<T> =
  | { readonly replayed: false; settle(response: T): Promise<void> }
  | { readonly replayed: true; readonly response: T }

/**
 * Claims a client's idempotency key for one procedure and user, in the transaction of the act. A second request with
 * the key waits for the first, then gets its answer. Without a key every request is new.
 * @throws ConflictError `request.replayed-differently` when the key came before with another body
 */
export async function claimRequest<T>(
  tx: TxCtx,
  request: { procedure: string; key: string | undefined; body: unknown },
): Promise<Claim<T>> {
  if (request.key === undefined) return { replayed: false, settle: async () => {} }
  const id = newId()
  const hash = sha256(canonicalJson(request.body))
  const actorId = keyOwner(tx)
  const inserted = await tx.sql.execute(sql`
    insert into public.idempotency_key (tenant_id, id, actor_id, procedure, key, request_hash)
    values (${tx.tenantId}, ${id}, ${actorId}, ${request.procedure}, ${request.key}, ${hash})
    on conflict (tenant_id, actor_id, procedure, key) do nothing returning id`)
  if (inserted.length > 0) {
    return {
      replayed: false,
      async settle(response) {
        await tx.sql.execute(sql`
          update public.idempotency_key set response = ${JSON.stringify(response)}::text::jsonb
          where tenant_id = ${tx.tenantId} and id = ${id}`)
      },
    }
  }
  const [first] = await tx.sql.execute<{ request_hash: string; response: unknown }>(sql`
    select request_hash, response from public.idempotency_key
    where tenant_id = ${tx.tenantId} and actor_id = ${actorId} and procedure = ${request.procedure} and key = ${request.key}`)
  if (first === undefined || first.request_hash !== hash) throw new ConflictError('request.replayed-differently')
  return {
    replayed: true,
    response: (typeof first.response === 'string' ? JSON.parse(first.response) : first.response) as T,
  }
}

/** Keys belong to an account; the system's own keys to the agency. */
function keyOwner(tx: TxCtx): Id {
  return tx.actor.kind === 'officer' || tx.actor.kind === 'citizen' ? tx.actor.accountId : tx.tenantId
}
