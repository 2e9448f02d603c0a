import type { WorkPatch } from '@harmony/core/contract'
import { documentKinds } from './document-kinds.ts'

const item = (number: string, ko: string, en: string) => ({ number, name: { ko, en } })

/** A local government's documents and tasks: nearer to the street, with a shorter quality manual. */
export const work: WorkPatch = {
  documentKinds,
  knowledgeCategories: {
    'organisation-personnel': null,
    'law-rules': null,
    'local-affairs': null,
    'civil-affairs': { ko: '민원', en: 'Civil affairs' },
    welfare: { ko: '복지', en: 'Welfare' },
    'environment-cleaning': { ko: '환경·청소', en: 'Environment and cleaning' },
    'city-building': { ko: '도시·건축', en: 'City and building' },
    'roads-traffic': { ko: '도로·교통', en: 'Roads and traffic' },
  },
  task: {
    fields: {
      'related-agencies': null,
      'target-area': { name: { ko: '대상 지역(동)', en: 'Wards concerned' }, type: 'text', required: false },
      'project-budget': { name: { ko: '사업비(천원)', en: 'Budget (1,000 won)' }, type: 'number', required: false },
      'head-pledge': {
        name: { ko: '단체장 공약사업', en: 'Promised by the head of government' },
        type: 'yes-no',
        required: false,
      },
    },
    phases: [
      { name: { ko: '계획', en: 'Planning' }, weight: 25 },
      { name: { ko: '집행', en: 'Execution' }, weight: 50 },
      { name: { ko: '점검·정산', en: 'Check and settlement' }, weight: 25 },
    ],
  },
  qualityStages: {
    formation: {
      items: [
        item('1.1.1', '주민이 겪는 불편과 요구는 무엇인가?', 'What do residents suffer from and ask for?'),
        item('1.1.2', '예산과 근거 조례가 있는가?', 'Are there a budget and an ordinance?'),
        item('1.1.3', '주민과 이해관계인의 의견을 들었는가?', 'Were residents and those concerned heard?'),
      ],
    },
    publicity: { items: [item('2.1.1', '주민에게 언제 어떻게 알렸는가?', 'When and how were residents told?')] },
    execution: {
      items: [
        item('3.1.1', '공정과 예산이 계획대로 집행되는가?', 'Do work and budget keep to the plan?'),
        item('3.1.2', '현장 안전과 민원에 어떻게 대응하였는가?', 'How were safety and complaints on site met?'),
      ],
    },
    evaluation: {
      items: [item('4.1.1', '주민의 만족도와 개선할 점은?', 'How satisfied are residents, and what should be better?')],
    },
  },
}
