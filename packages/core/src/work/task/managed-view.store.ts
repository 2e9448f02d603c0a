import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { UNNAMED, unitName, uuids } from './sql-parts.store.ts'

/** Managed tasks with the number of their cards, by name. */
export async function managedTaskRows(
  tx: TxCtx,
  filter: {
    id?: Id | undefined
    year?: number | undefined
    unitIds?: readonly Id[] | undefined
    pattern?: string | undefined
    limit: number
  },
) {
  const { id, year, unitIds, pattern } = filter
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    year: number
    unit_id: Id
    unit_name: LocalizedText | null
    objective_key: string | null
    annual_report: boolean
    quality_managed: boolean
    cards: number
  }>(sql`
    select m.id, m.name, m.year, m.unit_id, ${unitName('m.unit_id')} as unit_name, m.objective_key, m.annual_report,
      m.quality_managed, (select count(*)::int from public.task_card c where c.tenant_id = m.tenant_id and c.managed_task_id = m.id) as cards
    from public.managed_task m where m.tenant_id = ${tx.tenantId}
      ${id === undefined ? sql`` : sql`and m.id = ${id}`}
      ${year === undefined ? sql`` : sql`and m.year = ${year}`}
      ${unitIds === undefined ? sql`` : sql`and m.unit_id = any(${uuids(unitIds)}::text::uuid[])`}
      ${pattern === undefined ? sql`` : sql`and m.name ilike ${pattern}`}
    order by m.name, m.id limit ${filter.limit}`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    year: row.year,
    unit: { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    objectiveKey: row.objective_key,
    annualReport: row.annual_report,
    qualityManaged: row.quality_managed,
    cards: row.cards,
  }))
}
