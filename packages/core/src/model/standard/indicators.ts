/** The three indicators that fill themselves from petitions. Rules read natural units: points, share 0…1, working days. */
export const standardIndicators = {
  satisfaction: {
    objective: 'customer-satisfaction',
    name: { ko: '고객만족도', en: 'Customer satisfaction' },
    unit: { ko: '점', en: 'points' },
    direction: 'up',
    weight: 100,
    cycle: 'month',
    source: 'satisfaction',
    rule: 'clamp(ratio(mean, target) * 100.0, 0.0, 100.0)',
    target: 85,
    note: {
      ko: '완료 뒤 고객이 매긴 전반적 만족도(1~5)에 20을 곱한 평균. 평가가 없으면 측정하지 않음.',
      en: 'Mean of the overall rating (1–5) times 20, given by customers after completion. Not measured without ratings.',
    },
  },
  'processing-compliance': {
    objective: 'timely-service',
    name: { ko: '처리기간 준수율', en: 'On-time rate' },
    unit: { ko: '%', en: '%' },
    direction: 'up',
    weight: 100,
    cycle: 'month',
    source: 'processing-compliance',
    rule: 'clamp(ratio(mean * 100.0, target) * 100.0, 0.0, 100.0)',
    target: 95,
    note: {
      ko: '완료한 민원 가운데 법정 처리기간 안에 끝난 비율. 보완 기간은 빼고 셈.',
      en: 'Share of completed requests that ended within the statutory period; supplement time is left out.',
    },
  },
  'processing-days': {
    objective: 'process-innovation',
    name: { ko: '평균처리일수', en: 'Mean processing days' },
    unit: { ko: '일', en: 'days' },
    direction: 'down',
    weight: 100,
    cycle: 'month',
    source: 'processing-days',
    rule: 'grade(mean, max, target)',
    target: 3,
    max: 10,
    note: {
      ko: '법정 방식으로 센 처리일수의 평균. 목표 이하이면 100점, 상한에서 0점.',
      en: 'Mean of the days counted by the statutory clock: 100 points at the target or below, 0 at the maximum.',
    },
  },
} as const
