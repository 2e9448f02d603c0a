import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { AgendaResult } from './domain/meeting.ts'
import { ids } from './sql-parts.store.ts'

export interface AgendaItem {
  readonly id: Id
  readonly position: number
  readonly title: string
  readonly presenterId: Id | null
  readonly taskCardIds: readonly Id[]
  readonly remarks: string | null
  readonly result: AgendaResult | null
  readonly decision: string | null
}

/** A meeting's items in order. */
export async function agendaOf(tx: TxCtx, meetingId: Id): Promise<AgendaItem[]> {
  const rows = await tx.sql.execute<{
    id: Id
    position: number
    title: string
    presenter_id: Id | null
    task_card_ids: unknown
    remarks: string | null
    result: AgendaResult | null
    decision: string | null
  }>(sql`
    select id, position, title, presenter_id, task_card_ids, remarks, result, decision from public.agenda_item
    where tenant_id = ${tx.tenantId} and meeting_id = ${meetingId} order by position`)
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    title: row.title,
    presenterId: row.presenter_id,
    taskCardIds: ids(row.task_card_ids),
    remarks: row.remarks,
    result: row.result,
    decision: row.decision,
  }))
}

/** Writes all items of a meeting in one statement: new, changed and, by leaving them out, gone. */
export async function saveAgenda(tx: TxCtx, meetingId: Id, items: readonly AgendaItem[]): Promise<void> {
  const rows = items.map((item) => ({
    id: item.id,
    position: item.position,
    title: item.title,
    presenter_id: item.presenterId,
    task_card_ids: item.taskCardIds,
    remarks: item.remarks,
    result: item.result,
    decision: item.decision,
  }))
  await tx.sql.execute(sql`
    with x as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, position int, title text,
        presenter_id uuid, task_card_ids uuid[], remarks text, result text, decision text)
    ), gone as (
      delete from public.agenda_item i where i.tenant_id = ${tx.tenantId} and i.meeting_id = ${meetingId}
        and i.id not in (select id from x)
    )
    insert into public.agenda_item (tenant_id, id, meeting_id, position, title, presenter_id, task_card_ids, remarks, result, decision)
    select ${tx.tenantId}::uuid, id, ${meetingId}::uuid, position, title, presenter_id, task_card_ids, remarks, result, decision from x
    on conflict (tenant_id, id) do update set position = excluded.position, title = excluded.title,
      presenter_id = excluded.presenter_id, task_card_ids = excluded.task_card_ids, remarks = excluded.remarks,
      result = excluded.result, decision = excluded.decision`)
}
