import { readFileSync } from 'node:fs'
import type { Layer } from '../layers/layer.ts'
import { standardIndicators } from './indicators.ts'
import { objectiveLinks, standardObjectives } from './objectives.ts'
import { standardTerms } from './terms.ts'
import { standardWork } from './work.ts'

const generalHandling = readFileSync(new URL('./processes/general-handling.bpmn', import.meta.url), 'utf8')

/**
 * The standard model every agency starts from (R28): four perspectives with 업무수행 in place of finance and 고객
 * weighing most, twelve objectives, the seven indicators that fill themselves, the plain course of a petition, and the
 * kinds of document, phases and checklists of its own work.
 */
export const standard: Layer = {
  key: 'standard',
  level: 'standard',
  version: '2026.11.2',
  name: { ko: '표준 모델', en: 'Standard model' },
  locked: [
    // What is measured, and which way is better, must mean the same everywhere, or agencies cannot be compared (R52).
    'performance.indicators.satisfaction.source',
    'performance.indicators.satisfaction.direction',
    'performance.indicators.processing-compliance.source',
    'performance.indicators.processing-compliance.direction',
    'performance.indicators.processing-days.source',
    'performance.indicators.processing-days.direction',
    'performance.indicators.directive-rate.source',
    'performance.indicators.directive-rate.direction',
    'performance.indicators.task-progress.source',
    'performance.indicators.task-progress.direction',
    'performance.indicators.report-quality.source',
    'performance.indicators.report-quality.direction',
    'performance.indicators.quality-check-rate.source',
    'performance.indicators.quality-check-rate.direction',
    'performance.missing',
    'customer.satisfaction.scale',
    'work.grades',
  ],
  model: {
    strategy: {
      mission: {
        ko: '국민이 체감하는 고객·성과 중심의 행정',
        en: 'Administration centred on customers and results that people can feel',
      },
      vision: {
        ko: '고객과 업무와 평가와 보상이 하나로 이어지는 기관',
        en: 'An agency where customers, work, evaluation and reward are one',
      },
      strategies: [
        { ko: '고객에서 시작해 고객에서 끝나는 행정', en: 'Work that begins and ends with the customer' },
        { ko: '스스로 드러나고 책임지는 업무수행', en: 'Work that shows itself and answers for itself' },
        { ko: '일하는 방식의 끊임없는 혁신', en: 'Steady renewal of how we work' },
        { ko: '배우며 성장하는 조직', en: 'An organisation that learns and grows' },
      ],
    },
    terms: standardTerms,
    performance: {
      perspectives: {
        customer: { name: { ko: '고객', en: 'Customer' }, weight: 35 },
        work: { name: { ko: '업무수행', en: 'Work' }, weight: 30 },
        innovation: { name: { ko: '운영혁신', en: 'Operational innovation' }, weight: 20 },
        learning: { name: { ko: '학습과 성장', en: 'Learning and growth' }, weight: 15 },
      },
      objectives: standardObjectives,
      links: objectiveLinks,
      indicators: standardIndicators,
      signals: { green: 90, yellow: 70 },
      missing: 'renormalise',
      rollUp: { team: 'evidence', bureau: 'evidence', agency: 'evidence' },
    },
    customer: {
      areas: {},
      services: {},
      processes: {
        'general-handling': { name: { ko: '일반 처리', en: 'General handling' }, bpmn: generalHandling },
      },
      satisfaction: {
        items: {
          promptness: { name: { ko: '신속성', en: 'Promptness' } },
          kindness: { name: { ko: '친절성', en: 'Kindness' } },
          attitude: { name: { ko: '담당자 태도', en: 'Attitude of the officer' } },
          overall: { name: { ko: '전반적 만족도', en: 'Overall satisfaction' } },
        },
        scale: 5,
        windowDays: 30,
        reopenDays: 30,
      },
    },
    work: standardWork,
  },
}

/** What all ministries share above the standard: citizens and other agencies' officials are both their customers. */
export const ministry: Layer = {
  key: 'ministry',
  level: 'kind',
  name: { ko: '중앙행정기관 모델', en: 'Model for ministries' },
  extends: standard,
  locked: ['performance.perspectives.customer.name'],
  model: {
    terms: {
      agency: { ko: '부', en: 'Ministry' },
      bureau: { ko: '본부', en: 'Bureau' },
      team: { ko: '팀', en: 'Team' },
      customer: { ko: '고객', en: 'Customer' },
    },
    performance: { rollUp: { team: 'evidence', bureau: 'evidence', agency: 'evidence' } },
  },
}
