/** The demo's people. They exist on the embedded database only, with this one password. */
export const DEMO_PASSWORD = 'harmony-demo'

export const DEMO_SIGN_INS = [
  { email: 'officer@mogaha.demo', agency: 'mogaha', who: '부내혁신전략팀 담당자 (officer)' },
  { email: 'head@mogaha.demo', agency: 'mogaha', who: '부내혁신전략팀장 (team head)' },
  { email: 'manager@mogaha.demo', agency: 'mogaha', who: '평가관리자 (performance manager)' },
  { email: 'admin@mogaha.demo', agency: 'mogaha', who: '기관 관리자 (tenant admin)' },
  { email: 'officer@gangnam.demo', agency: 'gangnam', who: '민원 담당자 (officer)' },
  { email: 'head@gangnam.demo', agency: 'gangnam', who: '팀장 (team head)' },
  { email: 'manager@gangnam.demo', agency: 'gangnam', who: '평가관리자 (performance manager)' },
  { email: 'bureau@bureau.demo', agency: 'bureau', who: '혁신국 담당자 → /admin (bureau admin)' },
  { email: 'citizen@harmony.demo', agency: 'mogaha', who: '시민 (citizen)' },
] as const
