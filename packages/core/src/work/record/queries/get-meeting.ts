import type { Ctx, Id } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { agendaOf } from '../agenda.store.ts'
import { changesOf } from '../change.store.ts'
import { type MeetingAct, meetingRefusal } from '../domain/meeting.ts'
import { findMeeting } from '../meeting.store.ts'
import { peopleByIds } from '../people.store.ts'
import { canMeeting, officerOf } from '../policy.ts'
import { getMeetingInput, type MeetingView } from '../schemas.ts'
import { taskLines } from '../ties.ts'

/** One meeting, found by itself or by an item of its agenda, with its people, agenda, minutes and history. @throws NotFoundError outside the audience too */
export async function getMeeting(ctx: Ctx, raw: { meetingId: Id }): Promise<MeetingView> {
  const { meetingId } = parse(getMeetingInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    const [items, changes] = await Promise.all([agendaOf(tx, meeting.id), changesOf(tx, 'meeting', meeting.id)])
    const [people, cards] = await Promise.all([
      peopleByIds(
        tx,
        items.flatMap((item) => item.presenterId ?? []),
      ),
      taskLines(
        tx,
        items.flatMap((item) => item.taskCardIds),
      ),
    ])
    const now = tx.clock.now()
    const may = (act: MeetingAct) => canMeeting(tx.actor, act, meeting) && meetingRefusal(meeting, act, now) === null
    const { id, name, status, place, procedure, scope, version } = meeting
    return {
      id,
      name,
      status,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt?.toISOString() ?? null,
      place,
      unit: { id: meeting.unitId, name: meeting.unitName },
      people: [...meeting.people],
      procedure,
      agenda: items.map(({ presenterId, taskCardIds, ...item }) => ({
        ...item,
        presenter: people.get(presenterId ?? '') ?? null,
        tasks: cards.filter((card) => taskCardIds.includes(card.id)),
      })),
      scope,
      confirmedAt: meeting.confirmedAt?.toISOString() ?? null,
      changes,
      version,
      can: { edit: may('edit'), minutes: may('minutes'), confirm: may('confirm'), cancel: may('cancel') },
    }
  })
}
