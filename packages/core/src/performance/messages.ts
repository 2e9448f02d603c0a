/** The words of every code this module refuses with. */
export const performanceMessages = {
  'performance.unit-unknown': { ko: '부서를 찾을 수 없습니다.', en: 'The unit was not found.' },
  'performance.period-unknown': {
    ko: '{period}에는 아직 실적이 없습니다.',
    en: 'There is nothing recorded for {period} yet.',
  },
  'performance.node-unknown': {
    ko: '‘{node}’은(는) 이 달의 전략체계도에 없습니다.',
    en: '“{node}” is not on the strategy map of this month.',
  },
  'performance.period-closed': {
    ko: '{period}은(는) 이미 마감했습니다. 마감한 달의 점수는 바꾸지 않습니다.',
    en: '{period} is closed. Scores of a closed month do not change.',
  },
  'performance.period-open': {
    ko: '{period}을(를) 먼저 마감해야 공개할 수 있습니다.',
    en: 'Close {period} before publishing it.',
  },
  'performance.period-running': {
    ko: '{period}은(는) 아직 끝나지 않았습니다. 달이 끝난 뒤에 마감할 수 있습니다.',
    en: '{period} has not ended. It can be closed when the month is over.',
  },
  'performance.reader-unknown': { ko: '‘{reader}’ 기관이 없습니다.', en: 'There is no agency “{reader}”.' },
  'performance.cursor-invalid': {
    ko: '목록의 위치가 올바르지 않습니다. 처음부터 다시 열어 주세요.',
    en: 'The position in the list is not valid. Open the list again.',
  },
} as const
