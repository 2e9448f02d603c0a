import { sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { actorPerson, instant, personName, personOf } from './sql-parts.store.ts'

/** `weak` 미진, `watch` 중점관리대상. */
export type Mark = 'weak' | 'watch'

/** Puts a mark on a card. @returns false when it stands already */
export async function insertMark(tx: TxCtx, cardId: Id, mark: Mark, reason: string): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    insert into public.task_mark (tenant_id, id, task_card_id, mark, reason, put_by, put_at)
    values (${tx.tenantId}, ${newId()}, ${cardId}, ${mark}, ${reason}, ${actorPerson(tx.actor)}, ${tx.clock.now().toISOString()})
    on conflict (tenant_id, task_card_id, mark) where lifted_at is null do nothing returning id`)
  return rows.length === 1
}

/** Lifts a standing mark. @returns false when none stands */
export async function liftStandingMark(tx: TxCtx, cardId: Id, mark: Mark, reason: string): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    update public.task_mark set lifted_at = ${tx.clock.now().toISOString()}, lifted_by = ${actorPerson(tx.actor)},
      lift_reason = ${reason}
    where tenant_id = ${tx.tenantId} and task_card_id = ${cardId} and mark = ${mark} and lifted_at is null returning id`)
  return rows.length === 1
}

/** Marks of a card, standing and lifted, the newest first. */
export async function marksOf(tx: TxCtx, cardId: Id) {
  const rows = await tx.sql.execute<{
    mark: Mark
    reason: string
    put_by: Id | null
    put_name: string | null
    put_at: string
    lift_reason: string | null
    lifted_by: Id | null
    lifted_name: string | null
    lifted_at: string | null
  }>(sql`
    select k.mark, k.reason, k.put_by, ${personName('k.put_by')} as put_name, k.put_at, k.lift_reason, k.lifted_by,
      ${personName('k.lifted_by')} as lifted_name, k.lifted_at
    from public.task_mark k where k.tenant_id = ${tx.tenantId} and k.task_card_id = ${cardId} order by k.put_at desc, k.id desc`)
  return rows.map((row) => ({
    mark: row.mark,
    reason: row.reason,
    putBy: personOf(row.put_by, row.put_name),
    putAt: instant(row.put_at),
    liftReason: row.lift_reason,
    liftedBy: personOf(row.lifted_by, row.lifted_name),
    liftedAt: row.lifted_at === null ? null : instant(row.lifted_at),
  }))
}
