export { type WorkFragment, workFragment } from './fragment.ts'
export { workMessages } from './messages.ts'
export {
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
  readMemoFile,
  recordScheduleResult,
  sendMemo,
  withdrawMemo,
  writeMinutes,
} from './record/index.ts'
export { currentWork, type WorkRelease, workByHash } from './release.ts'
export { unknownRouteUnits, workPart } from './synthesis.ts'
export {
  type Achievement,
  type AchievementKind,
  type Audience,
  recordAchievement,
  removeAchievement,
  type TaskCardBrief,
  taskCardsByIds,
} from './task/index.ts'
