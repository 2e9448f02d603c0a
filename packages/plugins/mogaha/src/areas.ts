/** The eleven fields in which the ministry meets its customers. */
export const areas = {
  'government-innovation': {
    name: { ko: '정부혁신·성과관리', en: 'Innovation and performance' },
    description: {
      ko: '팀제, 성과관리, 통합행정혁신시스템에 관한 문의',
      en: 'Teams, performance management, the integrated system',
    },
  },
  'government-organisation': {
    name: { ko: '정부조직·직제', en: 'Government organisation' },
    description: { ko: '부처 조직과 정원, 직제 해석', en: 'Organisation and posts of ministries' },
  },
  'e-government': {
    name: { ko: '전자정부', en: 'E-government' },
    description: { ko: '전자정부 서비스 이용과 개선', en: 'Use and improvement of e-government services' },
  },
  'local-autonomy': {
    name: { ko: '지방자치', en: 'Local autonomy' },
    description: { ko: '지방자치법과 조례, 지방의회', en: 'Local autonomy law, ordinances, councils' },
  },
  'local-finance': {
    name: { ko: '지방재정·지방세', en: 'Local finance and tax' },
    description: { ko: '지방세, 교부세, 재정 운영', en: 'Local taxes, grants, budgets' },
  },
  'resident-affairs': {
    name: { ko: '주민등록·인감', en: 'Resident registration' },
    description: { ko: '주민등록과 인감, 생활민원 제도', en: 'Resident registration, seals, civil affairs' },
  },
  'civil-service': {
    name: { ko: '공무원 단체·복무', en: 'Civil servants' },
    description: { ko: '공무원 단체와 복무, 후생', en: 'Associations, duties and welfare of civil servants' },
  },
  honours: {
    name: { ko: '상훈·의전', en: 'Honours and protocol' },
    description: { ko: '정부 포상과 국가 행사, 국경일', en: 'Government awards, state events, national days' },
  },
  safety: {
    name: { ko: '안전정책', en: 'Safety policy' },
    description: { ko: '안전 제도와 생활 속 위험', en: 'Safety rules and everyday hazards' },
  },
  records: {
    name: { ko: '기록물·정보공개', en: 'Records and disclosure' },
    description: { ko: '기록물 열람과 정보공개 제도', en: 'Access to records, disclosure' },
  },
  buildings: {
    name: { ko: '정부청사', en: 'Government buildings' },
    description: { ko: '정부청사 이용과 시설', en: 'Use and facilities of government buildings' },
  },
}
