import type { Id } from '@harmony/core/kernel'
import type { DocumentScript } from './play-documents.ts'
import { on } from './work-stage.ts'

/** The vice-minister's opinion, word for word. */
const VICE_MINISTER =
  '- 정부혁신본부, 지방본부, 전자정부본부 등 부서별 의견을 폭넓게 수렴하여 부서별 팀제 운영상의 문제점과 해결방안 등을 구체적으로 제시하면 좋겠습니다.'

/** The minister's two directives, word for word. */
const MINISTER = [
  '매뉴얼을 단순히 보급만 할 것이 아니라, 중앙 및 지방자치단체 혁신담당자 워크숍이나, 부단체장 회의 등을 통하여 팀제의 취지, 팀제 개편의 효과나 장점 등에 대해 적극적으로 홍보할 수 방안을 마련했으면 합니다.',
  '향후 매뉴얼을 지속적으로 수정·보완하여 민간·외국의 구체적인 운영사례, 우리부 운영과정의 문제점 및 개선사항 및 각 부처별 업무특성에 적합한 팀제 모델 등을 제시했으면 좋겠습니다.',
] as const

const PLAN_LINES = [
  '팀제 매뉴얼 제작·보급 계획',
  '팀제의 목적, 취지, 성공적인 운영방법에 대한 지침을 마련하여 우리부 팀제의 성공적 정착에 기여',
  '우리부 및 민간의 성공적 운영사례를 현실감 있게 반영하여 타 부처 및 지방자치단체 팀제 도입시 가이드라인 제시',
]

/** 팀제 매뉴얼 제작·보급 계획: 부내혁신전략팀-32, with its two directives, until 시행-종결. */
export function manualPlan(taskCardId: Id): DocumentScript {
  return {
    key: '2005-team-manual',
    kind: 'report-plan',
    drafter: 'innovation-strategy-2',
    title: '팀제 매뉴얼 제작·보급 계획',
    at: on('2005-08-22', '13:30'),
    tasks: [taskCardId],
    unitTask: 'MA-007',
    fields: {
      background: '2005년 3월 팀제 개편 이후 팀제의 취지와 운영방법에 대한 지침 요구',
      'policy-stage': 'execution',
    },
    lines: [
      '# 팀제 매뉴얼 제작·보급 계획',
      '- 팀제의 목적, 취지, 성공적인 운영방법에 대한 지침을 마련하여 우리부 팀제의 성공적 정착에 기여',
      '- 우리부 및 민간의 성공적 운영사례를 현실감 있게 반영하여 타 부처 및 지방자치단체 팀제 도입시 가이드라인 제시',
      '# 추진일정',
      '- 매뉴얼 시안 작성: 2005년 8월',
      '- 부서별 의견수렴과 보완: 2005년 9월',
      '- 중앙행정기관·지방자치단체 보급: 2005년 9월 말',
    ],
    files: [
      { name: '팀제 매뉴얼 제작·보급 계획.hwp', lines: PLAN_LINES },
      {
        name: '팀제 매뉴얼 시안.hwp',
        lines: ['팀제 매뉴얼(시안)', '1. 팀제의 의의', '2. 팀제의 설계', '3. 팀장과 팀원의 역할', '4. 팀제 운영사례'],
      },
    ],
    route: [
      { by: 'innovation-strategy-1', role: 'review', order: 1 },
      { by: 'innovation-planning-head', role: 'review', order: 2 },
      { by: 'vice-minister', role: 'review', order: 3, asks: '의견 바랍니다' },
      { by: 'minister', role: 'approve', order: 4, asks: '의견 바랍니다' },
    ],
    attributes: {
      accessScope: 'bureau',
      knowledgeCategory: 'general-administration',
      retention: '5',
      disclosure: 'closed',
      disclosureGrounds: ['5'],
      disclosureNote: '의사결정 과정에 있는 사항',
    },
    acts: {
      'innovation-strategy-1': { hours: 1.5 },
      'innovation-planning-head': { hours: 2 },
      'vice-minister': { hours: 6, opinion: VICE_MINISTER },
      minister: {
        hours: 7,
        directive: 'execute',
        grade: 'A',
        directives: [
          {
            text: MINISTER[0],
            due: '2005-09-30',
            report: {
              at: on('2005-09-08', '17:00'),
              text: '중앙·지방 혁신기획관이 참석하는 팀제 워크샵을 9월 7일 천마산 리조트에서 열어 팀제의 취지와 도입 방법, 실시 후 효과를 알렸습니다.',
            },
            closed: { at: on('2005-09-09', '10:00'), comment: '수고했습니다.' },
          },
          {
            text: MINISTER[1],
            report: {
              at: on('2005-09-20', '16:00'),
              text: '민간·외국 사례와 우리부 운영과정의 개선사항을 더한 보완본을 마련하고, 이후에도 분기마다 보완하도록 하였습니다.',
            },
            closed: { at: on('2005-09-21', '09:30'), comment: '' },
          },
        ],
      },
    },
    dispatch: {
      title: '팀제 매뉴얼 제작 보급 계획',
      lines: [
        '우리부에서는 행정기관의 팀제 도입 활성화를 위하여 붙임과 같이 매뉴얼을 제작·보급 계획을 알려드리오니 활용하시기 바랍니다.',
      ],
      to: ['organisation-planning', 'local-innovation'],
      withFiles: true,
    },
  }
}

const SUBJECTS = [
  '주간 혁신업무 추진상황',
  '팀제 정착 점검 결과',
  '혁신학습동아리 운영 실적',
  '혁신과제 발굴 회의 결과',
  '통합행정혁신시스템 시범운영 의견',
  '시스템 사용자 교육 실시 결과',
  '부서별 위임전결 개선 의견',
  '혁신마일리지 운영 현황',
  '지식관리 등록 실적',
  '보고서 줄이기 실천 결과',
]
const UNITS = [
  '정부혁신본부',
  '전자정부본부',
  '지방행정본부',
  '지방지원본부',
  '정책홍보관리본부',
  '혁신기획관실',
  '안전정책관실',
  '감사관실',
  '의정관실',
  '정부청사관리소',
]

const DAILY = {
  accessScope: 'unit',
  knowledgeCategory: 'innovation-performance',
  retention: '3',
  disclosure: 'open',
  disclosureGrounds: [],
  disclosureNote: '',
} as const

/** What the team approved between the plan (32) and its dispatch (127): 94 daily papers of four people in four weeks. */
export function dailyPapers(): DocumentScript[] {
  return Array.from({ length: 94 }, (_, i): DocumentScript => {
    const unit = UNITS[Math.floor(i / SUBJECTS.length) % UNITS.length] ?? ''
    const subject = SUBJECTS[i % SUBJECTS.length] ?? ''
    const day = new Date(Date.parse('2005-08-25T12:00:00Z') + Math.floor((i * 25) / 94) * 86_400_000)
    return {
      key: `2005-daily-${i}`,
      kind: 'internal',
      drafter: `innovation-strategy-${2 + (i % 3)}`,
      title: `${unit} ${subject} 보고`,
      at: on(day.toISOString().slice(0, 10), `${String(9 + (i % 8)).padStart(2, '0')}:10`),
      lines: [`${unit}의 ${subject}을(를) 붙임 없이 보고합니다.`],
      acts: { 'innovation-strategy-1': { hours: 0.5 } },
      attributes: DAILY,
    }
  })
}
