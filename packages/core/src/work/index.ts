export { type WorkFragment, workFragment } from './fragment.ts'
export { workMessages } from './messages.ts'
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
