import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { uuids } from './achievement.store.ts'

/** What other areas need to know of a card. */
export interface TaskCardBrief {
  readonly id: Id
  readonly name: string
  readonly unitTaskId: Id
  readonly unitId: Id
  /** The person in charge. */
  readonly personId: Id
  readonly year: number
  readonly status: 'active' | 'closed'
}

/** Cards by their ids, in no order; those unknown or another agency's are absent. */
export async function taskCardsByIds(tx: TxCtx, ids: readonly Id[]): Promise<TaskCardBrief[]> {
  if (ids.length === 0) return []
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    unit_task_id: Id
    unit_id: Id
    owner_id: Id
    year: number
    status: 'active' | 'closed'
  }>(sql`
    select id, name, unit_task_id, unit_id, owner_id, year, status from public.task_card
    where tenant_id = ${tx.tenantId} and id = any(${uuids(ids)}::text::uuid[])`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitTaskId: row.unit_task_id,
    unitId: row.unit_id,
    personId: row.owner_id,
    year: row.year,
    status: row.status,
  }))
}
