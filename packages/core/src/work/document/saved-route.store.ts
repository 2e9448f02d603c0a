import { sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { PlanStep } from './document.store.ts'
import { at, json, jsonb } from './sql.store.ts'

/** The routes a person has saved, by name. */
export async function savedRoutesOf(tx: TxCtx, personId: Id) {
  const rows = await tx.sql.execute<{ id: Id; name: string; steps: unknown; saved_at: string }>(sql`
    select id, name, steps, saved_at from public.saved_route
    where tenant_id = ${tx.tenantId} and person_id = ${personId} order by name`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    steps: json<PlanStep[]>(row.steps),
    savedAt: new Date(row.saved_at).toISOString(),
  }))
}

/** Saves a route under a name; the name's old one gives way. @returns its id */
export async function putRoute(tx: TxCtx, personId: Id, name: string, steps: readonly PlanStep[]): Promise<Id> {
  const [row] = await tx.sql.execute<{ id: Id }>(sql`
    insert into public.saved_route (tenant_id, id, person_id, name, steps, saved_at)
    values (${tx.tenantId}::uuid, ${newId()}::uuid, ${personId}::uuid, ${name}::text, ${jsonb(steps)}, ${at(tx.clock.now())})
    on conflict (tenant_id, person_id, name) do update set steps = excluded.steps, saved_at = excluded.saved_at
    returning id`)
  return row?.id ?? ''
}

/** Deletes a route of a person; false when there is none. */
export async function dropRoute(tx: TxCtx, personId: Id, routeId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    delete from public.saved_route where tenant_id = ${tx.tenantId} and person_id = ${personId} and id = ${routeId} returning id`)
  return rows.length === 1
}
