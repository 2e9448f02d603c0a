import { sql } from 'drizzle-orm'
import { type Id, NotFoundError, newId } from '../../kernel/index.ts'
import { type TxCtx, touch } from '../../platform/index.ts'
import type { AchievementKind } from './domain/achievement.ts'
import { uuids } from './sql-parts.store.ts'

/** Who may know of a record: units (null for the whole agency) and people. */
export interface Audience {
  readonly unitIds: readonly Id[] | null
  readonly personIds: readonly Id[]
}

/** One record of work as the 실적 of the cards it is tied to. */
export interface Achievement {
  readonly taskCardIds: readonly Id[]
  readonly kind: AchievementKind
  /** The record it stands for: a schedule, a memo, a document, an agenda item, a dispatch, a petition. */
  readonly subjectId: Id
  readonly occurredAt: Date
  readonly endsAt?: Date | null
  readonly title: string
  readonly summary?: string
  readonly personId: Id | null
  readonly unitId: Id | null
  /** 처리상황 or 결과, as in `reported`, `approved`, `directed`, `closed`. */
  readonly state?: string | null
  /** Of an agenda item: the name of its meeting. */
  readonly meeting?: string
  readonly audience: Audience
}

/**
 * Enters a record under 실적 of its cards, in the transaction that writes the record; called again it updates what
 * stands there (R9). Too long titles and summaries are cut. Cards left out keep their entry: see `removeAchievement`.
 * @throws NotFoundError `task.not-found` for a card that is unknown or another agency's
 */
export async function recordAchievement(tx: TxCtx, achievement: Achievement): Promise<void> {
  const a = achievement
  const cardIds = [...new Set(a.taskCardIds)]
  if (cardIds.length === 0) return
  const rows = JSON.stringify(cardIds.map((cardId) => ({ id: newId(), card_id: cardId })))
  const facts = JSON.stringify(a.meeting === undefined ? {} : { meeting: a.meeting })
  const written = await tx.sql.execute<{ id: Id }>(sql`
    insert into public.achievement as old (tenant_id, id, task_card_id, kind, subject_id, occurred_at, ends_at, title, summary,
      person_id, unit_id, state, facts, audience_unit_ids, audience_person_ids)
    select ${tx.tenantId}::uuid, x.id, c.id, ${a.kind}::text, ${a.subjectId}::uuid, ${a.occurredAt.toISOString()}::timestamptz,
      ${a.endsAt?.toISOString() ?? null}::timestamptz, ${cut(a.title, 300)}::text, ${cut(a.summary ?? '', 2_000)}::text, ${a.personId}::uuid,
      ${a.unitId}::uuid, ${a.state ?? null}::text, ${facts}::text::jsonb, ${uuids(a.audience.unitIds)}::text::uuid[],
      ${uuids(a.audience.personIds)}::text::uuid[]
    from jsonb_to_recordset(${rows}::text::jsonb) as x(id uuid, card_id uuid)
    join public.task_card c on c.tenant_id = ${tx.tenantId} and c.id = x.card_id
    on conflict (tenant_id, task_card_id, kind, subject_id) do update set occurred_at = excluded.occurred_at,
      ends_at = excluded.ends_at, title = excluded.title, summary = excluded.summary, person_id = excluded.person_id,
      unit_id = excluded.unit_id, state = excluded.state, facts = old.facts || excluded.facts,
      audience_unit_ids = excluded.audience_unit_ids, audience_person_ids = excluded.audience_person_ids
    returning old.id`)
  if (written.length !== cardIds.length) throw new NotFoundError('task.not-found')
  touch(tx, ...cardIds.map((cardId) => `task:${cardId}`))
}

/**
 * Takes a record out of 실적: of every card, or of all but `keep` when its ties have changed.
 */
export async function removeAchievement(
  tx: TxCtx,
  kind: AchievementKind,
  subjectId: Id,
  keep: readonly Id[] = [],
): Promise<void> {
  const rows = await tx.sql.execute<{ task_card_id: Id }>(sql`
    delete from public.achievement where tenant_id = ${tx.tenantId} and kind = ${kind} and subject_id = ${subjectId}
      and task_card_id <> all(${uuids(keep)}::text::uuid[]) returning task_card_id`)
  touch(tx, ...rows.map((row) => `task:${row.task_card_id}`))
}

function cut(text: string, most: number): string {
  const clean = text.trim()
  return clean.length <= most ? clean : `${clean.slice(0, most - 1)}…`
}
