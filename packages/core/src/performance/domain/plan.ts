import type { Id } from '../../kernel/index.ts'
import { type Evidence, subjectKey } from './evidence.ts'
import { type Cell, cellKey, contributions } from './fold.ts'
import type { Source } from './model.ts'
import { type PeriodKey, periodOf, shiftPeriod } from './period.ts'

/** What an event says, before it is known in which month and under which units it counts. */
export interface Fact {
  /** The event that said it; null for what the calendar says (a due day has passed). */
  readonly eventId: Id | null
  readonly source: Source
  readonly subjectId: Id
  readonly revision: number
  /** When the act happened: decides the month. */
  readonly occurredAt: Date
  /** When the unit was responsible: decides the units above it. */
  readonly responsibleAt: Date
  readonly unitId: Id
  readonly personId: Id | null
  readonly serviceKey: string
  readonly value: bigint
  readonly count: 0 | 1
}

/** A row to add, with the event it came from. */
export interface NewEvidence extends Omit<Evidence, 'recordedAt'> {
  readonly eventId: Id | null
}

/** The change of one cell, and the evidence that belongs to it. */
export interface CellChange extends Cell {
  readonly firstEvidence: Id
  readonly lastEvidence: Id
}

type Draft = { -readonly [K in keyof CellChange]: CellChange[K] }

export interface Surroundings {
  readonly isClosed: (key: PeriodKey) => boolean
  readonly pathOf: (unitId: Id, at: Date) => Id[]
  readonly newId: () => Id
}

/**
 * What to write for a batch of facts, given the rows its subjects have already: new rows, and the exact change of
 * each cell. Facts already recorded are left out, so a second delivery changes nothing.
 * @throws RangeError for a unit that the agency never had
 */
export function planEvidence(facts: readonly Fact[], prior: readonly Evidence[], around: Surroundings) {
  const rows: NewEvidence[] = []
  const changes = new Map<string, Draft>()
  const known = new Map<string, Map<number, Evidence>>()
  const remember = (row: Evidence) => {
    const revisions = known.get(subjectKey(row)) ?? new Map<number, Evidence>()
    known.set(subjectKey(row), revisions.set(row.revision, row))
    return revisions
  }
  for (const row of prior) remember(row)
  for (const fact of facts) {
    const revisions = known.get(subjectKey(fact))
    if (revisions?.has(fact.revision)) continue
    const row = placed(fact, revisions?.get(fact.revision - 1), around)
    const before = living(revisions)
    remember({ ...row, recordedAt: row.occurredAt })
    rows.push(row)
    const superseded = before !== undefined && before.revision > row.revision
    add(changes, row, superseded ? 0n : 1n)
    if (before && !superseded && !around.isClosed(before.periodKey)) add(changes, before, -1n)
  }
  return { rows, changes: [...changes.values()] as readonly CellChange[] }
}

/** A retraction goes where the row stands that it takes back, unless that month is closed. */
function placed(fact: Fact, retracted: Evidence | undefined, around: Surroundings): NewEvidence {
  const { responsibleAt, ...rest } = fact
  const inherit = fact.count === 0 ? retracted : undefined
  const unitPath = inherit?.unitPath ?? around.pathOf(fact.unitId, responsibleAt)
  if (unitPath.length === 0) throw new RangeError(`unknown unit ${fact.unitId}`)
  return {
    ...rest,
    id: around.newId(),
    unitPath,
    serviceKey: inherit?.serviceKey ?? fact.serviceKey,
    periodKey: firstOpen(inherit?.periodKey ?? periodOf(fact.occurredAt), around.isClosed),
  }
}

function firstOpen(key: PeriodKey, isClosed: (key: PeriodKey) => boolean): PeriodKey {
  let open = key
  while (isClosed(open)) open = shiftPeriod(open, 1)
  return open
}

function living(revisions: ReadonlyMap<number, Evidence> | undefined): Evidence | undefined {
  let best: Evidence | undefined
  for (const row of revisions?.values() ?? []) if (!best || row.revision > best.revision) best = row
  return best
}

function add(changes: Map<string, Draft>, row: Omit<Evidence, 'recordedAt'>, sign: 1n | 0n | -1n): void {
  for (const cell of contributions(row, 1n)) {
    const key = cellKey(cell)
    const change = changes.get(key) ?? { ...cell, sum: 0n, count: 0n, firstEvidence: row.id, lastEvidence: row.id }
    changes.set(key, change)
    change.sum += sign * cell.sum
    change.count += sign * cell.count
    if (row.id < change.firstEvidence) change.firstEvidence = row.id
    if (row.id > change.lastEvidence) change.lastEvidence = row.id
  }
}
