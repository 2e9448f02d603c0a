import type { PerformancePatch } from '@harmony/core/contract'

/**
 * A local government's map: 주민 weighs most, targets are nearer to the street, and a 국 or the whole agency stands as
 * its parts stand (roll-up from children), because their work does not mix.
 */
export const performance: PerformancePatch = {
  perspectives: {
    customer: { name: { ko: '주민', en: 'Residents' }, weight: 40 },
    work: { name: { ko: '행정서비스', en: 'Public services' }, weight: 30 },
    innovation: { name: { ko: '혁신', en: 'Innovation' }, weight: 15 },
    learning: { name: { ko: '역량', en: 'Capability' }, weight: 15 },
  },
  objectives: {
    'customer-satisfaction': { name: { ko: '주민만족도 향상', en: 'Raise residents’ satisfaction' }, weight: 60 },
    'prompt-response': null,
    'policy-customer': null,
    'resident-participation': {
      perspective: 'customer',
      name: { ko: '주민참여 확대', en: 'Widen residents’ part' },
      weight: 40,
    },
    'timely-service': { name: { ko: '생활민원 기한 내 처리', en: 'Everyday requests on time' }, weight: 40 },
    'core-policy': null,
    'policy-quality': null,
    'safe-streets': {
      perspective: 'work',
      name: { ko: '안전하고 깨끗한 거리', en: 'Safe and clean streets' },
      weight: 30,
    },
    'district-projects': {
      perspective: 'work',
      name: { ko: '주요사업의 적기 완수', en: 'Main projects done in time' },
      weight: 30,
    },
    'process-innovation': { name: { ko: '민원절차 간소화', en: 'Simpler procedures' }, weight: 70 },
    'performance-culture': null,
    'knowledge-sharing': { weight: 30 },
    expertise: { weight: 60 },
    'learning-team': { weight: 40 },
    'fair-reward': null,
  },
  links: {
    expertise: ['process-innovation'],
    'learning-team': ['knowledge-sharing'],
    'fair-reward': null,
    'process-innovation': ['timely-service', 'safe-streets'],
    'performance-culture': null,
    'knowledge-sharing': ['timely-service', 'district-projects'],
    'timely-service': ['customer-satisfaction'],
    'safe-streets': ['customer-satisfaction', 'resident-participation'],
    'district-projects': ['resident-participation'],
    'core-policy': null,
    'policy-quality': null,
  },
  indicators: {
    satisfaction: {
      name: { ko: '주민만족도', en: 'Residents’ satisfaction' },
      rule: 'grade(mean, min, target)',
      target: 80,
      min: 40,
    },
    'processing-compliance': { rule: 'grade(mean * 100.0, min, target)', target: 98, min: 70 },
    'processing-days': { target: 2, max: 7 },
    'directive-rate': { target: 98 },
    'task-progress': {
      objective: 'district-projects',
      name: { ko: '사업 적기추진율', en: 'Phases of projects done in time' },
      weight: 60,
    },
    'report-quality': { objective: 'district-projects', weight: 25 },
    'quality-check-rate': { objective: 'district-projects', weight: 15 },
    'street-days': {
      objective: 'safe-streets',
      name: { ko: '거리 불편 평균처리일수', en: 'Mean days of street reports' },
      unit: { ko: '일', en: 'days' },
      direction: 'down',
      weight: 100,
      cycle: 'month',
      source: 'processing-days',
      filter: { services: ['street-report', 'road-traffic'] },
      rule: 'grade(mean, max, target)',
      target: 1,
      max: 5,
    },
  },
  signals: { green: 85, yellow: 65 },
  rollUp: { team: 'evidence', bureau: 'children', agency: 'children' },
}
