import type { Ctx } from '../../../kernel/index.ts'
import { calendarFor, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { achievementPage, neighbours } from '../achievement-view.store.ts'
import { isInstant, packCursor, unpackCursor } from '../cursor.ts'
import type { AchievementKind } from '../domain/achievement.ts'
import { weekOf } from '../domain/week.ts'
import { type AchievementsInput, type AchievementsOutput, achievementsInput } from '../schemas.ts'
import { requireCard } from './require-card.ts'

type View = 'all' | 'reports' | 'agenda' | 'reception' | 'customers' | 'publicity'

const VIEWS: Readonly<Record<View, readonly AchievementKind[] | undefined>> = {
  all: undefined,
  reports: ['memo-report', 'document-report'],
  agenda: ['agenda-item'],
  reception: ['dispatch-received', 'petition'],
  customers: ['petition'],
  publicity: ['campaign'],
}
const TABS: Readonly<Record<'all' | 'schedule' | 'memo' | 'customer', readonly AchievementKind[] | undefined>> = {
  all: undefined,
  schedule: ['schedule'],
  memo: ['memo-report'],
  customer: ['petition', 'campaign'],
}

/** More records than anybody has in a week. */
const WEEK_LIMIT = 500

/**
 * 실적관리: what is tied to a card, within the reader's audience (R9): one week's records (단위과제실적) with its sub-tabs,
 * or reports, agenda items, 접수, customers, campaigns, all, the newest first.
 * @throws NotFoundError `task.not-found`; ValidationError for a foreign cursor
 */
export async function listAchievements(ctx: Ctx, raw: AchievementsInput): Promise<AchievementsOutput> {
  const input = parse(achievementsInput, raw)
  return withTenant(ctx, async (tx) => {
    await requireCard(tx, input.taskCardId)
    const { taskCardId, view, limit } = input
    if (view === 'week') return weekly(tx, taskCardId, TABS[input.tab], input.day)
    const after = unpackCursor(input.cursor, isInstant)
    const found = await achievementPage(
      tx,
      { taskCardId, kinds: VIEWS[view] },
      { descending: true, after, limit: limit + 1 },
    )
    const shown = found.slice(0, limit)
    const nextCursor = packCursor(found.length > limit ? shown.at(-1) : undefined)
    return { rows: shown.map(({ key: _key, ...row }) => row), nextCursor, week: null }
  })
}

async function weekly(
  tx: TxCtx,
  taskCardId: string,
  kinds: readonly AchievementKind[] | undefined,
  day: string | undefined,
): Promise<AchievementsOutput> {
  const calendar = await calendarFor(tx)
  const week = weekOf(day ?? calendar.dayOf(tx.clock.now()))
  const span = { from: calendar.startOf(week.from), to: calendar.endOf(week.to) }
  const [rows, near] = await Promise.all([
    achievementPage(tx, { taskCardId, kinds, ...span }, { descending: false, after: undefined, limit: WEEK_LIMIT }),
    neighbours(tx, { taskCardId, kinds }, span),
  ])
  const dayOf = (at: Date | null) => (at === null ? null : calendar.dayOf(at))
  return {
    rows: rows.map(({ key: _key, ...row }) => row),
    nextCursor: null,
    week: { ...week, earlier: dayOf(near.earlier), later: dayOf(near.later) },
  }
}
