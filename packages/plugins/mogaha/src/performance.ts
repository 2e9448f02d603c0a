import type { PerformancePatch } from '@harmony/core/contract'

/** The ministry's own map: its words for the objectives, two indicators more, its own targets (BSC of 2005);
 * directives and quality checks weigh more than in the standard. */
export const performance: PerformancePatch = {
  objectives: {
    'core-policy': { name: { ko: '혁신적 책임행정조직 구현', en: 'Build an innovative, accountable organisation' } },
    'policy-quality': { name: { ko: '통합행정혁신시스템 확산', en: 'Spread the integrated innovation system' } },
    'process-innovation': { name: { ko: '고객접점 업무 워크플로 혁신', en: 'Renew the workflows customers meet' } },
  },
  indicators: {
    'processing-compliance': { weight: 60 },
    'directive-rate': { weight: 40 },
    'task-progress': { target: 92 },
    'report-quality': { weight: 50 },
    'quality-check-rate': { weight: 50, target: 95 },
    'grievance-compliance': {
      objective: 'prompt-response',
      name: { ko: '고충민원 기한 준수율', en: 'On-time rate of grievances' },
      unit: { ko: '%', en: '%' },
      direction: 'up',
      weight: 60,
      cycle: 'month',
      source: 'processing-compliance',
      filter: { services: ['safety-grievance', 'resident-grievance'] },
      rule: 'clamp(ratio(mean * 100.0, target) * 100.0, 0.0, 100.0)',
      target: 90,
    },
    'inquiry-days': {
      objective: 'prompt-response',
      name: { ko: '일반 질의 평균처리일수', en: 'Mean days of general questions' },
      unit: { ko: '일', en: 'days' },
      direction: 'down',
      weight: 40,
      cycle: 'month',
      source: 'processing-days',
      filter: {
        services: [
          'innovation-inquiry',
          'performance-inquiry',
          'e-government-inquiry',
          'local-finance-inquiry',
          'civil-service-inquiry',
          'honours-inquiry',
        ],
      },
      rule: 'bands(mean, [2.0, 3.0, 5.0, 7.0], [100.0, 90.0, 70.0, 40.0, 0.0])',
      target: 2,
    },
  },
}
