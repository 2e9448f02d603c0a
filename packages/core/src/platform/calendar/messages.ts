/** Texts of the calendar's error codes. */
export const calendarMessages = {
  'calendar.year-missing': {
    ko: '{year}년의 공휴일 표가 없습니다. 기관의 달력에 {year}년을 먼저 등록하십시오.',
    en: 'There is no table of public holidays for {year}. Load {year} into the agency’s calendar first.',
  },
  'calendar.year-unsupported': {
    ko: '{year}년은 다룰 수 없습니다. {first}년부터 사용할 수 있습니다.',
    en: 'The year {year} is not supported; dates start at {first}.',
  },
  'calendar.invalid-date': { ko: '달력에 없는 날짜입니다: {date}', en: 'No such date: {date}' },
  'calendar.invalid-instant': { ko: '시각이 올바르지 않습니다.', en: 'Not a valid point in time.' },
  'calendar.date-outside-year': {
    ko: '{date}은(는) {year}년의 날짜가 아닙니다.',
    en: '{date} is not a date of {year}.',
  },
  'calendar.date-repeated': { ko: '{date}이(가) 두 번 있습니다.', en: '{date} is given twice.' },
  'calendar.invalid-office-hours': {
    ko: '근무시간은 비어 있거나 겹칠 수 없습니다.',
    en: 'Office hours must not be empty or overlap.',
  },
} as const
