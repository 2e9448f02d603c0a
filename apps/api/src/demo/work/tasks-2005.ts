import type { PhaseScript, TaskScript } from './play-tasks.ts'

/** The ministry's tasks of 2005 as the figures of October 2005 have them: 75 cards, 9 on track. */
const PRINTED = '2005-10-20'
const OPENED = '2005-07-01'
const CLOSED = { on: '2006-12-29', reason: '2005년도 관리과제 종료에 따라 카드를 닫음' }

/** 혁신적 책임행정조직 구현 with its plan of 2005: 20/40/30/10, 팀제개편 two days late. */
const accountableOrganisation: TaskScript = {
  key: '2005-accountable-organisation',
  name: '혁신적 책임행정조직 구현',
  year: 2005,
  unitTask: 'MA-006',
  unit: 'innovation-strategy',
  owner: 'innovation-strategy-2',
  members: ['innovation-strategy-3', 'innovation-strategy-4'],
  goal: '행정자치부 팀제 개편·정착 및 중앙·지방행정기관에 표준모델 제시',
  opened: OPENED,
  objective: 'core-policy',
  annualReport: true,
  phases: [
    { name: '계획수립', activity: '사전 자료 수집 및 T/F 구성', weight: 20, due: '2005-02-28', done: '2005-02-28' },
    {
      name: '법령개정',
      activity: '행정자치부 직제 및 시행규칙 개정',
      weight: 40,
      due: '2005-03-25',
      done: '2005-03-24',
    },
    { name: '팀제개편', activity: '인사발령', weight: 30, due: '2005-04-30', done: '2005-05-02' },
    { name: '확산 및 보급', activity: '팀제 매뉴얼 제작·보급', weight: 10, due: '2005-08-30', done: '2005-06-29' },
  ],
  closed: CLOSED,
}

/** 통합행정혁신시스템 구축 with its quality card: two stages done, two to come. */
const integratedSystem: TaskScript = {
  key: '2005-integrated-system',
  name: '통합행정혁신시스템 구축',
  year: 2005,
  unitTask: 'MA-009',
  unit: 'innovation-strategy',
  owner: 'innovation-strategy-3',
  members: ['innovation-strategy-2', 'performance-management-3'],
  goal: '업무·고객·성과관리를 하나로 묶는 통합행정혁신시스템 전면 개통',
  opened: OPENED,
  objective: 'policy-quality',
  annualReport: true,
  phases: [
    {
      name: '컨설팅',
      activity: '기능·업무프로세스 분석, 비전과 성과지표 도출',
      weight: 20,
      due: '2005-05-03',
      done: '2005-05-03',
    },
    { name: '시범개통', activity: '시스템 구축과 시범개통', weight: 40, due: '2005-07-01', done: '2005-07-01' },
    { name: '전면개통', activity: '3개월 시범운영 후 전면 개통', weight: 30, due: '2005-10-01', done: '2005-10-01' },
    { name: '표준모델', activity: '부처확산 표준모델 개발', weight: 10, due: '2005-12-30', done: '2005-12-28' },
  ],
  stages: [
    {
      key: 'formation',
      due: '2005-03-31',
      done: '2005-03-31',
      issue: '기존전자문서시스템과 관계 정립, 사용자 요구사항 파악',
      answers: {
        '1.1.1': '전자문서시스템 이용률 80%\n- 최종 결재문서만 기록 관리\nOffline에 의한 문서 및 과제 관리',
        '1.2.1': '정책결정과정의 투명성 및 책임성 확보 곤란',
        '1.2.2': '결과물 중심의 기록관리로 중간 검토 과정 등에 대한 기록 부재',
        '1.2.3':
          'e 지원시스템 활용 경험을 통한 부처 확산, 보급의 필요성 인식\n2004년 정부업무관리시스템 구축 BPR/ISP결과',
      },
      answer: '정부업무관리시스템 구축 BPR/ISP 결과와 통합행정혁신자문단 의견을 반영함',
    },
    {
      key: 'publicity',
      due: '2005-04-30',
      done: '2005-04-30',
      issue: '시스템 도입 필요성 홍보',
      answer: '정부혁신토론회 발표와 전직원 교육, 팀장·팀원 워크숍을 통하여 알림',
    },
    { key: 'execution', due: '2005-12-30', issue: '부처확산 표준모델 개발' },
    { key: 'evaluation', due: '2006-06-30', issue: '시스템 수용도 제고를 위한 변화관리' },
  ],
  closed: CLOSED,
}

