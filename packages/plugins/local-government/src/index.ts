import { defineAgencyPlugin, standard } from '@harmony/core/contract'
import { performance } from './performance.ts'
import { processes } from './processes.ts'
import { areas, services } from './services.ts'
import { work } from './work.ts'

/** What the 시·도 and 시·군·구 share: one plugin for all 250, each with its own settings above. */
export const localGovernment = defineAgencyPlugin({
  key: 'local-government',
  level: 'kind',
  version: '2026.11.2',
  name: { ko: '지방자치단체 모델', en: 'Model for local governments' },
  extends: standard,
  overridable: [
    'strategy',
    'terms',
    'performance.perspectives.*.weight',
    'performance.indicators.*.target',
    'performance.indicators.*.min',
    'performance.indicators.*.max',
    'customer.services.*.duty',
    'customer.satisfaction.windowDays',
    'customer.satisfaction.reopenDays',
    'work.documentKinds',
    'work.knowledgeCategories',
    'work.task',
  ],
  model: {
    strategy: {
      mission: { ko: '주민의 삶이 나아지는 자치', en: 'Self-government that betters residents’ lives' },
      vision: { ko: '주민이 먼저인 자치단체', en: 'A local government where residents come first' },
      strategies: [
        { ko: '주민에게 가까운 행정', en: 'Close to residents' },
        { ko: '빠르고 안전한 생활 서비스', en: 'Fast and safe everyday services' },
        { ko: '간소한 절차', en: 'Simple procedures' },
      ],
    },
    terms: {
      agency: { ko: '자치단체', en: 'Local government' },
      bureau: { ko: '국', en: 'Bureau' },
      team: { ko: '과', en: 'Division' },
      customer: { ko: '주민', en: 'Resident' },
      satisfaction: { ko: '주민만족도', en: 'Residents’ satisfaction' },
    },
    performance,
    customer: {
      areas,
      services,
      processes: { ...processes, 'general-handling': null },
      satisfaction: { windowDays: 14, reopenDays: 14 },
    },
    work,
  },
})
