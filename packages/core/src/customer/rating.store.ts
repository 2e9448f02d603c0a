import { sql } from 'drizzle-orm'
import { type Id, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { StoredPetition } from './petition.store.ts'

export interface Stars {
  readonly promptness: number
  readonly kindness: number
  readonly attitude: number
  readonly overall: number
}

/** Writes the rating of the petition's last completion. @returns its id, or undefined when that one has been rated */
export async function insertRating(
  tx: TxCtx,
  petition: StoredPetition,
  stars: Stars,
  comment: string | null,
): Promise<Id | undefined> {
  const [row] = await tx.sql.execute<{ id: Id }>(sql`
    insert into public.rating (tenant_id, id, petition_id, sequence, customer_id, service_key, unit_id, person_id, promptness,
      kindness, attitude, overall, comment, rated_at)
    values (${tx.tenantId}, ${newId()}, ${petition.id}, ${petition.sequence}, ${petition.customerId}::uuid, ${petition.serviceKey},
      ${petition.unitId}, ${petition.personId}::uuid, ${stars.promptness}, ${stars.kindness}, ${stars.attitude}, ${stars.overall},
      ${comment}::text, ${tx.clock.now().toISOString()})
    on conflict (tenant_id, petition_id, sequence) do nothing returning id`)
  return row?.id
}
