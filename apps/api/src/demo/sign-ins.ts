/** The demo's people. They exist on the embedded database only, with this one password. */
export const DEMO_PASSWORD = 'harmony-demo'

export const DEMO_SIGN_INS = [
  { email: 'officer@mogaha.demo', agency: 'mogaha', who: '부내혁신전략팀 담당자 (officer)' },
  { email: 'head@mogaha.demo', agency: 'mogaha', who: '부내혁신전략팀장 (team head)' },
  { email: 'manager@mogaha.demo', agency: 'mogaha', who: '평가관리자 (performance manager)' },
  { email: 'admin@mogaha.demo', agency: 'mogaha', who: '기관 관리자 (tenant admin)' },
  { email: 'organisation@mogaha.demo', agency: 'mogaha', who: '조직기획팀 담당자, 법령 질의 (officer)' },
  { email: 'organisation-head@mogaha.demo', agency: 'mogaha', who: '조직기획팀장 (team head)' },
  { email: 'legal@mogaha.demo', agency: 'mogaha', who: '법무행정팀, 법제 협조 의견 (another team)' },
  { email: 'resident@mogaha.demo', agency: 'mogaha', who: '주민제도팀 담당자, 고충민원 (officer)' },
  { email: 'resident-head@mogaha.demo', agency: 'mogaha', who: '주민제도팀장 (team head)' },
  { email: 'officer@gangnam.demo', agency: 'gangnam', who: '민원 담당자 (officer)' },
  { email: 'head@gangnam.demo', agency: 'gangnam', who: '팀장 (team head)' },
  { email: 'manager@gangnam.demo', agency: 'gangnam', who: '평가관리자 (performance manager)' },
  { email: 'permits@gangnam.demo', agency: 'gangnam', who: '위생인허가과 담당자, 인허가 (officer)' },
  { email: 'permits-head@gangnam.demo', agency: 'gangnam', who: '위생인허가과장 (head)' },
  { email: 'building@gangnam.demo', agency: 'gangnam', who: '건축과, 건축 기준 협의 (another unit)' },
  { email: 'environment@gangnam.demo', agency: 'gangnam', who: '환경과, 환경 기준 협의 (another unit)' },
  { email: 'bureau@bureau.demo', agency: 'bureau', who: '혁신국 담당자 → /admin (bureau admin)' },
  { email: 'citizen@harmony.demo', agency: 'mogaha', who: '시민 (citizen)' },
] as const
