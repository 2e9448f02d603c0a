import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { withinAudience } from './audience.store.ts'

/** What a score may have been made of: a document, a phase or quality stage of a task card, a directive of a document. */
export interface WorkSubject {
  readonly type: 'document' | 'phase' | 'quality-stage' | 'directive'
  readonly id: Id
}

/** The record to open for it; only where the actor is in its 열람범위. */
export interface WorkRecord {
  readonly subjectId: Id
  readonly kind: 'document' | 'task'
  readonly id: Id
  readonly number: string | null
  readonly title: string
  /** The phase, the key of the quality stage or the words of the directive within it. */
  readonly part: string | null
}

/**
 * The records behind subjects, as far as the actor may know of them; the others are left out, as are those that are no
 * more. Task cards are open to every officer of the agency.
 */
export async function recordsOfSubjects(tx: TxCtx, subjects: readonly WorkSubject[]): Promise<WorkRecord[]> {
  if (subjects.length === 0 || (tx.actor.kind !== 'officer' && tx.actor.kind !== 'system')) return []
  const audience = withinAudience(tx.actor, 'd')
  return tx.sql.execute<WorkRecord & Record<string, unknown>>(sql`
    with asked as (
      select type, id from jsonb_to_recordset(${JSON.stringify(subjects)}::text::jsonb) as x(type text, id uuid))
    select a.id as "subjectId", 'document' as kind, d.id, d.number, d.title, null as part
    from asked a join public.document d on d.tenant_id = ${tx.tenantId}::uuid and d.id = a.id
    where a.type = 'document' and ${audience}
    union all
    select a.id, 'document', d.id, d.number, d.title, left(o.body, 200)
    from asked a join public.directive o on o.tenant_id = ${tx.tenantId}::uuid and o.id = a.id
      join public.document d on d.tenant_id = o.tenant_id and d.id = o.document_id
    where a.type = 'directive' and ${audience}
    union all
    select a.id, 'task', c.id, null, c.name, p.name
    from asked a join public.task_phase p on p.tenant_id = ${tx.tenantId}::uuid and p.id = a.id
      join public.task_card c on c.tenant_id = p.tenant_id and c.id = p.task_card_id
    where a.type = 'phase'
    union all
    select a.id, 'task', c.id, null, c.name, q.stage_key
    from asked a join public.task_quality_stage q on q.tenant_id = ${tx.tenantId}::uuid and q.id = a.id
      join public.task_card c on c.tenant_id = q.tenant_id and c.id = q.task_card_id
    where a.type = 'quality-stage'`)
}

/** A promise whose due day is over and which is not done. */
export interface OverduePromise {
  readonly type: 'phase' | 'quality-stage' | 'directive'
  readonly id: Id
  /** The doing that is missing: one more than those so far. */
  readonly sequence: number
  readonly unitId: Id
  readonly personId: Id
  readonly dueDate: string
  /** The key of a quality stage. */
  readonly stageKey: string | null
}

/**
 * Phases and quality stages of open cards that were due before a day and are not done, and directives due before it
 * that nobody has reported; the next ones after an id, in the ids' order.
 * @param before the first day that does not count, YYYY-MM-DD
 */
export async function overduePromises(
  tx: TxCtx,
  { before, after, limit }: { before: string; after: Id | null; limit: number },
): Promise<OverduePromise[]> {
  const from = sql`(${after}::uuid is null or x.id > ${after}::uuid)`
  return tx.sql.execute<OverduePromise & Record<string, unknown>>(sql`
    select * from (
      select 'phase' as type, p.id, p.sequence + 1 as sequence, c.unit_id as "unitId", c.owner_id as "personId",
        p.due_date::text as "dueDate", null as "stageKey"
      from public.task_phase p join public.task_card c on c.tenant_id = p.tenant_id and c.id = p.task_card_id
      where p.completed_date is null and p.due_date < ${before}::date and c.status = 'active'
      union all
      select 'quality-stage', q.id, q.sequence + 1, c.unit_id, c.owner_id, q.due_date::text, q.stage_key
      from public.task_quality_stage q join public.task_card c on c.tenant_id = q.tenant_id and c.id = q.task_card_id
      where q.completed_date is null and q.due_date < ${before}::date and c.status = 'active'
      union all
      select 'directive', o.id, 1, o.unit_id, o.person_id, o.due_date::text, null
      from public.directive o where o.state = 'open' and o.due_date < ${before}::date
    ) x where ${from} order by x.id limit ${limit}`)
}
