import type { Id } from '@harmony/core/kernel'
import {
  acknowledgeMemo,
  answerMemo,
  cancelSchedule,
  confirmMinutes,
  createSchedule,
  getMeeting,
  planMeeting,
  recordScheduleResult,
  sendMemo,
  writeMinutes,
} from '@harmony/core/work'
import { MEETINGS, MEMOS } from './texts/memos-and-meetings.ts'
import type { MeetingText, MemoText, ScheduleText } from './texts/record-texts.ts'
import { SCHEDULES } from './texts/schedules.ts'
import { as, later, scene, type WorkStage, workday } from './work-stage.ts'

/** Schedules of these weeks, memos and meetings of an agency, tied to this year's cards. */
export async function playRecordsNow(stage: WorkStage, cards: ReadonlyMap<string, Id>): Promise<void> {
  const agency = stage.ctx.tenantSlug === 'mogaha' ? 'mogaha' : 'gangnam'
  const ids = (keys: readonly string[] = []) => keys.flatMap((key) => cards.get(`now-${key}`) ?? [])
  for (const [i, text] of SCHEDULES[agency].entries()) {
    if (stage.stopping()) return
    await playSchedule(stage, `${i}`, text, ids(text.cards))
  }
  for (const [i, text] of MEMOS[agency].entries()) await playMemo(stage, `${i}`, text, ids(text.cards))
  for (const [i, text] of MEETINGS[agency].entries()) await playMeeting(stage, `${i}`, text, ids)
}

function playSchedule(stage: WorkStage, key: string, text: ScheduleText, taskCardIds: Id[]): Promise<null> {
  return scene(stage, `schedule-${key}`, async (tx) => {
    const startsAt = workday(stage, text.days, text.from)
    const endsAt = text.to === undefined ? null : workday(stage, text.days, text.to)
    const made = new Date(Math.min(startsAt.getTime() - 26 * 3_600_000, stage.now.getTime()))
    const owner = stage.person(text.by)
    const { scheduleId } = await createSchedule(as(tx, owner, made), {
      title: text.title,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
      place: text.place ?? null,
      note: text.note ?? null,
      participantIds: (text.with ?? []).map((code) => stage.person(code).personId),
      taskCardIds,
      scope: text.scope ?? 'unit',
    })
    const end = endsAt ?? startsAt
    if (text.result !== undefined && end < stage.now) {
      await recordScheduleResult(as(tx, owner, end), { scheduleId, result: text.result })
    }
    if (text.cancelled !== undefined) await cancelSchedule(as(tx, owner, made), { scheduleId, reason: text.cancelled })
    return null
  })
}

function playMemo(stage: WorkStage, key: string, text: MemoText, taskCardIds: Id[]): Promise<null> {
  return scene(stage, `memo-${key}`, async (tx) => {
    const at = workday(stage, -text.days, text.time)
    const when = at > stage.now ? new Date(stage.now.getTime() - 30 * 60_000) : at
    const copyIds = (text.copies ?? []).map((code) => stage.person(code).personId)
    const { memoId } = await sendMemo(as(tx, stage.person(text.by), when), {
      title: text.title,
      body: text.body,
      readerId: stage.person(text.to).personId,
      copyIds,
      taskCardIds,
      scope: 'unit',
    })
    const read = later(stage, when, 1.5)
    if (text.read === undefined || read > stage.now) return null
    const reader = as(tx, stage.person(text.to), read)
    if (text.read === '') await acknowledgeMemo(reader, { memoId })
    else await answerMemo(reader, { memoId, opinion: text.read })
    return null
  })
}

function playMeeting(
  stage: WorkStage,
  key: string,
  text: MeetingText,
  ids: (keys?: readonly string[]) => Id[],
): Promise<null> {
  return scene(stage, `meeting-${key}`, async (tx) => {
    const startsAt = workday(stage, text.days, text.from)
    const recorder = stage.person(text.recorder)
    const made = new Date(Math.min(startsAt.getTime() - 50 * 3_600_000, stage.now.getTime()))
    const attendeeIds = text.attendees.map((code) => stage.person(code).personId)
    const observerIds = (text.observers ?? []).map((code) => stage.person(code).personId)
    const { meetingId } = await planMeeting(as(tx, recorder, made), {
      name: text.name,
      startsAt: startsAt.toISOString(),
      endsAt: workday(stage, text.days, text.to).toISOString(),
      place: text.place,
      chairId: stage.person(text.chair).personId,
      attendeeIds,
      observerIds,
      agenda: text.agenda.map(({ title, by, cards }) => ({
        title,
        presenterId: stage.person(by).personId,
        taskCardIds: ids(cards),
      })),
      scope: text.scope ?? 'bureau',
    })
    if (startsAt > stage.now || text.agenda.every((item) => item.said === undefined)) return null
    const after = as(tx, recorder, later(stage, startsAt, 4))
    const { agenda } = await getMeeting(after, { meetingId })
    const items = agenda.map(({ id }, i) => {
      const item = text.agenda[i]
      return { id, remarks: item?.said ?? null, result: item?.result ?? null, decision: item?.decision ?? null }
    })
    const procedure = '개회 → 지난 회의 결과 점검 → 안건 보고와 토의 → 의결 → 폐회'
    await writeMinutes(after, { meetingId, attendeeIds, observerIds, procedure, items })
    if (text.confirmed) await confirmMinutes(as(tx, stage.person(text.chair), later(stage, startsAt, 7)), { meetingId })
    return null
  })
}
