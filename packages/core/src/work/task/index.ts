export { type Achievement, type Audience, recordAchievement, removeAchievement } from './achievement.store.ts'
export { type TaskCardBrief, taskCardsByIds } from './card.store.ts'
export type { AchievementKind } from './domain/achievement.ts'
export { taskMessages } from './messages.ts'
