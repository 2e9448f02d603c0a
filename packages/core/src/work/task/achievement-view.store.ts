import { type SQL, sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { AchievementKind } from './domain/achievement.ts'
import { instant, personOf, UNNAMED, unitName } from './sql-parts.store.ts'

type Row = {
  id: Id
  kind: AchievementKind
  subject_id: Id
  occurred_at: string
  at_key: string
  ends_at: string | null
  title: string
  summary: string
  person_id: Id | null
  person_name: string | null
  unit_id: Id | null
  unit_name: LocalizedText | null
  state: string | null
  meeting: string | null
}

const kindsIn = (kinds: readonly AchievementKind[] | undefined): SQL =>
  kinds === undefined ? sql`true` : sql`a.kind = any(${`{${kinds.join(',')}}`}::text::text[])`

/** Which records of a card; the reader's audience always holds. */
export interface AchievementFilter {
  readonly taskCardId: Id
  readonly kinds?: readonly AchievementKind[] | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Records of a card in order of time, or against it, after a known one. */
export async function achievementPage(
  tx: TxCtx,
  filter: AchievementFilter,
  page: { descending: boolean; after: { key: string; id: Id } | undefined; limit: number },
) {
  const order = sql.raw(page.descending ? 'desc' : 'asc')
  const beyond = sql.raw(page.descending ? '<' : '>')
  const { after, descending: _descending, limit } = page
  const rows = await tx.sql.execute<Row>(sql`
    select a.id, a.kind, a.subject_id, a.occurred_at, a.occurred_at::text as at_key, a.ends_at, a.title, a.summary, a.person_id,
      o.name as person_name, a.unit_id, ${unitName('a.unit_id')} as unit_name, a.state, a.facts ->> 'meeting' as meeting
    from public.achievement a left join public.person o on o.tenant_id = a.tenant_id and o.id = a.person_id
    where ${mine(tx, filter)}
      ${after === undefined ? sql`` : sql`and (a.occurred_at, a.id) ${beyond} (${after.key}::timestamptz, ${after.id}::uuid)`}
    order by a.occurred_at ${order}, a.id ${order} limit ${limit}`)
  return rows.map((row) => ({
    key: row.at_key,
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    occurredAt: instant(row.occurred_at),
    endsAt: row.ends_at === null ? null : instant(row.ends_at),
    title: row.title,
    summary: row.summary,
    person: personOf(row.person_id, row.person_name),
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    state: row.state,
    meeting: row.meeting,
  }))
}

/** The last record before an instant and the first after another one, of some kinds. */
export async function neighbours(
  tx: TxCtx,
  filter: Pick<AchievementFilter, 'taskCardId' | 'kinds'>,
  span: { from: Date; to: Date },
): Promise<{ earlier: Date | null; later: Date | null }> {
  const [row] = await tx.sql.execute<{ earlier: string | null; later: string | null }>(sql`
    select max(a.occurred_at) filter (where a.occurred_at < ${span.from.toISOString()}::timestamptz) as earlier,
      min(a.occurred_at) filter (where a.occurred_at > ${span.to.toISOString()}::timestamptz) as later
    from public.achievement a where ${mine(tx, filter)}`)
  const date = (value: string | null | undefined) => (value == null ? null : new Date(value))
  return { earlier: date(row?.earlier), later: date(row?.later) }
}

/** How many records of each kind a card has within the reader's audience. */
export async function achievementCounts(tx: TxCtx, taskCardId: Id): Promise<Record<AchievementKind, number>> {
  const rows = await tx.sql.execute<{ kind: AchievementKind; n: number }>(sql`
    select a.kind, count(*)::int as n from public.achievement a where ${mine(tx, { taskCardId })} group by a.kind`)
  const counts = new Map(rows.map((row) => [row.kind, row.n]))
  const of = (kind: AchievementKind) => counts.get(kind) ?? 0
  return {
    schedule: of('schedule'),
    'memo-report': of('memo-report'),
    'document-report': of('document-report'),
    'agenda-item': of('agenda-item'),
    'dispatch-received': of('dispatch-received'),
    campaign: of('campaign'),
    petition: of('petition'),
  }
}

/** Figures of the petitions under a card, within the reader's audience; the mean of their overall ratings from 1 to 5. */
export async function petitionFigures(
  tx: TxCtx,
  taskCardId: Id,
): Promise<{ total: number; closed: number; ratings: number; mean: number | null }> {
  const [row] = await tx.sql.execute<{ total: number; closed: number; ratings: number; mean: string | null }>(sql`
    select count(*)::int as total, count(*) filter (where a.state in ('closed', 'withdrawn', 'transferred'))::int as closed,
      count(t.overall)::int as ratings, round(avg(t.overall), 2)::text as mean
    from public.achievement a
    left join public.task_petition t on t.tenant_id = a.tenant_id and t.petition_id = a.subject_id
    where ${mine(tx, { taskCardId, kinds: ['petition'] })}`)
  const { total = 0, closed = 0, ratings = 0, mean = null } = row ?? {}
  return { total, closed, ratings, mean: mean === null ? null : Number(mean) }
}

function mine(tx: TxCtx, { taskCardId, kinds, from, to }: AchievementFilter): SQL {
  const since = from === undefined ? sql`true` : sql`a.occurred_at >= ${from.toISOString()}::timestamptz`
  const until = to === undefined ? sql`true` : sql`a.occurred_at <= ${to.toISOString()}::timestamptz`
  return sql`a.tenant_id = ${tx.tenantId} and a.task_card_id = ${taskCardId} and ${kindsIn(kinds)} and ${since} and ${until}
    and ${withinAudience(tx.actor, 'a')}`
}
