/** Texts of the clock's errors and of its trace's reasons. */
export const statutoryClockMessages = {
  'clock.invalid-period': {
    ko: '처리기간은 1 이상 {max} 이하의 정수여야 합니다.',
    en: 'A processing period is a whole number from 1 to {max}.',
  },
  'clock.completed-before-received': {
    ko: '처리일시가 접수일시보다 빠릅니다.',
    en: 'The completion lies before the receipt.',
  },
  'clock.pause-ends-before-start': {
    ko: '산입하지 않는 기간의 끝이 시작보다 빠릅니다.',
    en: 'The uncounted period ends before it starts.',
  },
  'clock.extension-too-long': {
    ko: '연장은 원래 처리기간({max}) 범위에서만 할 수 있습니다(시행령 제21조제1항).',
    en: 'An extension may be 1 to {max}, the length of the period itself (Decree Art. 21(1)).',
  },
  'clock.extension-needs-consent': {
    ko: '두 번째 연장에는 민원인의 동의가 필요합니다(시행령 제21조제1항 단서).',
    en: 'A second extension needs the petitioner’s consent (Decree Art. 21(1)).',
  },
  'clock.too-many-extensions': {
    ko: '처리기간은 두 번까지만 연장할 수 있습니다(시행령 제21조제1항).',
    en: 'A period may be extended twice at most (Decree Art. 21(1)).',
  },
  'clock.counted': { ko: '산입', en: 'Counted' },
  'clock.after-hours': { ko: '근무시간 이후 접수', en: 'Received after office hours' },
  'clock.saturday': { ko: '토요일 불산입', en: 'Saturday, not counted' },
  'clock.sunday': { ko: '일요일(공휴일) 불산입', en: 'Sunday, not counted' },
  'clock.holiday': { ko: '공휴일 불산입', en: 'Public holiday, not counted' },
  'clock.paused.supplement': { ko: '보완기간 불산입', en: 'Supplement requested, not counted' },
  'clock.paused.inspection': { ko: '현장조사기간 불산입', en: 'On-site inspection, not counted' },
  'clock.paused.transit': { ko: '문서 이송기간 불산입', en: 'Documents in transit, not counted' },
  'clock.paused.representative': { ko: '대표자 선정기간 불산입', en: 'Choosing a representative, not counted' },
  'clock.paused.hearing': { ko: '의견청취기간 불산입', en: 'Hearing, not counted' },
  'clock.paused.examination': {
    ko: '실험·검사·감정 기간 불산입',
    en: 'Testing or technical examination, not counted',
  },
  'clock.paused.prior-matter': { ko: '선행사무 처리기간 불산입', en: 'Waiting for a prior matter, not counted' },
} as const
