/** Words for the errors any module may raise; each module adds its own codes in its `messages.ts`. */
export const kernelMessages = {
  'input.invalid': { ko: '입력한 값을 확인해 주세요.', en: 'Please check what you entered.' },
  'input.required': { ko: '꼭 필요한 항목입니다.', en: 'This field is required.' },
  'input.too-short': { ko: '{min}자 이상 입력해 주세요.', en: 'Enter at least {min} characters.' },
  'input.too-long': { ko: '{max}자까지 입력할 수 있습니다.', en: 'Enter at most {max} characters.' },
  'input.too-small': { ko: '{min} 이상이어야 합니다.', en: 'Must be {min} or more.' },
  'input.too-big': { ko: '{max} 이하여야 합니다.', en: 'Must be {max} or less.' },
  'input.not-allowed': { ko: '다음 가운데 하나여야 합니다: {allowed}', en: 'Must be one of: {allowed}' },
  'input.wrong-type': { ko: '형식이 맞지 않습니다. 필요한 형식: {expected}', en: 'Wrong type; expected {expected}.' },
  'input.wrong-format': { ko: '형식이 맞지 않습니다: {format}', en: 'Wrong format: {format}.' },
  'input.unknown-field': { ko: '알 수 없는 항목입니다: {fields}', en: 'Unknown fields: {fields}.' },
  'session.required': { ko: '로그인이 필요합니다.', en: 'Please sign in.' },
  'policy.refused': { ko: '이 일을 할 권한이 없습니다.', en: 'You are not allowed to do this.' },
  'record.not-found': { ko: '찾을 수 없습니다.', en: 'Not found.' },
  'service.unavailable': { ko: '잠시 후 다시 시도해 주세요.', en: 'Please try again in a moment.' },
  'service.failed': {
    ko: '처리하지 못했습니다. 문제가 계속되면 담당자에게 알려 주세요.',
    en: 'Something went wrong. Please tell the operator if it persists.',
  },
  'request.invalid': { ko: '요청을 이해하지 못했습니다.', en: 'The request could not be understood.' },
  'request.foreign-origin': {
    ko: '다른 누리집에서 온 요청은 받지 않습니다.',
    en: 'Requests from other sites are refused.',
  },
  'agency.unknown': { ko: '그런 기관이 없습니다.', en: 'There is no such agency.' },
  'database.busy': {
    ko: '이용자가 많습니다. 잠시 후 다시 시도해 주세요.',
    en: 'The service is busy. Please try again in a moment.',
  },
  'database.closing': { ko: '서비스를 다시 시작하는 중입니다.', en: 'The service is restarting.' },
  'database.connection-lost': {
    ko: '연결이 끊겨 저장하지 못했습니다. 다시 시도해 주세요.',
    en: 'The connection was lost and nothing was saved. Please try again.',
  },
  'database.commit-lost': {
    ko: '저장하지 못했습니다. 다시 시도해 주세요.',
    en: 'It could not be saved. Please try again.',
  },
  'database.conflict': {
    ko: '다른 처리와 겹쳤습니다. 다시 시도해 주세요.',
    en: 'This clashed with another change. Please try again.',
  },
  'rate.limited': {
    ko: '요청이 너무 많습니다. {retryAfterSeconds}초 뒤에 다시 시도해 주세요.',
    en: 'Too many requests. Try again in {retryAfterSeconds} seconds.',
  },
} as const
