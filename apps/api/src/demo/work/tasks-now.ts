import { GOALS_NOW } from './goals-now.ts'
import type { PhaseScript, StageScript, TaskScript } from './play-tasks.ts'

/** How a card of this year stands. */
type Course = 'ok' | 'late' | 'very-late' | 'was-late' | 'done' | 'begun'

/** Key, unit, unit task, name, course, and what else it is. */
type Line = readonly [
  key: string,
  unit: string,
  unitTask: string,
  name: string,
  course: Course,
  more?: Partial<Pick<TaskScript, 'objective' | 'annualReport' | 'ofUnitTask' | 'marks'>> & { readonly stages?: true },
]

const DUES = ['02-27', '05-29', '09-30', '12-18'] as const
type Step = readonly [name: string, activity: string, weight: number]
const MINISTRY_STEPS: readonly Step[] = [
  ['계획수립', '추진계획 수립, 관계기관 의견 수렴', 20],
  ['제도정비', '법령·지침 정비와 협의', 40],
  ['시행', '현장 적용과 점검', 30],
  ['확산 및 보급', '우수사례 발굴, 결과 환류', 10],
]
const DISTRICT_STEPS: readonly Step[] = [
  ['계획', '추진계획 수립, 주민·동 의견 수렴', 20],
  ['예산·계약', '예산 배정, 계약과 인력 편성', 30],
  ['집행', '현장 집행과 민원 대응', 35],
  ['점검·정산', '추진결과 점검과 사업비 정산', 15],
]

const answered = (done: string, issue: string, key: string): StageScript => ({
  key,
  due: done,
  done,
  issue,
  answer: '관계부처와 현장의 의견을 들어 보고서에 담고, 품질관리 담당과 함께 점검함',
})
const stagesOf = (year: number): readonly StageScript[] => [
  answered(`${year}-03-31`, '정책대상과 목표치를 분명히 정함', 'formation'),
  answered(`${year}-06-30`, '지방자치단체에 대한 설명과 안내', 'publicity'),
  {
    key: 'execution',
    due: `${year}-11-30`,
    issue: '현장점검에서 나온 보완사항 처리',
    answers: { '6.1.1': '세부 집행계획을 확정하고 담당을 지정함', '6.1.2': '추경 예산과 인력 3명을 확보함' },
  },
  { key: 'evaluation', due: `${year + 1}-02-26`, issue: '고객만족도 조사와 환류' },
]

const MOGAHA: readonly Line[] = [
  [
    'team-culture',
    'innovation-strategy',
    'MA-002',
    '부내 혁신과제 발굴과 일하는 방식 개선',
    'ok',
    { objective: 'process-innovation', annualReport: true },
  ],
  [
    'harmony-spread',
    'innovation-strategy',
    'MA-010',
    '통합행정혁신시스템 부처 확산',
    'late',
    {
      objective: 'policy-quality',
      annualReport: true,
      stages: true,
      marks: [
        {
          mark: 'watch',
          by: 'innovation-planning-head',
          on: -29,
          reason: '확산 대상 부처 협의가 늦어 매주 점검이 필요함',
        },
      ],
    },
  ],
  ['learning', 'innovation-strategy', 'MA-004', '혁신학습동아리 활성화', 'was-late', { objective: 'learning-team' }],
  [
    'manual-revision',
    'innovation-strategy',
    'MA-007',
    '팀제 매뉴얼 개정판 제작·보급',
    'ok',
    { objective: 'core-policy' },
  ],
  ['workshop', 'innovation-strategy', 'MA-005', '하반기 혁신담당자 워크숍', 'ok', { ofUnitTask: true }],
  [
    'performance-model',
    'performance-management',
    'MA-014',
    '조직성과관리 고도화',
    'ok',
    { objective: 'performance-culture', annualReport: true },
  ],
  [
    'indicator-quality',
    'performance-management',
    'MA-015',
    '성과지표 자료 품질 개선',
    'was-late',
    { objective: 'performance-culture' },
  ],
  [
    'self-evaluation',
    'performance-management',
    'MA-016',
    '주요정책과제 자체평가',
    'begun',
    { annualReport: true, objective: 'fair-reward' },
  ],
  [
    'organisation-check',
    'organisation-planning',
    'MA-008',
    '팀 운영실태 진단과 직제 보완',
    'late',
    {
      objective: 'core-policy',
      annualReport: true,
      stages: true,
      marks: [
        {
          mark: 'weak',
          by: 'government-innovation-head',
          on: -14,
          reason: '진단 결과 반영이 두 달째 멈춰 있음',
        },
      ],
    },
  ],
  ['total-cost', 'organisation-planning', 'MA-022', '총액인건비제 운영 지원', 'ok', { objective: 'core-policy' }],
  [
    'system-reform',
    'system-innovation',
    'MA-011',
    '국민생활 불편제도 개선',
    'very-late',
    { objective: 'process-innovation', annualReport: true },
  ],
  [
    'petition-reform',
    'system-innovation',
    'MA-013',
    '민원처리 제도 개선',
    'ok',
    { objective: 'timely-service', annualReport: true },
  ],
  ['civil-service', 'civil-service-relations', 'MA-024', '유연근무제 정착', 'ok', { objective: 'learning-team' }],
  [
    'disclosure',
    'information-disclosure',
    'MA-038',
    '정보공개 원문서비스 확대',
    'was-late',
    { objective: 'knowledge-sharing', annualReport: true },
  ],
  [
    'e-government',
    'e-government-policy',
    'MA-031',
    '행정정보 공동이용 확대',
    'late',
    { objective: 'process-innovation', annualReport: true },
  ],
  ['documents', 'e-government-policy', 'MA-032', '업무관리시스템 표준 개정', 'ok', { objective: 'process-innovation' }],
  [
    'online',
    'e-government-service',
    'MA-036',
    '인터넷 발급 민원 20종 추가',
    'done',
    { objective: 'prompt-response', annualReport: true },
  ],
  [
    'satisfaction',
    'e-government-service',
    'MA-037',
    '고객만족도 조사 환류',
    'ok',
    { objective: 'customer-satisfaction' },
  ],
  [
    'autonomy',
    'local-administration-team',
    'MA-043',
    '지방분권 과제 추진',
    'very-late',
    { annualReport: true, objective: 'core-policy' },
  ],
  [
    'local-innovation',
    'local-innovation',
    'MA-046',
    '지방행정혁신 지원',
    'ok',
    { annualReport: true, objective: 'policy-customer' },
  ],
  ['resident', 'resident-system', 'MA-050', '주민등록 제도 개선', 'late', { objective: 'timely-service' }],
  ['tax', 'local-tax', 'MA-054', '지방세 법령 알기 쉽게 고치기', 'was-late', { objective: 'prompt-response' }],
  [
    'finance',
    'local-finance-team',
    'MA-059',
    '지방재정 분석·진단',
    'ok',
    { annualReport: true, objective: 'policy-quality' },
  ],
  [
    'safety',
    'safety-planning',
    'MA-063',
    '국가안전관리 기본계획 점검',
    'late',
    { annualReport: true, objective: 'policy-quality' },
  ],
  ['honours', 'honours-team', 'MA-072', '정부포상 심사기준 정비', 'done', { objective: 'fair-reward' }],
  ['legal', 'legal-affairs', 'MA-076', '소관 법령안 심사', 'ok', { ofUnitTask: true }],
]

