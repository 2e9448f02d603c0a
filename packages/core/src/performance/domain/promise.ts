import type { Id } from '../../kernel/index.ts'
import { revisionOf } from './evidence.ts'
import { toMicro } from './fixed.ts'
import type { Source } from './model.ts'
import { endOfDay } from './period.ts'
import type { Fact } from './plan.ts'

/** Work that was due on a day: a phase, a quality stage, a directive. */
export interface Due {
  readonly source: Source
  readonly subjectId: Id
  /** Which doing of it this is: the nth completion. */
  readonly sequence: number
  readonly unitId: Id
  readonly personId: Id | null
  /** Null when no day was set: it is then never late. */
  readonly dueDate: string | null
  /** What cells are kept by. */
  readonly key: string
}

/** Such work done. */
export interface Kept extends Due {
  readonly eventId: Id
  /** When it was told to the system. */
  readonly occurredAt: Date
  /** The day it was done, perhaps before it was told. */
  readonly doneDate: string
  readonly inTime: boolean
  /** 0 to 1. */
  readonly share: number
}

/**
 * What a promise counts for (ADR 0010): it counts once. In time, its share in the month it was done; otherwise 0 in the
 * month of the first day after its due day, whether it is done later or never. Both say it with one revision, so a late
 * completion of what the calendar has counted already changes nothing, and neither does moving the date afterwards.
 */
export function promiseFact({ inTime, share, doneDate, occurredAt, eventId, ...due }: Kept): Fact {
  if (!inTime && due.dueDate !== null) return brokenFact(due, eventId)
  const dayIsOver = new Date(endOfDay(doneDate).getTime() - 1)
  const at = occurredAt < dayIsOver ? occurredAt : dayIsOver
  return fact(due, { eventId, at, value: inTime ? toMicro(share.toFixed(6)) : 0n })
}

/** The due day has passed and it is not done. */
export function brokenFact(due: Due & { readonly dueDate: string | null }, eventId: Id | null = null): Fact {
  if (due.dueDate === null) throw new RangeError('without a due day nothing is broken')
  return fact(due, { eventId, at: endOfDay(due.dueDate), value: 0n })
}

function fact(due: Due, said: { eventId: Id | null; at: Date; value: bigint }): Fact {
  return {
    eventId: said.eventId,
    source: due.source,
    subjectId: due.subjectId,
    revision: revisionOf(due.sequence),
    occurredAt: said.at,
    responsibleAt: said.at,
    unitId: due.unitId,
    personId: due.personId,
    serviceKey: due.key,
    value: said.value,
    count: 1,
  }
}
