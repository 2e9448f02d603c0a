/** Words for what a report refuses. */
export const processingReportMessages = {
  'report.period-reversed': { ko: '기간의 끝이 시작보다 빠릅니다.', en: 'The period ends before it starts.' },
  'report.zone-unknown': { ko: '모르는 시간대입니다: {zone}', en: 'Unknown time zone: {zone}' },
} as const