const GANGNAM: readonly Line[] = [
  [
    'clean-streets',
    'cleaning',
    'GN-021',
    '깨끗한 거리 만들기',
    'ok',
    { objective: 'customer-satisfaction', annualReport: true },
  ],
  [
    'recycling',
    'cleaning',
    'GN-023',
    '재활용품 분리배출 개선',
    'late',
    {
      objective: 'process-innovation',
      marks: [{ mark: 'watch', by: 'living-head', on: -23, reason: '수거 민원이 늘어 매주 점검' }],
    },
  ],
  ['dumping', 'cleaning', 'GN-022', '무단투기 상습지역 정비', 'was-late', { objective: 'timely-service' }],
  [
    'permits',
    'permits',
    'GN-027',
    '식품접객업 인허가 기간 단축',
    'ok',
    { objective: 'timely-service', annualReport: true },
  ],
  [
    'building',
    'building',
    'GN-033',
    '위반건축물 정비',
    'very-late',
    { annualReport: true, objective: 'district-projects' },
  ],
  ['roads', 'roads', 'GN-035', '이면도로 정비', 'late', { annualReport: true, objective: 'timely-service' }],
  ['snow', 'roads', 'GN-038', '겨울철 제설 대책', 'begun', { objective: 'timely-service' }],
  ['parking', 'traffic', 'GN-040', '공영주차장 확충', 'ok', { annualReport: true, objective: 'district-projects' }],
  [
    'welfare',
    'welfare',
    'GN-013',
    '복지 사각지대 발굴',
    'ok',
    { annualReport: true, objective: 'resident-participation', stages: true },
  ],
  ['planning', 'general-affairs', 'GN-009', '성과관리·혁신 추진', 'ok', { objective: 'knowledge-sharing' }],
  ['window', 'civil-affairs', 'GN-001', '통합민원창구 대기시간 단축', 'was-late', { objective: 'timely-service' }],
]

/** This year's cards of an agency. */
export function tasksNow(agency: string, year: number): TaskScript[] {
  const [lines, steps] = agency === 'mogaha' ? [MOGAHA, MINISTRY_STEPS] : [GANGNAM, DISTRICT_STEPS]
  return lines.map(([key, unit, unitTask, name, course, more = {}], place) => ({
    key: `now-${key}`,
    name,
    year,
    unitTask,
    unit,
    owner: `${unit}-2`,
    members: unit === 'innovation-strategy' ? ['innovation-strategy-3', 'innovation-strategy-4'] : [],
    goal: GOALS_NOW[key] ?? name,
    opened: `${year}-01-12`,
    phases: phasesOf(steps, course, place, year),
    ...more,
    ...(more.stages ? { stages: stagesOf(year) } : { stages: undefined }),
  }))
}

function phasesOf(steps: readonly Step[], course: Course, place: number, year: number): PhaseScript[] {
  return steps.map(([name, activity, weight], i) => {
    const due = shift(`${year}-${DUES[i]}`, -(place % 9))
    return { name, activity, weight, due, done: doneOn(course, i, due, place) }
  })
}

/** When a phase was done; a day that is still to come means not yet. */
function doneOn(course: Course, i: number, due: string, place: number): string | undefined {
  const early = shift(due, -(1 + (place % 6)))
  switch (course) {
    case 'done':
      return i === 3 ? shift(due, -36) : early
    case 'begun':
      return i === 0 ? early : undefined
    case 'late':
      return i < 2 ? early : undefined
    case 'very-late':
      return i < 1 ? early : undefined
    case 'was-late':
      return i === 1 ? shift(due, 6 + (place % 9)) : i < 3 ? early : undefined
    case 'ok':
      return i < 3 ? early : undefined
  }
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
