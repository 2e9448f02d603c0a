import { type Id, ValidationError } from '../../kernel/index.ts'
import { audit, emit, type TxCtx } from '../../platform/index.ts'
import type { AccessScope } from '../values.ts'
import { addChange, recordConflict } from './change.store.ts'
import { type Audience, once } from './domain/scope.ts'
import { scheduleChanged } from './events.ts'
import { LONGEST_DAYS, type ScheduleState, type StoredSchedule, saveSchedule } from './schedule.store.ts'
import type { ScheduleActOutput } from './schemas.ts'
import { audienceFor, retie } from './ties.ts'

interface Content {
  readonly title: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly allDay: boolean
  readonly place: string | null
  readonly note: string | null
  readonly participantIds: readonly Id[]
  readonly taskCardIds: readonly Id[]
  readonly scope: AccessScope
}

/** What a form says as an entry's state. @throws ValidationError `record.time-order`, `schedule.too-long` */
export function stateOf(input: Content): ScheduleState {
  const startsAt = new Date(input.startsAt)
  const endsAt = input.endsAt === null ? null : new Date(input.endsAt)
  if (endsAt !== null && endsAt <= startsAt) throw new ValidationError('record.time-order', { field: 'endsAt' })
  if (endsAt !== null && endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * 86_400_000) {
    throw new ValidationError('schedule.too-long', { field: 'endsAt', params: { days: LONGEST_DAYS } })
  }
  return {
    ...input,
    startsAt,
    endsAt,
    participantIds: once(input.participantIds),
    taskCardIds: once(input.taskCardIds),
    result: null,
    status: 'planned',
  }
}

/** Enters a calendar entry into its cards' 실적; a cancelled one stays there as such. */
export async function enterSchedule(
  tx: TxCtx,
  tiedBefore: readonly Id[],
  entry: ScheduleState & { id: Id; unitId: Id; personId: Id },
  audience: Audience,
): Promise<void> {
  const summary = entry.result ?? entry.note
  await retie(tx, tiedBefore, {
    taskCardIds: entry.taskCardIds,
    kind: 'schedule',
    subjectId: entry.id,
    occurredAt: entry.startsAt,
    ...(entry.endsAt === null ? {} : { endsAt: entry.endsAt }),
    title: entry.title,
    ...(summary === null ? {} : { summary }),
    personId: entry.personId,
    unitId: entry.unitId,
    state: entry.status === 'cancelled' ? 'cancelled' : entry.result === null ? 'planned' : 'done',
    audience,
  })
}

/**
 * Writes an act on an entry: the entry, its history, its place in the cards' 실적, audit and event.
 * @throws ConflictError `record.changed-meanwhile` with who and when
 */
export async function recordScheduleAct(
  tx: TxCtx,
  before: StoredSchedule,
  act: {
    readonly what: 'edited' | 'result' | 'cancelled'
    readonly change: Partial<ScheduleState>
    readonly version: number | undefined
    readonly reason?: string | undefined
  },
): Promise<ScheduleActOutput> {
  const { id, unitId, personId } = before
  if (act.version !== undefined && act.version !== before.version) throw await recordConflict(tx, 'schedule', id)
  const after = { ...before, ...act.change }
  const audience = await audienceFor(tx, after.scope, unitId, [personId, ...after.participantIds])
  if (!(await saveSchedule(tx, before, after, audience))) throw await recordConflict(tx, 'schedule', id)
  await enterSchedule(tx, before.taskCardIds, after, audience)
  await addChange(tx, {
    subjectKind: 'schedule',
    subjectId: id,
    kind: act.what,
    before: plain(before),
    after: plain(after),
    reason: act.reason,
  })
  await audit(tx, {
    action: `schedule.${act.what}`,
    subjectType: 'schedule',
    subjectId: id,
    before: { status: before.status, version: before.version },
    after: { status: after.status, startsAt: after.startsAt.toISOString(), scope: after.scope },
    reason: act.reason,
  })
  const people = once([personId, ...before.participantIds, ...after.participantIds])
  const touches = people.map((one) => `inbox:${one}`)
  await emit(tx, scheduleChanged.of({ scheduleId: id, unitId, personId, what: act.what }), { touches })
  return { scheduleId: id, version: before.version + 1, status: after.status }
}

function plain(state: ScheduleState): Record<string, unknown> {
  return {
    title: state.title,
    startsAt: state.startsAt.toISOString(),
    endsAt: state.endsAt?.toISOString() ?? null,
    allDay: state.allDay,
    place: state.place,
    note: state.note,
    result: state.result,
    status: state.status,
    participantIds: state.participantIds,
    taskCardIds: state.taskCardIds,
    scope: state.scope,
  }
}
