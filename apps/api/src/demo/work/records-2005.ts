import type { Id } from '@harmony/core/kernel'
import {
  createSchedule,
  getMeeting,
  planMeeting,
  recordScheduleResult,
  sendMemo,
  writeMinutes,
} from '@harmony/core/work'
import { uploadFiles } from './files.ts'
import { as, on, scene, type WorkStage } from './work-stage.ts'

const MANUAL =
  '○ 팀제 매뉴얼 제작·보급 계획\n- 팀제의 목적, 취지, 성공적인 운영방법에 대한 지침을 마련하여 우리부 팀제의 성공적 정착에 기여\n- 우리부 및 민간의 성공적 운영사례를 현실감 있게 반영하여 타 부처 및 지방자치단체 팀제 도입시 가이드라인 제시'
const WORKSHOP =
  '장관님께서 지시하신 팀제 홍보를 위한 워크샵 계획을 보고합니다\n- 일시/장소 : 2005.9.7 / 천마산 리조트\n- 참석대상 : 중앙/지방 혁신기획관\n- 내용 : 팀제의 취지 및 도입 방법, 팀제 실시 후 효과(장점)'

/** 실적 of 8월 4주차 of 혁신적 책임행정조직 구현: two entries, the memo on the workshop, and 제23차 정책조정회의. */
export async function playRecordsOf2005(stage: WorkStage, taskCardId: Id): Promise<void> {
  const taskCardIds = [taskCardId]
  const officer = stage.person('innovation-strategy-2')
  await scene(stage, 'records-2005-schedule', async (tx) => {
    const entries = [
      ['팀제 매뉴얼 제작 및 보급 계획 수립', '2005-08-22', '09:00', '12:00', MANUAL],
      [
        '팀제 홍보를 위한 워크샵 계획 보고',
        '2005-08-29',
        '09:30',
        null,
        `○ 팀제 홍보를 위한 워크샵 계획 보고\n${WORKSHOP}`,
      ],
    ] as const
    for (const [title, day, from, to, result] of entries) {
      const { scheduleId } = await createSchedule(as(tx, officer, on(day, '08:40')), {
        title,
        startsAt: on(day, from).toISOString(),
        endsAt: to === null ? null : on(day, to).toISOString(),
        taskCardIds,
        scope: 'agency',
      })
      await recordScheduleResult(as(tx, officer, on(day, '17:40')), { scheduleId, result })
    }
  })
  await scene(stage, 'records-2005-memo', async (tx) => {
    const author = as(tx, officer, on('2005-08-29', '09:30'))
    const lines = ['팀제 워크샵 세부 계획', ...WORKSHOP.split('\n').slice(1)]
    const fileIds = await uploadFiles(author, [{ name: '팀제 워크샵 세부 계획.hwp', lines }])
    const readerId = stage.person('minister').personId
    const copyIds = ['innovation-strategy-1', 'innovation-planning-head'].map((code) => stage.person(code).personId)
    const title = '팀제 홍보를 위한 워크샵 계획 보고'
    await sendMemo(author, { title, body: WORKSHOP, readerId, copyIds, fileIds, taskCardIds, scope: 'bureau' })
  })
  await scene(stage, 'records-2005-meeting', async (tx) => {
    const recorder = stage.person('innovation-strategy-4')
    const heads = ['government-innovation-head', 'local-administration-head', 'e-government-head']
    const attendeeIds = [...heads, 'innovation-planning-head'].map((code) => stage.person(code).personId)
    const observerIds = ['innovation-strategy-1'].map((code) => stage.person(code).personId)
    const { meetingId } = await planMeeting(as(tx, recorder, on('2005-08-23', '10:00')), {
      name: '제 23차 정책조정회의',
      startsAt: on('2005-08-24', '09:00').toISOString(),
      endsAt: on('2005-08-24', '10:20').toISOString(),
      place: '정부중앙청사 대회의실',
      chairId: stage.person('vice-minister').personId,
      attendeeIds,
      observerIds,
      agenda: [{ title: '팀제 매뉴얼 제작·보급 계획', presenterId: officer.personId, taskCardIds }],
      scope: 'agency',
    })
    const at = as(tx, recorder, on('2005-08-24', '16:00'))
    const { agenda } = await getMeeting(at, { meetingId })
    // The result stands empty in the log of 2005; so the minutes were never confirmed.
    const items = agenda.map(({ id }) => ({ id, remarks: '매뉴얼의 목차와 보급 대상, 부서별 의견수렴 방법을 논의함' }))
    await writeMinutes(at, { meetingId, attendeeIds, observerIds, procedure: '개회, 안건 보고, 토의, 폐회', items })
  })
}
