import { sql } from 'drizzle-orm'
import { type Id, NotFoundError, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { Day } from './domain/day.ts'
import type { QualityStageState } from './domain/quality.ts'
import { actorPerson, personOf, uuids } from './sql-parts.store.ts'

export interface StoredStage extends QualityStageState {
  readonly taskCardId: Id
  readonly position: number
  readonly completedBy: { readonly id: Id; readonly name: string } | null
  readonly version: number
}

type Row = {
  id: Id
  task_card_id: Id
  stage_key: string
  position: number
  due_date: Day | null
  completed_date: Day | null
  completed_by: Id | null
  completed_name: string | null
  key_issue: string
  sequence: number
  version: number
}

const columns = sql`s.id, s.task_card_id, s.stage_key, s.position, s.due_date::text as due_date,
  s.completed_date::text as completed_date, s.completed_by, o.name as completed_name, s.key_issue, s.sequence, s.version`
const joined = sql`public.task_quality_stage s
  left join public.person o on o.tenant_id = s.tenant_id and o.id = s.completed_by`

/** A stage. @throws NotFoundError `task.stage-not-found`, also for another agency's */
export async function findStage(tx: TxCtx, stageId: Id): Promise<StoredStage> {
  const [row] = await tx.sql.execute<Row>(
    sql`select ${columns} from ${joined} where s.tenant_id = ${tx.tenantId} and s.id = ${stageId}`,
  )
  if (row === undefined) throw new NotFoundError('task.stage-not-found')
  return fromRow(row)
}

/** The stages of a card in order; none when it is not quality-managed. */
export async function stagesOf(tx: TxCtx, cardId: Id): Promise<StoredStage[]> {
  const rows = await tx.sql.execute<Row>(sql`
    select ${columns} from ${joined} where s.tenant_id = ${tx.tenantId} and s.task_card_id = ${cardId} order by s.position`)
  return rows.map(fromRow)
}

/** Gives cards the stages of the manual; those they have stay as they are. */
export async function insertStages(tx: TxCtx, cardIds: readonly Id[], keys: readonly string[]): Promise<void> {
  if (cardIds.length === 0) return
  const rows = cardIds.flatMap((card_id) => keys.map((key, i) => ({ id: newId(), card_id, key, position: i + 1 })))
  await tx.sql.execute(sql`
    insert into public.task_quality_stage (tenant_id, id, task_card_id, stage_key, position, changed_by, changed_at)
    select ${tx.tenantId}::uuid, x.id, x.card_id, x.key, x.position, ${actorPerson(tx.actor)}::uuid,
      ${tx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, card_id uuid, key text, position int)
    on conflict (tenant_id, task_card_id, stage_key) do nothing`)
}

/** Writes a changed stage if nobody changed it since `before` was read. @returns false when somebody did */
export async function saveStage(tx: TxCtx, before: StoredStage, after: QualityStageState): Promise<boolean> {
  const by = actorPerson(tx.actor)
  const completedBy = after.completedDate === null ? null : (before.completedBy?.id ?? by)
  const rows = await tx.sql.execute(sql`
    update public.task_quality_stage set due_date = ${after.dueDate}::date, completed_date = ${after.completedDate}::date,
      completed_by = ${completedBy}::uuid, key_issue = ${after.keyIssue}, sequence = ${after.sequence}, changed_by = ${by}::uuid,
      changed_at = ${tx.clock.now().toISOString()}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${before.id} and version = ${before.version} returning id`)
  return rows.length === 1
}

/** Who changed a stage last, for the words of a conflict. */
export async function lastStageChange(tx: TxCtx, stageId: Id): Promise<{ who: string; at: Date } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; at: string }>(sql`
    select o.name as who, s.changed_at as at from public.task_quality_stage s
    left join public.person o on o.tenant_id = s.tenant_id and o.id = s.changed_by
    where s.tenant_id = ${tx.tenantId} and s.id = ${stageId}`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.at) }
}

/** An answer to an item, one revision of it. */
export interface ItemAnswer {
  readonly stageId: Id
  readonly itemNumber: string
  readonly revision: number
  readonly answer: string
  readonly by: { readonly id: Id; readonly name: string } | null
  readonly at: string
}

/** Answers of stages, the newest revision of an item first: all revisions, or the standing ones only. */
export async function answersOf(
  tx: TxCtx,
  stageIds: readonly Id[],
  which: 'all' | 'standing',
  itemNumber?: string,
): Promise<ItemAnswer[]> {
  const distinct = which === 'standing' ? sql`distinct on (a.stage_id, a.item_number)` : sql``
  const order = which === 'standing' ? sql`a.stage_id, a.item_number, a.revision desc` : sql`a.id desc`
  const rows = await tx.sql.execute<{
    stage_id: Id
    item_number: string
    revision: number
    answer: string
    answered_by: Id | null
    answered_name: string | null
    answered_at: string
  }>(sql`
    select ${distinct} a.stage_id, a.item_number, a.revision, a.answer, a.answered_by, o.name as answered_name, a.answered_at
    from public.task_quality_answer a
    left join public.person o on o.tenant_id = a.tenant_id and o.id = a.answered_by
    where a.tenant_id = ${tx.tenantId} and a.stage_id = any(${uuids(stageIds)}::text::uuid[])
      ${itemNumber === undefined ? sql`` : sql`and a.item_number = ${itemNumber}`}
    order by ${order} limit 2000`)
  return rows.map((row) => ({
    stageId: row.stage_id,
    itemNumber: row.item_number,
    revision: row.revision,
    answer: row.answer,
    by: personOf(row.answered_by, row.answered_name),
    at: new Date(row.answered_at).toISOString(),
  }))
}

/** Adds the next revision of an answer, in the stage's own lock. @returns false when that revision stands already */
export async function insertAnswer(
  tx: TxCtx,
  stage: StoredStage,
  answer: { itemNumber: string; revision: number; text: string },
): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    insert into public.task_quality_answer (tenant_id, id, task_card_id, stage_id, item_number, revision, answer, answered_by,
      answered_at)
    select ${tx.tenantId}::uuid, ${newId()}::uuid, s.task_card_id, s.id, ${answer.itemNumber}::text, ${answer.revision}::int,
      ${answer.text}::text, ${actorPerson(tx.actor)}::uuid, ${tx.clock.now().toISOString()}::timestamptz
    from public.task_quality_stage s
    where s.tenant_id = ${tx.tenantId} and s.id = ${stage.id} and s.completed_date is null
      and (select coalesce(max(a.revision), 0) from public.task_quality_answer a where a.tenant_id = s.tenant_id
        and a.stage_id = s.id and a.item_number = ${answer.itemNumber}) = ${answer.revision - 1}
    on conflict (tenant_id, stage_id, item_number, revision) do nothing returning id`)
  return rows.length === 1
}

function fromRow(row: Row): StoredStage {
  return {
    id: row.id,
    taskCardId: row.task_card_id,
    key: row.stage_key,
    position: row.position,
    dueDate: row.due_date,
    completedDate: row.completed_date,
    completedBy: personOf(row.completed_by, row.completed_name),
    keyIssue: row.key_issue,
    sequence: row.sequence,
    version: row.version,
  }
}
