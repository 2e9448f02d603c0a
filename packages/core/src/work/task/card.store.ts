import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { Day } from './domain/day.ts'
import type { Phase } from './domain/plan.ts'
import { actorPerson, ids, json, uuids } from './sql-parts.store.ts'

/** 진도변경: the figure a person answers for. */
export interface ManualProgress {
  readonly percent: number
  readonly reason: string
  readonly by: Id | null
  readonly at: Date
}

/** The parts of a card that acts change. */
export interface CardHeader {
  readonly name: string
  readonly unitId: Id
  readonly ownerId: Id
  readonly memberIds: readonly Id[]
  readonly goal: string
  readonly background: string
  readonly fields: Readonly<Record<string, string | number | boolean>>
  readonly status: 'active' | 'closed'
  readonly closedOn: Day | null
  readonly closeReason: string | null
}

export interface StoredCard extends CardHeader {
  readonly id: Id
  readonly year: number
  readonly unitTaskId: Id
  readonly managedTaskId: Id | null
  readonly releaseHash: string
  readonly openedOn: Day
  readonly manual: ManualProgress | null
  readonly phases: readonly Phase[]
  readonly version: number
  readonly planVersion: number
  readonly changedBy: Id | null
  readonly changedAt: Date
}

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
export async function taskCardsByIds(tx: TxCtx, cardIds: readonly Id[]): Promise<TaskCardBrief[]> {
  if (cardIds.length === 0) return []
  return [
    ...(await tx.sql.execute<TaskCardBrief & Record<string, unknown>>(sql`
    select id, name, unit_task_id as "unitTaskId", unit_id as "unitId", owner_id as "personId", year, status
    from public.task_card where tenant_id = ${tx.tenantId} and id = any(${uuids(cardIds)}::text::uuid[])`)),
  ]
}

type Row = {
  id: Id
  name: string
  year: number
  unit_task_id: Id
  managed_task_id: Id | null
  unit_id: Id
  owner_id: Id
  member_ids: unknown
  goal: string
  background: string
  fields: unknown
  release_hash: string
  status: 'active' | 'closed'
  opened_on: Day
  closed_on: Day | null
  close_reason: string | null
  manual_progress: number | null
  manual_progress_reason: string | null
  manual_progress_by: Id | null
  manual_progress_at: string | null
  phases: unknown
  version: number
  plan_version: number
  changed_by: Id | null
  changed_at: string
}

/** The card with its plan. @throws NotFoundError `task.not-found`, also for another agency's */
export async function findCard(tx: TxCtx, cardId: Id): Promise<StoredCard> {
  const [row] = await tx.sql.execute<Row>(sql`
    select c.id, c.name, c.year, c.unit_task_id, c.managed_task_id, c.unit_id, c.owner_id, to_jsonb(c.member_ids) as member_ids,
      c.goal, c.background, c.fields, c.release_hash, c.status, c.opened_on::text as opened_on, c.closed_on::text as closed_on,
      c.close_reason, c.manual_progress, c.manual_progress_reason, c.manual_progress_by, c.manual_progress_at,
      c.version, c.plan_version, c.changed_by, c.changed_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'activity', p.activity,
          'plannedWeight', p.planned_weight, 'dueDate', p.due_date, 'completedDate', p.completed_date,
          'completedBy', p.completed_by, 'sequence', p.sequence) order by p.position), '[]'::jsonb)
        from public.task_phase p where p.tenant_id = c.tenant_id and p.task_card_id = c.id) as phases
    from public.task_card c where c.tenant_id = ${tx.tenantId} and c.id = ${cardId}`)
  if (row === undefined) throw new NotFoundError('task.not-found')
  return fromRow(row)
}

/** A card nobody has seen yet. */
export type NewCard = Omit<
  StoredCard,
  'phases' | 'manual' | 'version' | 'planVersion' | 'changedBy' | 'changedAt' | 'status' | 'closedOn' | 'closeReason'
>

/** Writes a new card without a plan. */
export async function insertCard(tx: TxCtx, card: NewCard): Promise<void> {
  const by = actorPerson(tx.actor)
  const now = tx.clock.now().toISOString()
  await tx.sql.execute(sql`
    insert into public.task_card (tenant_id, id, name, year, unit_task_id, managed_task_id, unit_id, owner_id, member_ids, goal,
      background, fields, release_hash, status, opened_on, created_by, created_at, changed_by, changed_at)
    values (${tx.tenantId}, ${card.id}, ${card.name}, ${card.year}, ${card.unitTaskId}, ${card.managedTaskId}, ${card.unitId},
      ${card.ownerId}, ${uuids(card.memberIds)}::text::uuid[], ${card.goal}, ${card.background},
      ${JSON.stringify(card.fields)}::text::jsonb, ${card.releaseHash}, 'active', ${card.openedOn}::date, ${by}, ${now}, ${by}, ${now})`)
}

