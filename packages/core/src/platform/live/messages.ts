/** Words for the codes of live updates. */
export const liveMessages = {
  'live.unknown-topic': { ko: '구독할 수 없는 주제입니다.', en: 'This topic cannot be followed.' },
  'live.too-many-streams': {
    ko: '실시간 연결은 {max}개까지 열 수 있습니다.',
    en: 'At most {max} live connections can be open.',
  },
  'live.full': {
    ko: '실시간 연결이 가득 찼습니다. 잠시 후 다시 시도해 주세요.',
    en: 'All live connections are in use. Please try again soon.',
  },
  'session.ended': {
    ko: '로그인이 끝났습니다. 다시 로그인해 주세요.',
    en: 'Your session has ended. Please sign in again.',
  },
} as const
