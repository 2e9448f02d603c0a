import { type Id, newId, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { AccessScope } from '../values.ts'
import type { AgendaItem } from './agenda.store.ts'
import { once } from './domain/scope.ts'
import type { MeetingState } from './meeting.store.ts'
import { peopleOf } from './meeting-act.ts'
import { requirePeople, requireTaskCards } from './ties.ts'

interface Plan {
  readonly name: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly place: string
  readonly chairId: Id
  readonly attendeeIds: readonly Id[]
  readonly observerIds: readonly Id[]
  readonly agenda: readonly {
    readonly id?: Id | undefined
    readonly title: string
    readonly presenterId: Id | null
    readonly taskCardIds: readonly Id[]
  }[]
  readonly scope: AccessScope
}

/**
 * A meeting's plan, checked: the chair, who will confirm the minutes, is not their writer.
 * @throws ValidationError `meeting.chair-is-recorder`, `record.time-order`, `record.person-unknown`, `record.task-unknown`,
 * `meeting.item-unknown`
 */
export async function plannedMeeting(
  tx: TxCtx,
  plan: Plan,
  recorderId: Id,
  before: readonly AgendaItem[],
): Promise<{ state: MeetingState; items: AgendaItem[] }> {
  const { name, place, chairId, scope } = plan
  const startsAt = new Date(plan.startsAt)
  const endsAt = plan.endsAt === null ? null : new Date(plan.endsAt)
  if (endsAt !== null && endsAt <= startsAt) throw new ValidationError('record.time-order', { field: 'endsAt' })
  if (chairId === recorderId) throw new ValidationError('meeting.chair-is-recorder', { field: 'chairId' })
  const presenters = plan.agenda.flatMap((item) => item.presenterId ?? [])
  const known = await requirePeople(tx, {
    chairId: [chairId, recorderId],
    attendeeIds: plan.attendeeIds,
    observerIds: plan.observerIds,
    agenda: presenters,
  })
  await requireTaskCards(
    tx,
    plan.agenda.flatMap((item) => item.taskCardIds),
    'agenda',
  )
  const state: MeetingState = {
    name,
    status: 'planned',
    startsAt,
    endsAt,
    place,
    chairId,
    recorderId,
    people: peopleOf({ ...plan, recorderId }, known),
    procedure: null,
    scope,
    confirmedAt: null,
  }
  return { state, items: plannedItems(plan.agenda, before) }
}

function plannedItems(agenda: Plan['agenda'], before: readonly AgendaItem[]): AgendaItem[] {
  const standing = new Map(before.map((item) => [item.id, item]))
  return agenda.map((item, index) => {
    const old = item.id === undefined ? undefined : standing.get(item.id)
    if (item.id !== undefined && old === undefined) {
      throw new ValidationError('meeting.item-unknown', { field: `agenda.${index}.id` })
    }
    return {
      id: old?.id ?? newId(),
      position: index + 1,
      title: item.title,
      presenterId: item.presenterId,
      taskCardIds: once(item.taskCardIds),
      remarks: old?.remarks ?? null,
      result: old?.result ?? null,
      decision: old?.decision ?? null,
    }
  })
}
