import { listUnits, type Unit } from '../../identity/index.ts'
import type { Id } from '../../kernel/index.ts'
import { calendarFor, type TxCtx } from '../../platform/index.ts'
import type { Day } from './domain/day.ts'
import { unitsUnder } from './domain/monitor.ts'
import type { AsOf } from './standing.store.ts'

/** The day asked for, today without one, with its last instant in the agency's calendar. */
export async function asOfDay(tx: TxCtx, day: Day | undefined): Promise<AsOf> {
  const calendar = await calendarFor(tx)
  const wanted = day ?? calendar.dayOf(tx.clock.now())
  return { day: wanted, end: calendar.endOf(wanted) }
}

/** The unit with all units below it on a day; undefined for the whole agency. */
export async function unitScope(tx: TxCtx, unitId: Id | undefined, asOf: AsOf): Promise<Id[] | undefined> {
  if (unitId === undefined) return undefined
  return unitsUnder(await unitTree(tx, asOf), unitId)
}

/** The units as they stood at the end of a day; those of today for a day before the agency had any on file. */
export async function unitTree(tx: TxCtx, asOf: AsOf): Promise<Unit[]> {
  const then = await listUnits(tx, { at: asOf.end })
  return then.length > 0 ? then : listUnits(tx)
}
