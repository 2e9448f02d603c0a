import { defineAgencyPlugin, ministry } from '@harmony/core/contract'
import { areas } from './areas.ts'
import { performance } from './performance.ts'
import { processes } from './processes.ts'
import { services } from './services.ts'
import { work } from './work.ts'

/** 행정자치부: the ministry that built the first Harmony in 2005. */
export const mogaha = defineAgencyPlugin({
  key: 'mogaha',
  level: 'agency',
  version: '2026.11.2',
  name: { ko: '행정자치부 모델', en: 'Model of the Ministry of Government Administration and Home Affairs' },
  extends: ministry,
  overridable: [
    'terms',
    'performance.perspectives.*.weight',
    'performance.objectives.*.weight',
    'performance.indicators.*.target',
    'performance.indicators.*.min',
    'performance.indicators.*.max',
    'performance.signals',
    'customer.services.*.duty',
    'customer.satisfaction.windowDays',
    'customer.satisfaction.reopenDays',
    'work.documentKinds.*.route',
    'work.documentKinds.*.accessScope',
    'work.knowledgeCategories',
    'work.task',
  ],
  model: {
    strategy: {
      mission: {
        ko: '국민과 함께하는 참여정부의 혁신을 이끈다',
        en: 'Lead the innovation of government together with the people',
      },
      vision: {
        ko: '고객과 성과 중심으로 일하는 으뜸 부처',
        en: 'The first ministry that works for customers and results',
      },
    },
    performance,
    customer: { areas, services, processes },
    work,
  },
})
