import type { Id } from '../../../kernel/index.ts'

export type MeetingStatus = 'planned' | 'held' | 'confirmed' | 'cancelled'
export type MeetingAct = 'edit' | 'minutes' | 'confirm' | 'cancel'
export type AgendaResult = 'passed' | 'amended' | 'reported' | 'deferred' | 'rejected'

/** What the minutes say of an item. */
export interface ItemMinutes {
  readonly title: string
  readonly remarks: string | null
  readonly result: AgendaResult | null
  readonly decision: string | null
}

/**
 * Why an act on a meeting is not possible; null when it is. A plan changes until minutes are written, minutes until the
 * chair has confirmed them, and then nothing does.
 */
export function meetingRefusal(
  meeting: { readonly status: MeetingStatus; readonly startsAt: Date },
  act: MeetingAct,
  now: Date,
): string | null {
  const { status } = meeting
  if (status === 'confirmed') return 'meeting.confirmed'
  if (status === 'cancelled') return 'meeting.cancelled'
  if (act === 'confirm' && status === 'planned') return 'meeting.not-held'
  if ((act === 'cancel' || act === 'edit') && status === 'held') return 'meeting.already-held'
  if (act === 'minutes' && meeting.startsAt > now) return 'meeting.too-early'
  return null
}

/** The first item whose minutes lack something (공공기록물법 시행령 §18: 발언요지, 결정); null when all is there. */
export function incompleteItem(items: readonly ItemMinutes[]): string | null {
  const missing = items.find((item) => item.remarks === null || item.result === null || item.decision === null)
  return missing?.title ?? null
}

/** Everyone of a meeting with the part each has, the first part wins. */
export function meetingRoles(plan: {
  readonly chairId: Id
  readonly recorderId: Id
  readonly attendeeIds: readonly Id[]
  readonly observerIds: readonly Id[]
}): { personId: Id; role: 'chair' | 'recorder' | 'attendee' | 'observer' }[] {
  const roles = new Map<Id, 'chair' | 'recorder' | 'attendee' | 'observer'>([
    [plan.chairId, 'chair'],
    [plan.recorderId, 'recorder'],
  ])
  for (const id of plan.attendeeIds) if (!roles.has(id)) roles.set(id, 'attendee')
  for (const id of plan.observerIds) if (!roles.has(id)) roles.set(id, 'observer')
  return [...roles].map(([personId, role]) => ({ personId, role }))
}
