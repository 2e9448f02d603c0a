import { continueRegister, setReceptionDesk } from '@harmony/core/work'
import type { Stage } from '../play.ts'
import { dailyPapers, manualPlan } from './document-2005.ts'
import { playDocument } from './play-documents.ts'
import { playTask } from './play-tasks.ts'
import { playRecordsOf2005 } from './records-2005.ts'
import { tasksOf2005 } from './tasks-2005.ts'
import { as, on, openWorkStage, scene, type WorkStage } from './work-stage.ts'

/** Loads what an agency's officers did: documents, tasks, schedules, memos, meetings; again loads nothing twice. */
export async function loadWork(stage: Stage, stopping: () => boolean): Promise<void> {
  const work = await openWorkStage(stage, stopping)
  if (stage.ctx.tenantSlug === 'gangnam') {
    await scene(work, 'reception-desk', (tx) => setReceptionDesk(tx, { unitId: work.unit('general-affairs') }))
  }
  if (stage.ctx.tenantSlug === 'mogaha') await load2005(work)
}

/** The year of the first Harmony, as its own screens showed it. */
async function load2005(stage: WorkStage): Promise<void> {
  const cards = new Map<string, string>()
  for (const script of tasksOf2005) {
    if (stage.stopping()) return
    cards.set(script.key, await playTask(stage, script))
  }
  const taskCardId = cards.get('2005-accountable-organisation') ?? ''
  await scene(stage, 'register-2005', (tx) =>
    continueRegister(as(tx, stage.person('innovation-strategy-1'), on('2005-07-01', '09:00')), {
      unitId: stage.unit('innovation-strategy'),
      year: 2005,
      last: 31,
      reason: '전자문서시스템에서 쓰던 문서등록대장을 31번에 이어서 씀',
    }),
  )
  await playDocument(stage, manualPlan(taskCardId))
  await playRecordsOf2005(stage, taskCardId)
  for (const script of dailyPapers()) {
    if (stage.stopping()) return
    await playDocument(stage, script)
  }
}
