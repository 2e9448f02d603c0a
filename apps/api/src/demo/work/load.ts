import type { Stage } from '../play.ts'
import { playTask } from './play-tasks.ts'
import { tasksOf2005 } from './tasks-2005.ts'
import { openWorkStage } from './work-stage.ts'

/** Loads what an agency's officers did: documents, tasks, schedules, memos, meetings; again loads nothing twice. */
export async function loadWork(stage: Stage, stopping: () => boolean): Promise<void> {
  const work = await openWorkStage(stage, stopping)
  if (stage.ctx.tenantSlug === 'mogaha') {
    for (const script of tasksOf2005) {
      if (stopping()) return
      await playTask(work, script)
    }
  }
}
