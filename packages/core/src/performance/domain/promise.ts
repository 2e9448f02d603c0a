import type { Id } from '../../kernel/index.ts'
import { toMicro } from './fixed.ts'
import type { Source } from './model.ts'
import { dayOf, endOfDay } from './period.ts'
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

/** Revisions of the nth doing: first perhaps overdue, then done, then perhaps taken back; above all of the one before. */
export const promiseRevision = {
  overdue: (sequence: number) => 4 * sequence - 2,
  done: (sequence: number) => 4 * sequence,
  takenBack: (sequence: number) => 4 * sequence + 1,
}

/** Which doing a row tells of. */
export function promiseSequence(revision: number): number {
  return Math.ceil(revision / 4)
}

/**
 * What a promise counts for (ADR 0010): it counts once. In time, its share in the month it was done; otherwise 0 in the
 * month of the first day after its due day, whether it is done later or never.
 * @param brokenAt when the calendar has counted it as overdue already: the date counted then is the one that judges,
 *   wherever it has been moved since
 */
export function promiseFact(promise: Kept, brokenAt: Date | null = null): Fact {
  const { inTime, share, doneDate, occurredAt, eventId, ...due } = promise
  const revision = promiseRevision.done(due.sequence)
  const broken = brokenAt ?? (due.dueDate === null ? null : endOfDay(due.dueDate))
  const wasKept = brokenAt === null ? inTime : doneDate < dayOf(brokenAt)
  if (!wasKept && broken !== null) return fact(due, { eventId, revision, at: broken, value: 0n })
  const dayIsOver = new Date(endOfDay(doneDate).getTime() - 1)
  const at = occurredAt < dayIsOver ? occurredAt : dayIsOver
  return fact(due, { eventId, revision, at, value: wasKept ? toMicro(share.toFixed(6)) : 0n })
}

/** The due day has passed and it is not done. */
export function overdueFact(due: Due & { readonly dueDate: string }): Fact {
  const revision = promiseRevision.overdue(due.sequence)
  return fact(due, { eventId: null, revision, at: endOfDay(due.dueDate), value: 0n })
}

function fact(due: Due, said: Pick<Fact, 'eventId' | 'revision' | 'value'> & { readonly at: Date }): Fact {
  return {
    eventId: said.eventId,
    source: due.source,
    subjectId: due.subjectId,
    revision: said.revision,
    occurredAt: said.at,
    responsibleAt: said.at,
    unitId: due.unitId,
    personId: due.personId,
    serviceKey: due.key,
    value: said.value,
    count: 1,
  }
}
