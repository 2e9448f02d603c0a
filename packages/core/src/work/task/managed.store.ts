import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { actorPerson } from './sql-parts.store.ts'

/** 관리과제. */
export interface ManagedTask {
  readonly id: Id
  readonly name: string
  readonly year: number
  readonly unitTaskId: Id
  readonly unitId: Id
  /** The objective of the release that it serves (R33). */
  readonly objectiveKey: string | null
  readonly annualReport: boolean
  readonly qualityManaged: boolean
  readonly releaseHash: string
  readonly version: number
}

/** A managed task. @throws NotFoundError `task.managed-not-found`, also for another agency's */
export async function findManagedTask(tx: TxCtx, id: Id): Promise<ManagedTask> {
  const [row] = await tx.sql.execute<ManagedTask & Record<string, unknown>>(sql`
    select id, name, year, unit_task_id as "unitTaskId", unit_id as "unitId", objective_key as "objectiveKey",
      annual_report as "annualReport", quality_managed as "qualityManaged", release_hash as "releaseHash", version
    from public.managed_task where tenant_id = ${tx.tenantId} and id = ${id}`)
  if (row === undefined) throw new NotFoundError('task.managed-not-found')
  return { ...row }
}

/** Writes a new managed task. */
export async function insertManagedTask(tx: TxCtx, task: Omit<ManagedTask, 'version'>): Promise<void> {
  const by = actorPerson(tx.actor)
  const now = tx.clock.now().toISOString()
  await tx.sql.execute(sql`
    insert into public.managed_task (tenant_id, id, name, year, unit_task_id, unit_id, objective_key, annual_report,
      quality_managed, release_hash, created_by, created_at, changed_by, changed_at)
    values (${tx.tenantId}, ${task.id}, ${task.name}, ${task.year}, ${task.unitTaskId}, ${task.unitId}, ${task.objectiveKey},
      ${task.annualReport}, ${task.qualityManaged}, ${task.releaseHash}, ${by}, ${now}, ${by}, ${now})`)
}

/** Writes a changed managed task if nobody changed it since it was read. @returns the ids of its cards; undefined when somebody did */
export async function saveManagedTask(tx: TxCtx, task: ManagedTask): Promise<Id[] | undefined> {
  const rows = await tx.sql.execute<{ id: Id; card_id: Id | null }>(sql`
    with m as (
      update public.managed_task set name = ${task.name}, objective_key = ${task.objectiveKey}, annual_report = ${task.annualReport},
        quality_managed = ${task.qualityManaged}, changed_by = ${actorPerson(tx.actor)},
        changed_at = ${tx.clock.now().toISOString()}, version = version + 1
      where tenant_id = ${tx.tenantId} and id = ${task.id} and version = ${task.version} returning id
    )
    select m.id, c.id as card_id from m
    left join public.task_card c on c.tenant_id = ${tx.tenantId} and c.managed_task_id = m.id`)
  if (rows.length === 0) return undefined
  return rows.flatMap((row) => row.card_id ?? [])
}

/** Who changed a managed task last, for the words of a conflict. */
export async function lastManagedChange(tx: TxCtx, id: Id): Promise<{ who: string; at: Date } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; at: string }>(sql`
    select o.name as who, m.changed_at as at from public.managed_task m
    left join public.person o on o.tenant_id = m.tenant_id and o.id = m.changed_by
    where m.tenant_id = ${tx.tenantId} and m.id = ${id}`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.at) }
}
