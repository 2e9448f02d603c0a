import { defineWords } from '@harmony/ui'

export const evidenceWords = defineWords({
  ko: {
    rated: '만족도 {points}점',
    within: '처리 기한 안에 완료',
    late: '처리 기한을 넘겨 완료',
    took: '처리 {days}',
  },
  en: {
    rated: 'Rated {points} points',
    within: 'Done within the period',
    late: 'Done after the period',
    took: 'Took {days}',
  },
})
