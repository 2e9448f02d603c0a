/** The product's own words. A plugin may set its agency's word in place of any. */
export const standardTerms = {
  agency: { ko: '기관', en: 'Agency' },
  bureau: { ko: '본부', en: 'Bureau' },
  team: { ko: '팀', en: 'Team' },
  customer: { ko: '고객', en: 'Customer' },
  petition: { ko: '민원', en: 'Request' },
  officer: { ko: '담당자', en: 'Officer' },
  perspective: { ko: '관점', en: 'Perspective' },
  objective: { ko: '전략목표', en: 'Objective' },
  indicator: { ko: '성과지표', en: 'Indicator' },
  strategyMap: { ko: '전략체계도', en: 'Strategy map' },
  score: { ko: '점수', en: 'Score' },
  satisfaction: { ko: '고객만족도', en: 'Customer satisfaction' },
} as const
