import { ConflictError, type Id } from '../../kernel/index.ts'
import { audit, authorise, emit, type TxCtx } from '../../platform/index.ts'
import { removeAchievement } from '../task/index.ts'
import { type AgendaItem, agendaOf, saveAgenda } from './agenda.store.ts'
import { addChange, recordConflict } from './change.store.ts'
import { type MeetingAct, meetingRefusal, meetingRoles } from './domain/meeting.ts'
import type { Audience } from './domain/scope.ts'
import { meetingChanged } from './events.ts'
import { findMeeting, type MeetingPerson, type MeetingState, type StoredMeeting, saveMeeting } from './meeting.store.ts'
import type { PersonLine } from './people.store.ts'
import { canMeeting } from './policy.ts'
import type { MeetingActOutput } from './schemas.ts'
import { audienceFor, retie } from './ties.ts'

/** Those of a meeting with their parts, names, titles and units as they are now. */
export function peopleOf(plan: Parameters<typeof meetingRoles>[0], known: Map<Id, PersonLine>): MeetingPerson[] {
  return meetingRoles(plan).flatMap(({ personId, role }) => {
    const person = known.get(personId)
    return person === undefined ? [] : [{ personId, role, name: person.name, title: person.title, unit: person.unit }]
  })
}

/** Everyone who belongs to a meeting's audience by having a part in it. */
export function partsOf(people: readonly MeetingPerson[], items: readonly { presenterId: Id | null }[]): Id[] {
  return [...people.map((one) => one.personId), ...items.flatMap((item) => item.presenterId ?? [])]
}

/** Enters a meeting's items into their cards' 실적 (회의안건이력): when, which meeting, what came of it. */
export async function enterAgenda(
  tx: TxCtx,
  before: readonly AgendaItem[],
  meeting: MeetingState & { unitId: Id },
  items: readonly AgendaItem[],
  audience: Audience,
): Promise<void> {
  const kept = new Set(items.map((item) => item.id))
  for (const gone of before) if (!kept.has(gone.id)) await removeAchievement(tx, 'agenda-item', gone.id)
  const tied = new Map(before.map((item) => [item.id, item.taskCardIds]))
  for (const item of items) {
    await retie(tx, tied.get(item.id) ?? [], {
      taskCardIds: item.taskCardIds,
      kind: 'agenda-item',
      subjectId: item.id,
      occurredAt: meeting.startsAt,
      ...(meeting.endsAt === null ? {} : { endsAt: meeting.endsAt }),
      title: item.title,
      meeting: meeting.name,
      ...(item.decision === null ? {} : { summary: item.decision }),
      personId: item.presenterId ?? meeting.recorderId,
      unitId: meeting.unitId,
      state: meeting.status === 'cancelled' ? 'cancelled' : (item.result ?? meeting.status),
      audience,
    })
  }
}

/** Opens a meeting for one act. @throws NotFoundError, ForbiddenError, ConflictError for its state or a stale version */
export async function openMeeting(
  tx: TxCtx,
  act: MeetingAct,
  target: { meetingId: Id; version?: number | undefined },
): Promise<{ meeting: StoredMeeting; items: AgendaItem[] }> {
  const meeting = await findMeeting(tx, target.meetingId)
  authorise(canMeeting(tx.actor, act, meeting))
  const refusal = meetingRefusal(meeting, act, tx.clock.now())
  if (refusal !== null) throw new ConflictError(refusal)
  if (target.version !== undefined && target.version !== meeting.version) {
    throw await recordConflict(tx, 'meeting', meeting.id)
  }
  return { meeting, items: await agendaOf(tx, meeting.id) }
}

/**
 * Writes an act on a meeting: meeting, items, their 실적, history, audit, event.
 * @throws ConflictError `record.changed-meanwhile` with who and when
 */
export async function recordMeetingAct(
  tx: TxCtx,
  opened: { readonly meeting: StoredMeeting; readonly items: readonly AgendaItem[] },
  act: {
    readonly what: 'edited' | 'minuted' | 'confirmed' | 'cancelled'
    readonly change: Partial<MeetingState>
    readonly items?: readonly AgendaItem[] | undefined
    readonly reason?: string | undefined
  },
): Promise<MeetingActOutput> {
  const { meeting } = opened
  const after = { ...meeting, ...act.change }
  const items = act.items ?? opened.items
  const audience = await audienceFor(tx, after.scope, meeting.unitId, partsOf(after.people, items))
  if (!(await saveMeeting(tx, meeting, after, audience))) throw await recordConflict(tx, 'meeting', meeting.id)
  if (act.items !== undefined) await saveAgenda(tx, meeting.id, items)
  await enterAgenda(tx, opened.items, after, items, audience)
  const { id: meetingId, unitId, recorderId: personId } = after
  await addChange(tx, {
    subjectKind: 'meeting',
    subjectId: meetingId,
    kind: act.what,
    before: plain(meeting, opened.items),
    after: plain(after, items),
    reason: act.reason,
  })
  await audit(tx, {
    action: `meeting.${act.what}`,
    subjectType: 'meeting',
    subjectId: meetingId,
    before: { status: meeting.status, version: meeting.version },
    after: { status: after.status, items: items.length },
    reason: act.reason,
  })
  const touches = [...new Set(partsOf(after.people, items))].map((one) => `inbox:${one}`)
  await emit(tx, meetingChanged.of({ meetingId, unitId, personId, what: act.what }), { touches })
  return { meetingId, version: meeting.version + 1, status: after.status }
}

function plain(meeting: MeetingState, items: readonly AgendaItem[]): Record<string, unknown> {
  return {
    name: meeting.name,
    status: meeting.status,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt?.toISOString() ?? null,
    place: meeting.place,
    chairId: meeting.chairId,
    people: meeting.people.map(({ personId, role }) => ({ personId, role })),
    procedure: meeting.procedure,
    scope: meeting.scope,
    agenda: items,
  }
}
