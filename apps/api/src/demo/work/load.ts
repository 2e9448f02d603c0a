import type { Id } from '@harmony/core/kernel'
import { continueRegister, setReceptionDesk } from '@harmony/core/work'
import type { Stage } from '../play.ts'
import { dailyPapers, manualPlan } from './document-2005.ts'
import { inOrder } from './in-order.ts'
import { type Paper, scriptOf } from './papers.ts'
import { playRecall, playReceptions, playRelease, playRouting } from './play-dispatches.ts'
import { type DocumentScript, playDocument } from './play-documents.ts'
import { playTask } from './play-tasks.ts'
import { playRecordsOf2005 } from './records-2005.ts'
import { playRecordsNow } from './records-now.ts'
import { tasksOf2005 } from './tasks-2005.ts'
import { tasksNow } from './tasks-now.ts'
import { gangnamPapers } from './texts/papers-gangnam.ts'
import { ministryPapers } from './texts/papers-ministry.ts'
import { teamPapers } from './texts/papers-team.ts'
import { as, on, openWorkStage, scene, type WorkStage, workday } from './work-stage.ts'

/** Loads what an agency's officers did: documents, tasks, schedules, memos, meetings; again loads nothing twice. */
export async function loadWork(stage: Stage, stopping: () => boolean): Promise<void> {
  const work = await openWorkStage(stage, stopping)
  await loadNow(work)
  if (stage.ctx.tenantSlug === 'mogaha') await load2005(work)
}

/** These weeks. */
async function loadNow(stage: WorkStage): Promise<void> {
  const agency = stage.ctx.tenantSlug
  const year = Number(stage.calendar.dayOf(new Date(stage.now.getTime() - 30 * 86_400_000)).slice(0, 4))
  const cards = new Map<string, Id>()
  for (const script of tasksNow(agency, year)) {
    if (stage.stopping()) return
    cards.set(script.key, await playTask(stage, script))
  }
  const papers: readonly Paper[] = agency === 'mogaha' ? [...teamPapers, ...ministryPapers] : gangnamPapers
  const scripts = papers.map((paper) => scriptOf(stage, cards, paper))
  for (const turn of await turnsOf(stage, scripts, RELEASES[agency] ?? [])) {
    if (stage.stopping()) return
    await turn.play()
  }
  await playRecordsNow(stage, cards)
}

type Release = readonly [head: string, title: string, days: number]

/** Documents, and dispatches let go: both take numbers of one register, so they are played as the days went. */
async function turnsOf(stage: WorkStage, scripts: readonly DocumentScript[], releases: readonly Release[]) {
  const papers = await inOrder(stage, scripts)
  const written = papers.map(({ script, ends }) => ({ at: ends, play: () => playDocument(stage, script) }))
  const released = releases.map(([head, title, days]) => {
    const approved = papers.find(({ script }) => script.dispatch?.title === title)?.ends.getTime() ?? 0
    const at = new Date(Math.max(workday(stage, days, '16:20').getTime(), approved))
    return { at, play: () => playRelease(stage, head, title, at) }
  })
  return [...written, ...released].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** Who let which dispatch go, working days from today; the others wait for the head. */
const RELEASES: Readonly<Record<string, readonly Release[]>> = {
  mogaha: [
    ['innovation-strategy-1', '하반기 혁신담당자 워크숍 참석 요청', -9],
    ['performance-management-1', '성과관리 담당자 교육 안내', -4],
    ['local-administration-team-1', '연말연시 가로환경 정비 협조 요청', -5],
    ['safety-planning-1', '겨울철 가로변 시설물 안전점검 요청', -4],
  ],
  gangnam: [
    ['roads-1', '겨울철 제설 대책 알림', -7],
    ['general-affairs-1', '통합행정혁신시스템 자료 이관 지원 요청', -6],
    ['permits-1', '휴게음식점 영업허가 검토결과 알림', -6],
    ['traffic-1', '거주자우선주차 신청 공고 알림', -3],
  ],
}

/** 문서과 of each agency: who set it, and where what came there belongs. */
const DESKS = {
  mogaha: {
    unit: 'operations',
    by: 'operations-2',
    on: [
      ['통합행정혁신시스템 자료 이관 지원 요청', 'innovation-strategy'],
      ['겨울철 제설 대책 알림', 'safety-planning'],
    ],
  },
  gangnam: {
    unit: 'general-affairs',
    by: 'general-affairs-3',
    on: [
      ['연말연시 가로환경 정비 협조 요청', 'cleaning'],
      ['겨울철 가로변 시설물 안전점검 요청', 'roads'],
    ],
  },
} as const

/** Who takes in what other agencies send. */
export async function openDesk(stage: Stage): Promise<void> {
  const work = await openWorkStage(stage, () => false)
  const { unit, by } = DESKS[stage.ctx.tenantSlug === 'mogaha' ? 'mogaha' : 'gangnam']
  await scene(work, 'desk', async (tx) => {
    await setReceptionDesk(as(tx, work.person(by), stage.now), { unitId: work.unit(unit) })
    return null
  })
}

/** What came from elsewhere: handled by the units once the letters have arrived. */
export async function loadReceptions(stage: Stage, stopping: () => boolean): Promise<void> {
  const work = await openWorkStage(stage, stopping)
  const { now } = stage
  const desk = DESKS[stage.ctx.tenantSlug === 'mogaha' ? 'mogaha' : 'gangnam']
  for (const [title, to] of desk.on) await playRouting(work, desk.unit, title, to)
  if (stage.ctx.tenantSlug === 'gangnam') {
    await playReceptions(work, 'cleaning', ['assigned', 'left'], now)
    await playReceptions(work, 'general-affairs', ['assigned', 'refused', 'left'], now)
    await playReceptions(work, 'traffic', ['handled'], now)
    await playReceptions(work, 'building', ['received', 'left'], now)
    await playReceptions(work, 'civil-affairs', ['refused'], now)
    return
  }
  await playRecall(
    work,
    'performance-management-1',
    '성과관리 담당자 교육 안내',
    workday(work, -1, '11:00'),
    '교육 일시가 바뀌어 다시 보냅니다.',
  )
  await playReceptions(work, 'organisation-planning', ['handled', 'left'], now)
  await playReceptions(work, 'local-innovation', ['handled', 'assigned'], now)
  await playReceptions(work, 'safety-planning', ['received'], now)
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
  const plan = manualPlan(taskCardId)
  await playDocument(stage, plan)
  await playRecordsOf2005(stage, taskCardId)
  for (const script of dailyPapers().toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (stage.stopping()) return
    await playDocument(stage, script)
  }
  await playRelease(stage, 'innovation-strategy-1', plan.dispatch?.title ?? '', on('2005-09-21', '14:00'))
}
