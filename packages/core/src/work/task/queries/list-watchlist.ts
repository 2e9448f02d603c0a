import { listUnits } from '../../../identity/index.ts'
import type { Ctx, Id } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { asOfDay } from '../as-of.ts'
import { unitsUnder } from '../domain/monitor.ts'
import { canTask } from '../policy.ts'
import { type WatchlistInput, type WatchlistOutput, watchlistInput } from '../schemas.ts'
import { markedCards } from '../watchlist.store.ts'
import { requireOfficer } from './list-tasks.ts'

const MOST = 500

/**
 * 중점관리대상 과제 (or those marked 미진) of a unit and those below it: they stay here until lifted (R15).
 * @throws ForbiddenError for who is no officer
 */
export async function listWatchlist(ctx: Ctx, raw: WatchlistInput): Promise<WatchlistOutput> {
  const { unitId, mark, lifted } = parse(watchlistInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const asOf = await asOfDay(tx, undefined)
    const units = await listUnits(tx)
    const unitIds = unitId === undefined ? undefined : unitsUnder(units, unitId)
    const rows = await markedCards(tx, { asOf, mark, lifted, unitIds, limit: MOST })
    const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
    const lineOf = (id: Id) => {
      const line: Id[] = []
      for (let at: Id | null = id; at !== null && line.length < 40; at = parents.get(at) ?? null) line.push(at)
      return line
    }
    return {
      rows: rows.map(({ memberIds, ...row }) => {
        const subject = { unitLine: lineOf(row.unit.id), ownerId: row.owner.id, memberIds }
        return { ...row, canLift: row.liftedAt === null && canTask(tx.actor, 'lift-mark', subject) }
      }),
    }
  })
}