/** Writes a changed header if nobody changed it since it was read. @returns false when somebody did */
export async function saveHeader(tx: TxCtx, card: StoredCard, after: CardHeader): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    update public.task_card set name = ${after.name}, unit_id = ${after.unitId}, owner_id = ${after.ownerId},
      member_ids = ${uuids(after.memberIds)}::text::uuid[], goal = ${after.goal}, background = ${after.background},
      fields = ${JSON.stringify(after.fields)}::text::jsonb, status = ${after.status}, closed_on = ${after.closedOn}::date,
      close_reason = ${after.closeReason}, changed_by = ${actorPerson(tx.actor)}, changed_at = ${tx.clock.now().toISOString()},
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${card.id} and version = ${card.version} returning id`)
  return rows.length === 1
}

/**
 * Writes the whole plan if nobody changed it since it was read; with `liftManual`, the manual figure goes with it.
 * @returns false when somebody did
 */
export async function savePlan(
  tx: TxCtx,
  card: StoredCard,
  phases: readonly Phase[],
  { liftManual = false }: { liftManual?: boolean } = {},
): Promise<boolean> {
  const rows = phases.map((phase, i) => ({
    id: phase.id,
    position: i + 1,
    name: phase.name,
    activity: phase.activity,
    planned_weight: phase.plannedWeight,
    due_date: phase.dueDate,
    completed_date: phase.completedDate,
    completed_by: phase.completedBy,
    sequence: phase.sequence,
  }))
  const lifted = liftManual
    ? sql`, manual_progress = null, manual_progress_reason = null, manual_progress_by = null, manual_progress_at = null`
    : sql``
  const [done] = await tx.sql.execute<{ n: number }>(sql`
    with c as (
      update public.task_card set ${planTouched(tx)}${lifted} where tenant_id = ${tx.tenantId} and id = ${card.id}
        and plan_version = ${card.planVersion} returning id
    ), x as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, position int, name text, activity text,
        planned_weight int, due_date date, completed_date date, completed_by uuid, sequence int)
    ), gone as (
      delete from public.task_phase p using c where p.tenant_id = ${tx.tenantId} and p.task_card_id = c.id
        and p.id not in (select id from x)
    ), written as (
      insert into public.task_phase (tenant_id, id, task_card_id, position, name, activity, planned_weight, due_date,
        completed_date, completed_by, sequence)
      select ${tx.tenantId}::uuid, x.id, c.id, x.position, x.name, x.activity, x.planned_weight, x.due_date, x.completed_date,
        x.completed_by, x.sequence from x, c
      on conflict (tenant_id, id) do update set position = excluded.position, name = excluded.name,
        activity = excluded.activity, planned_weight = excluded.planned_weight, due_date = excluded.due_date,
        completed_date = excluded.completed_date, completed_by = excluded.completed_by, sequence = excluded.sequence
    )
    select count(*)::int as n from c`)
  return done?.n === 1
}

/** Writes or takes away the manual figure, as a change of the plan. @returns false when the plan changed meanwhile */
export async function saveManualProgress(
  tx: TxCtx,
  card: StoredCard,
  manual: { percent: number; reason: string } | null,
): Promise<boolean> {
  const now = tx.clock.now().toISOString()
  const rows = await tx.sql.execute(sql`
    update public.task_card set ${planTouched(tx)}, manual_progress = ${manual?.percent ?? null}::int,
      manual_progress_reason = ${manual?.reason ?? null}::text,
      manual_progress_by = ${manual === null ? null : actorPerson(tx.actor)}::uuid,
      manual_progress_at = ${manual === null ? null : now}::timestamptz
    where tenant_id = ${tx.tenantId} and id = ${card.id} and plan_version = ${card.planVersion} returning id`)
  return rows.length === 1
}

/** Who changed the header or the plan last, for the words of a conflict. */
export async function lastCardChange(
  tx: TxCtx,
  cardId: Id,
  part: 'header' | 'plan',
): Promise<{ who: string; at: Date } | undefined> {
  const prefix = sql.raw(part === 'plan' ? 'c.plan_changed' : 'c.changed')
  const [row] = await tx.sql.execute<{ who: string | null; at: string | null }>(sql`
    select o.name as who, ${prefix}_at as at from public.task_card c
    left join public.person o on o.tenant_id = c.tenant_id and o.id = ${prefix}_by
    where c.tenant_id = ${tx.tenantId} and c.id = ${cardId}`)
  return row?.at == null ? undefined : { who: row.who ?? '—', at: new Date(row.at) }
}

function planTouched(tx: TxCtx) {
  const by = actorPerson(tx.actor)
  const now = tx.clock.now().toISOString()
  return sql`plan_version = plan_version + 1, plan_changed_by = ${by}::uuid, plan_changed_at = ${now}::timestamptz`
}

function fromRow(row: Row): StoredCard {
  const { manual_progress: percent, manual_progress_at: at } = row
  return {
    id: row.id,
    name: row.name,
    year: row.year,
    unitTaskId: row.unit_task_id,
    managedTaskId: row.managed_task_id,
    unitId: row.unit_id,
    ownerId: row.owner_id,
    memberIds: ids(json(row.member_ids)),
    goal: row.goal,
    background: row.background,
    fields: json<Record<string, string | number | boolean>>(row.fields),
    releaseHash: row.release_hash,
    status: row.status,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    manual:
      percent === null || at === null
        ? null
        : { percent, reason: row.manual_progress_reason ?? '', by: row.manual_progress_by, at: new Date(at) },
    phases: json<Phase[]>(row.phases),
    version: row.version,
    planVersion: row.plan_version,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
  }
}
