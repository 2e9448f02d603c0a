import {
  acknowledgeMemo,
  answerMemo,
  cancelMeeting,
  cancelSchedule,
  confirmMinutes,
  createSchedule,
  editMeeting,
  editSchedule,
  findPeople,
  getMeeting,
  getMemo,
  getSchedule,
  listMeetings,
  listMemos,
  listSchedule,
  planMeeting,
  recordScheduleResult,
  sendMemo,
  withdrawMemo,
  writeMinutes,
} from '@harmony/core/work'
import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** 일정, 메모보고, 회의. */
export const recordRouter = router({
  people: officer
    .input(schemas.findPeopleInput)
    .output(schemas.findPeopleOutput)
    .query(({ ctx, input }) => findPeople(ctx.harmony, input)),

  schedules: officer
    .input(schemas.listScheduleInput)
    .output(schemas.listScheduleOutput)
    .query(({ ctx, input }) => listSchedule(ctx.harmony, input)),
  schedule: officer
    .input(schemas.getScheduleInput)
    .output(schemas.scheduleView)
    .query(({ ctx, input }) => getSchedule(ctx.harmony, input)),
  createSchedule: officer
    .input(schemas.createScheduleInput)
    .output(schemas.scheduleActOutput)
    .mutation(({ ctx, input }) => createSchedule(ctx.harmony, input)),
  editSchedule: officer
    .input(schemas.editScheduleInput)
    .output(schemas.scheduleActOutput)
    .mutation(({ ctx, input }) => editSchedule(ctx.harmony, input)),
  recordScheduleResult: officer
    .input(schemas.recordScheduleResultInput)
    .output(schemas.scheduleActOutput)
    .mutation(({ ctx, input }) => recordScheduleResult(ctx.harmony, input)),
  cancelSchedule: officer
    .input(schemas.cancelScheduleInput)
    .output(schemas.scheduleActOutput)
    .mutation(({ ctx, input }) => cancelSchedule(ctx.harmony, input)),

  memos: officer
    .input(schemas.listMemosInput)
    .output(schemas.listMemosOutput)
    .query(({ ctx, input }) => listMemos(ctx.harmony, input)),
  memo: officer
    .input(schemas.getMemoInput)
    .output(schemas.memoView)
    .query(({ ctx, input }) => getMemo(ctx.harmony, input)),
  sendMemo: officer
    .input(schemas.sendMemoInput)
    .output(schemas.memoActOutput)
    .mutation(({ ctx, input }) => sendMemo(ctx.harmony, input)),
  acknowledgeMemo: officer
    .input(schemas.acknowledgeMemoInput)
    .output(schemas.memoActOutput)
    .mutation(({ ctx, input }) => acknowledgeMemo(ctx.harmony, input)),
  answerMemo: officer
    .input(schemas.answerMemoInput)
    .output(schemas.memoActOutput)
    .mutation(({ ctx, input }) => answerMemo(ctx.harmony, input)),
  withdrawMemo: officer
    .input(schemas.withdrawMemoInput)
    .output(schemas.memoActOutput)
    .mutation(({ ctx, input }) => withdrawMemo(ctx.harmony, input)),

  meetings: officer
    .input(schemas.listMeetingsInput)
    .output(schemas.listMeetingsOutput)
    .query(({ ctx, input }) => listMeetings(ctx.harmony, input)),
  meeting: officer
    .input(schemas.getMeetingInput)
    .output(schemas.meetingView)
    .query(({ ctx, input }) => getMeeting(ctx.harmony, input)),
  planMeeting: officer
    .input(schemas.planMeetingInput)
    .output(schemas.meetingActOutput)
    .mutation(({ ctx, input }) => planMeeting(ctx.harmony, input)),
  editMeeting: officer
    .input(schemas.editMeetingInput)
    .output(schemas.meetingActOutput)
    .mutation(({ ctx, input }) => editMeeting(ctx.harmony, input)),
  writeMinutes: officer
    .input(schemas.writeMinutesInput)
    .output(schemas.meetingActOutput)
    .mutation(({ ctx, input }) => writeMinutes(ctx.harmony, input)),
  confirmMinutes: officer
    .input(schemas.confirmMinutesInput)
    .output(schemas.meetingActOutput)
    .mutation(({ ctx, input }) => confirmMinutes(ctx.harmony, input)),
  cancelMeeting: officer
    .input(schemas.cancelMeetingInput)
    .output(schemas.meetingActOutput)
    .mutation(({ ctx, input }) => cancelMeeting(ctx.harmony, input)),
})
