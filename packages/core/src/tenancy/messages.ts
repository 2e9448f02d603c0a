/** Words for what may go wrong with agencies and the releases they run. */
export const tenancyMessages = {
  'release.not-found': { ko: '그런 모델 배포가 없습니다.', en: 'There is no such release.' },
  'tenant.exists': { ko: '이미 있는 기관입니다.', en: 'This agency exists already.' },
  'tenant.status-unchanged': { ko: '이미 그 상태입니다.', en: 'The agency has that status already.' },
  'release.none': {
    ko: '이 기관에는 아직 켜진 모델 배포가 없습니다.',
    en: 'No release is active in this agency yet.',
  },
  'release.version-taken': {
    ko: '{key} {version}은(는) 다른 내용으로 이미 배포했습니다. 배포한 것은 바꿀 수 없으니 버전을 올리세요.',
    en: '{key} {version} is already published with other content. Releases never change: raise the version.',
  },
  'release.already-active': { ko: '이미 이 배포로 운영하고 있습니다.', en: 'This release is already active.' },
  'release.module-unreadable': { ko: '파일을 읽을 수 없습니다: {file}', en: 'The file cannot be read: {file}' },
  'release.before-active': {
    ko: '{since}에 켠 배포가 있습니다. 그보다 앞선 때로 켤 수 없습니다.',
    en: 'A release was activated for {since}. Another cannot become active before that.',
  },
} as const
