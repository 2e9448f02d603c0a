/** The words for reading a release's part for work. */
export const workReleaseMessages = {
  'work.not-in-release': {
    ko: '기관이 쓰는 모델({key} {version})에 문서·과제 부분이 없습니다. 관리자가 새 모델을 적용하면 쓸 수 있습니다.',
    en: 'The model this agency runs ({key} {version}) says nothing of documents and tasks. They open once an administrator activates a newer one.',
  },
} as const
