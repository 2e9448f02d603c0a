/** Twelve objectives, three a perspective. One without an indicator is shown as not measured until something feeds it. */
export const standardObjectives = {
  'customer-satisfaction': {
    perspective: 'customer',
    name: { ko: '고객만족도 향상', en: 'Raise customer satisfaction' },
    weight: 50,
  },
  'prompt-response': {
    perspective: 'customer',
    name: { ko: '신속하고 정확한 답변', en: 'Prompt and accurate answers' },
    weight: 30,
  },
  'policy-customer': {
    perspective: 'customer',
    name: { ko: '정책고객 참여 확대', en: 'Widen the part of policy customers' },
    weight: 20,
  },
  'timely-service': {
    perspective: 'work',
    name: { ko: '약속한 기한 안의 업무 처리', en: 'Work done within the promised time' },
    weight: 40,
  },
  'core-policy': {
    perspective: 'work',
    name: { ko: '주요 정책과제의 책임 있는 완수', en: 'Answer for the main policy tasks' },
    weight: 35,
  },
  'policy-quality': {
    perspective: 'work',
    name: { ko: '정책품질 점검의 내실화', en: 'Make policy quality checks count' },
    weight: 25,
  },
  'process-innovation': {
    perspective: 'innovation',
    name: { ko: '고객접점 업무절차 혁신', en: 'Renew the procedures customers meet' },
    weight: 50,
  },
  'performance-culture': {
    perspective: 'innovation',
    name: { ko: '실시간 성과관리 정착', en: 'Root real-time performance management' },
    weight: 25,
  },
  'knowledge-sharing': {
    perspective: 'innovation',
    name: { ko: '업무이력과 우수사례 공유', en: 'Share work histories and good cases' },
    weight: 25,
  },
  expertise: {
    perspective: 'learning',
    name: { ko: '업무별 전문역량 강화', en: 'Strengthen expertise by field' },
    weight: 40,
  },
  'learning-team': {
    perspective: 'learning',
    name: { ko: '스스로 배우는 팀 만들기', en: 'Make teams that learn by themselves' },
    weight: 30,
  },
  'fair-reward': {
    perspective: 'learning',
    name: { ko: '성과와 보상의 공정한 연계', en: 'Tie reward fairly to results' },
    weight: 30,
  },
} as const

/** Cause → effects: learning feeds innovation, innovation feeds work, work feeds the customer. */
export const objectiveLinks = {
  expertise: ['process-innovation'],
  'learning-team': ['knowledge-sharing'],
  'fair-reward': ['performance-culture'],
  'process-innovation': ['timely-service'],
  'performance-culture': ['timely-service', 'core-policy'],
  'knowledge-sharing': ['policy-quality'],
  'timely-service': ['customer-satisfaction', 'prompt-response'],
  'core-policy': ['policy-customer'],
  'policy-quality': ['customer-satisfaction'],
}
