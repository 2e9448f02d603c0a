/** A share 0…1 against a target in percent. */
const SHARE_OF_TARGET = 'clamp(ratio(mean * 100.0, target) * 100.0, 0.0, 100.0)'
/** Points against a target in points. */
const POINTS_OF_TARGET = 'clamp(ratio(mean, target) * 100.0, 0.0, 100.0)'

/**
 * The indicators that fill themselves from petitions, documents and tasks (R31). Rules read natural units: points,
 * share 0…1, working days.
 */
export const standardIndicators = {
  satisfaction: {
    objective: 'customer-satisfaction',
    name: { ko: '고객만족도', en: 'Customer satisfaction' },
    unit: { ko: '점', en: 'points' },
    direction: 'up',
    weight: 100,
    cycle: 'month',
    source: 'satisfaction',
    rule: POINTS_OF_TARGET,
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
    weight: 70,
    cycle: 'month',
    source: 'processing-compliance',
    rule: SHARE_OF_TARGET,
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
  'directive-rate': {
    objective: 'timely-service',
    name: { ko: '지시사항 이행률', en: 'Directives done in time' },
    unit: { ko: '%', en: '%' },
    direction: 'up',
    weight: 30,
    cycle: 'month',
    source: 'directive-compliance',
    rule: SHARE_OF_TARGET,
    target: 95,
    note: {
      ko: '결재하며 내린 지시 가운데 기한 안에 보고해 끝난 비율. 기한이 지나면 끝나지 않아도 미이행으로 한 번 셈.',
      en: 'Share of directives reported by their due day and taken as done. Overdue counts once, done or not.',
    },
  },
  'task-progress': {
    objective: 'core-policy',
    name: { ko: '과제 적기추진율', en: 'Phases done in time' },
    unit: { ko: '%', en: '%' },
    direction: 'up',
    weight: 100,
    cycle: 'month',
    source: 'phase-compliance',
    rule: SHARE_OF_TARGET,
    target: 90,
    note: {
      ko: '과제관리카드의 진행단계 가운데 완료예정일 안에 끝난 비율. 예정일이 지나면 끝나지 않아도 지연으로 한 번 셈.',
      en: 'Share of phases of task cards done by their due day. Overdue counts once, done or not.',
    },
  },
  'report-quality': {
    objective: 'policy-quality',
    name: { ko: '보고서 품질(문서등급)', en: 'Quality of reports (grades)' },
    unit: { ko: '점', en: 'points' },
    direction: 'up',
    weight: 60,
    cycle: 'month',
    source: 'document-grade',
    rule: POINTS_OF_TARGET,
    target: 85,
    note: {
      ko: '결재권자가 매긴 문서 등급(S 100·A 85·B 70·C 50)의 평균. 등급을 매기지 않는 문서는 세지 않음.',
      en: 'Mean of the grades given at approval (S 100, A 85, B 70, C 50). Documents without a grade do not count.',
    },
  },
  'quality-check-rate': {
    objective: 'policy-quality',
    name: { ko: '정책품질 점검 이행률', en: 'Quality checks done in time' },
    unit: { ko: '%', en: '%' },
    direction: 'up',
    weight: 40,
    cycle: 'month',
    source: 'quality-check',
    rule: SHARE_OF_TARGET,
    target: 90,
    note: {
      ko: '품질관리 단계의 점검항목을 예정일 안에 모두 답한 비율. 예정일이 지나면 끝나지 않아도 미이행으로 한 번 셈.',
      en: 'Share of quality stages whose checklist was answered by the due day. Overdue counts once, done or not.',
    },
  },
} as const
