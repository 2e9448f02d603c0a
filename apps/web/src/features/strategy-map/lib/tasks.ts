import type { Objective, StrategyMap } from './model.ts'

/** A managed task's card on an objective. */
export type MapTask = Objective['tasks'][number]

/** On track (정상): neither delayed nor flagged weak; the others are 미진. */
export function isOnTrack(task: MapTask): boolean {
  return task.state === 'on-track' && !task.flagged
}

/** How many tasks of an objective are on track and how many are not. */
export function countTasks(tasks: readonly MapTask[]): { readonly ok: number; readonly bad: number } {
  const ok = tasks.filter(isOnTrack).length
  return { ok, bad: tasks.length - ok }
}

/** Whether any objective of the map has a task. */
export function hasTasks(map: StrategyMap): boolean {
  return map.perspectives.some((perspective) => perspective.objectives.some((one) => one.tasks.length > 0))
}