/** Unit, person in charge, unit task and names; how many of them, counted from the first, were on track in October 2005. */
type Line = readonly [unit: string, unitTask: string, names: readonly string[]]

const ON_TRACK: readonly Line[] = [
  ['performance-management', 'MA-014', ['조직성과관리체계 구축·운영']],
  ['legal-affairs', 'MA-078', ['규제개혁 과제 정비']],
  ['organisation-planning', 'MA-022', ['총액인건비제 시범운영']],
  ['information-disclosure', 'MA-038', ['정보공개 확대 추진']],
  ['e-government-policy', 'MA-028', ['전자정부 로드맵 과제 추진상황 점검', '전자정부 성과 확산']],
  ['e-government-service', 'MA-036', ['인터넷 민원발급 대상 확대']],
]

const LATE: readonly Line[] = [
  ['audit-team', 'MA-081', ['자체감사 기능 내실화']],
  ['audit-team', 'MA-082', ['부패방지 종합대책 추진']],
  ['safety-planning', 'MA-063', ['국가안전관리 기본계획 수립']],
  ['safety-planning', 'MA-066', ['안전문화운동 범국민 확산']],
  ['public-relations', 'MA-079', ['정책홍보관리 시스템 운영', '정책고객 데이터베이스 구축']],
  ['finance-planning', 'MA-074', ['성과주의 예산 편성']],
  ['legal-affairs', 'MA-076', ['소관 법령 알기 쉽게 고치기']],
  ['organisation-planning', 'MA-019', ['정부조직관리지침 개정', '정부조직 진단·평가체계 마련']],
  ['organisation-planning', 'MA-023', ['행정기관 위원회 정비']],
  ['system-innovation', 'MA-011', ['행정제도 개선 우수사례 확산', '국민생활 불편제도 개선', '민간위탁 제도 개선']],
  ['system-innovation', 'MA-012', ['행정절차제도 실효성 제고']],
  ['civil-service-relations', 'MA-025', ['공무원노조 출범 대비 제도 정비']],
  ['civil-service-relations', 'MA-027', ['주 40시간 근무제 정착']],
  ['information-disclosure', 'MA-039', ['기록관리혁신 로드맵 추진', '대통령기록물 관리체계 마련']],
  ['e-government-policy', 'MA-031', ['행정정보 공동이용 확대', '공동이용센터 설치']],
  ['e-government-policy', 'MA-032', ['정부업무관리시스템 부처 확산']],
  ['e-government-policy', 'MA-033', ['전자문서 유통 관리 강화']],
  ['e-government-policy', 'MA-034', ['공공기관 개인정보보호 강화', '행정전자서명 이용 확대']],
  ['e-government-policy', 'MA-029', ['전자정부법 개정']],
  ['e-government-service', 'MA-035', ['인터넷 민원서비스 고도화', '온라인 국민참여 확대', '민원 콜센터 구축방안 마련']],
  ['e-government-service', 'MA-037', ['전자민원 만족도 환류체계 구축']],
  [
    'local-administration-team',
    'MA-043',
    ['지방분권 로드맵 과제 추진', '중앙행정권한 지방이양', '특별지방행정기관 정비', '자치경찰제 도입'],
  ],
  ['local-administration-team', 'MA-041', ['지방자치법 전부개정', '제주특별자치도 추진']],
  ['local-administration-team', 'MA-042', ['지방자치단체 총액인건비제 도입', '지방조직 진단 지원']],
  ['local-administration-team', 'MA-044', ['주민투표제도 정착', '주민소송제도 도입', '주민소환제도 검토']],
  ['local-administration-team', 'MA-045', ['지방의원 유급제 도입', '지방의회 전문성 강화']],
  ['local-innovation', 'MA-046', ['지방행정혁신 종합지원', '지방혁신 컨설팅단 운영']],
  ['local-innovation', 'MA-047', ['혁신선도자치단체 육성', '지방혁신 브랜드사업 발굴']],
  ['local-innovation', 'MA-048', ['지방행정혁신 진단·평가']],
  ['local-innovation', 'MA-049', ['지방행정혁신 경진대회 개최']],
  ['resident-system', 'MA-050', ['주민등록제도 개선', '외국인 주민 지원체계 마련']],
  ['resident-system', 'MA-052', ['인감증명제도 개편']],
  ['resident-system', 'MA-053', ['자원봉사활동 기본법 제정', '자원봉사센터 활성화']],
  ['local-tax', 'MA-055', ['부동산 보유세제 개편', '재산세 과표 현실화']],
  ['local-tax', 'MA-054', ['지방세법 체계 정비']],
  ['local-tax', 'MA-057', ['지방세정 종합정보화']],
  ['local-finance-team', 'MA-058', ['지방교부세제도 개편', '부동산교부세 배분기준 마련']],
  ['local-finance-team', 'MA-059', ['지방재정 분석·진단 강화']],
  ['local-finance-team', 'MA-060', ['주민참여예산제 확산', '복식부기 회계제도 도입']],
  ['buildings-management', 'MA-085', ['정부청사 수급 중장기계획', '청사 에너지 절약']],
  ['buildings-management', 'MA-086', ['청사 출입관리 시스템 개선']],
]

