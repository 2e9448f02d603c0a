import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { actorPerson } from './sql-parts.store.ts'

/** A group of customers (대상군) a task serves. */
export interface TargetGroup {
  readonly id: Id
  readonly taskCardId: Id
  readonly name: string
  readonly kind: 'general' | 'business' | 'policy'
  readonly description: string
  readonly size: number | null
  readonly version: number
}

async function select(tx: TxCtx, column: 'id' | 'task_card_id', id: Id): Promise<TargetGroup[]> {
  const rows = await tx.sql.execute<TargetGroup & Record<string, unknown>>(sql`
    select id, task_card_id as "taskCardId", name, kind, description, size, version from public.task_target_group
    where tenant_id = ${tx.tenantId} and not removed and ${sql.raw(column)} = ${id} order by id`)
  return [...rows]
}

/** The groups of a card, the first entered first. */
export function targetGroupsOf(tx: TxCtx, cardId: Id): Promise<TargetGroup[]> {
  return select(tx, 'task_card_id', cardId)
}

/** A group. @throws NotFoundError `task.group-not-found`, also for another agency's */
export async function findTargetGroup(tx: TxCtx, id: Id): Promise<TargetGroup> {
  const [row] = await select(tx, 'id', id)
  if (row === undefined) throw new NotFoundError('task.group-not-found')
  return row
}

/** Writes a group: a new one with version 0, else the one of that version. @returns false when it changed meanwhile */
export async function writeTargetGroup(tx: TxCtx, group: TargetGroup, removed = false): Promise<boolean> {
  const by = actorPerson(tx.actor)
  const now = tx.clock.now().toISOString()
  const rows =
    group.version === 0
      ? await tx.sql.execute(sql`
          insert into public.task_target_group (tenant_id, id, task_card_id, name, kind, description, size, changed_by, changed_at)
          values (${tx.tenantId}, ${group.id}, ${group.taskCardId}, ${group.name}, ${group.kind}, ${group.description},
            ${group.size}, ${by}, ${now}) returning id`)
      : await tx.sql.execute(sql`
          update public.task_target_group set name = ${group.name}, kind = ${group.kind}, description = ${group.description},
            size = ${group.size}, removed = ${removed}, changed_by = ${by}, changed_at = ${now}, version = version + 1
          where tenant_id = ${tx.tenantId} and id = ${group.id} and version = ${group.version} and not removed returning id`)
  return rows.length === 1
}

/** Who changed a line or a group last, for the words of a conflict. */
export async function lastRowChange(
  tx: TxCtx,
  table: 'task_publicity' | 'task_target_group',
  id: Id,
): Promise<{ who: string; at: Date } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; at: string }>(sql`
    select o.name as who, r.changed_at as at from public.${sql.raw(table)} r
    left join public.person o on o.tenant_id = r.tenant_id and o.id = r.changed_by
    where r.tenant_id = ${tx.tenantId} and r.id = ${id}`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.at) }
}
