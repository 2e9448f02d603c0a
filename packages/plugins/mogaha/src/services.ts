import type { CustomerPatch } from '@harmony/core/contract'

/** Statutory periods of the petitions act (민원처리법 시행령): law 14 days, other questions 7, suggestions 14, grievances 7. */
const LEGAL = { petitionType: 'legal-inquiry', period: { unit: 'days', amount: 14 }, process: 'legal-inquiry' } as const
const GENERAL = {
  petitionType: 'general-inquiry',
  period: { unit: 'days', amount: 7 },
  process: 'general-inquiry',
} as const
const SUGGESTION = { petitionType: 'suggestion', period: { unit: 'days', amount: 14 }, process: 'suggestion' } as const
const GRIEVANCE = { petitionType: 'grievance', period: { unit: 'days', amount: 7 }, process: 'grievance' } as const

const duty = (unitCode: string) => ({ unitCode })

/** What a citizen or an official of another agency may ask the ministry for. */
export const services: NonNullable<CustomerPatch['services']> = {
  'innovation-inquiry': {
    area: 'government-innovation',
    name: { ko: '정부혁신·팀제 질의', en: 'Question on innovation and teams' },
    description: {
      ko: '팀제 도입, 혁신 과제, 하모니 이용에 대해 묻습니다.',
      en: 'Ask about teams, innovation tasks or Harmony.',
    },
    ...GENERAL,
    duty: duty('innovation-strategy'),
  },
  'performance-inquiry': {
    area: 'government-innovation',
    name: { ko: '성과관리 질의', en: 'Question on performance management' },
    description: {
      ko: '전략체계도, 성과지표, 평가 결과에 대해 묻습니다.',
      en: 'Ask about strategy maps, indicators, results.',
    },
    ...GENERAL,
    duty: duty('performance-management'),
  },
  'organisation-law': {
    area: 'government-organisation',
    name: { ko: '정부조직 법령 질의', en: 'Question on organisation law' },
    description: { ko: '정부조직법과 직제의 해석을 묻습니다.', en: 'Ask how organisation law is to be read.' },
    ...LEGAL,
    duty: duty('organisation-planning'),
  },
  'e-government-inquiry': {
    area: 'e-government',
    name: { ko: '전자정부 서비스 질의', en: 'Question on e-government' },
    description: {
      ko: '전자민원과 행정정보 공동이용에 대해 묻습니다.',
      en: 'Ask about online services and shared data.',
    },
    ...GENERAL,
    duty: duty('e-government-policy'),
  },
  'e-government-suggestion': {
    area: 'e-government',
    name: { ko: '전자정부 개선 건의', en: 'Suggestion for e-government' },
    description: {
      ko: '불편한 서비스를 더 낫게 고칠 방법을 건의합니다.',
      en: 'Suggest how a service could be better.',
    },
    ...SUGGESTION,
    duty: duty('e-government-service'),
  },
  'local-autonomy-law': {
    area: 'local-autonomy',
    name: { ko: '지방자치 법령 질의', en: 'Question on local autonomy law' },
    description: { ko: '지방자치법과 조례 제정 범위를 묻습니다.', en: 'Ask about local autonomy law and ordinances.' },
    ...LEGAL,
    duty: duty('local-administration-team'),
  },
  'local-tax-law': {
    area: 'local-finance',
    name: { ko: '지방세 법령 질의', en: 'Question on local tax law' },
    description: { ko: '지방세 부과와 감면의 해석을 묻습니다.', en: 'Ask about levying and relief of local taxes.' },
    ...LEGAL,
    duty: duty('local-tax'),
  },
  'local-finance-inquiry': {
    area: 'local-finance',
    name: { ko: '지방재정 질의', en: 'Question on local finance' },
    description: { ko: '교부세와 재정 운영에 대해 묻습니다.', en: 'Ask about grants and budgets.' },
    ...GENERAL,
    duty: duty('local-finance-team'),
  },
  'resident-grievance': {
    area: 'resident-affairs',
    name: { ko: '주민등록 고충', en: 'Grievance on resident registration' },
    description: {
      ko: '주민등록과 인감 처리에서 겪은 어려움을 알립니다.',
      en: 'Report trouble with registration or seals.',
    },
    ...GRIEVANCE,
    duty: duty('resident-system'),
  },
  'civil-service-inquiry': {
    area: 'civil-service',
    name: { ko: '공무원 단체·복무 질의', en: 'Question on civil servants' },
    description: { ko: '공무원 단체 활동과 복무 규정을 묻습니다.', en: 'Ask about associations and duties.' },
    ...GENERAL,
    duty: duty('civil-service-relations'),
  },
  'honours-inquiry': {
    area: 'honours',
    name: { ko: '상훈·의전 질의', en: 'Question on honours' },
    description: {
      ko: '포상 추천과 훈장, 국경일 행사에 대해 묻습니다.',
      en: 'Ask about awards, orders, national days.',
    },
    ...GENERAL,
    duty: duty('honours-team'),
  },
  'safety-grievance': {
    area: 'safety',
    name: { ko: '생활안전 고충', en: 'Safety grievance' },
    description: {
      ko: '위험한 시설이나 제도의 허점을 알립니다. 필요하면 현장을 조사합니다.',
      en: 'Report a hazard; we inspect on site if needed.',
    },
    ...GRIEVANCE,
    duty: duty('safety-planning'),
  },
  'record-access': {
    area: 'records',
    name: { ko: '기록물 열람 청구', en: 'Request for records' },
    description: { ko: '부처가 가진 기록물의 열람을 청구합니다.', en: 'Request to see records the ministry keeps.' },
    petitionType: 'other',
    period: { unit: 'days', amount: 10 },
    process: 'record-request',
    form: {
      type: 'object',
      properties: {
        title: { type: 'string', title: '기록물 제목', minLength: 2, maxLength: 200 },
        year: { type: 'integer', title: '생산 연도', minimum: 1948, maximum: 2100 },
      },
      required: ['title'],
      additionalProperties: false,
    },
    duty: duty('information-disclosure'),
  },
  'buildings-suggestion': {
    area: 'buildings',
    name: { ko: '청사 이용 건의', en: 'Suggestion on buildings' },
    description: { ko: '청사 시설과 출입에 대해 건의합니다.', en: 'Suggest changes to facilities and entry.' },
    ...SUGGESTION,
    duty: duty('buildings-management'),
  },
}