const PLAN: readonly (readonly [name: string, activity: string, weight: number])[] = [
  ['계획수립', '추진계획 수립과 의견 수렴', 20],
  ['법령개정', '관계 법령과 지침 정비', 40],
  ['시행', '현장 적용과 점검', 30],
  ['확산 및 보급', '우수사례 발굴과 확산', 10],
]

/** Plans of 2005: those on track have done what was due by the printing, the others are past one phase or two. */
function phasesOf(place: number, late: boolean): PhaseScript[] {
  const second = `2005-0${5 + (place % 4)}-${String(10 + (place % 18)).padStart(2, '0')}`
  const third = `2005-${late ? '09' : '11'}-${String(5 + (place % 20)).padStart(2, '0')}`
  const dues = ['2005-03-31', second, third, '2005-12-20']
  const lateFrom = late ? (place % 3 === 0 ? 1 : 2) : 4
  return PLAN.map(([name, activity, weight], i) => {
    const due = dues[i] ?? '2005-12-20'
    const done = i < lateFrom ? due : after(due, 40 + (place % 50))
    return { name, activity, weight, due, done: late && done <= PRINTED ? after(PRINTED, 10 + place) : done }
  })
}

function after(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function cards(lines: readonly Line[], late: boolean): TaskScript[] {
  return lines.flatMap(([unit, unitTask, names]) =>
    names.map((name, i): TaskScript => {
      const place = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 97
      return {
        key: `2005-${unit}-${unitTask}-${i}`,
        name,
        year: 2005,
        unitTask,
        unit,
        owner: `${unit}-2`,
        goal: `${name}: 2005년 안에 제도화하고 현장에 정착`,
        opened: OPENED,
        annualReport: place % 2 === 0,
        phases: phasesOf(place, late),
        closed: CLOSED,
      }
    }),
  )
}

/** All of them, the seed's own two first. */
export const tasksOf2005: readonly TaskScript[] = [
  accountableOrganisation,
  integratedSystem,
  ...cards(ON_TRACK, false),
  ...cards(LATE, true),
]
