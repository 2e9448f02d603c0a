/** The words of the error codes of dispatches and receptions. */
export const dispatchMessages = {
  'dispatch.not-found': { ko: '시행문을 찾을 수 없습니다.', en: 'There is no such dispatch.' },
  'dispatch.is-waiting': { ko: '시행승인을 기다리는 시행문입니다.', en: 'It waits for its release.' },
  'dispatch.is-sent-back': { ko: '기안자에게 되돌린 시행문입니다.', en: 'It was sent back to its drafter.' },
  'dispatch.is-sent': { ko: '이미 시행된 문서입니다({number}).', en: 'It has been sent ({number}).' },
  'dispatch.is-withdrawn': { ko: '이미 회수한 시행문입니다({number}).', en: 'It has been withdrawn ({number}).' },
  'dispatch.is-cancelled': { ko: '시행하지 않기로 한 문서입니다.', en: 'It was given up before it was sent.' },
  'dispatch.changed-meanwhile': {
    ko: '시행문이 그 사이 바뀌었습니다. 새로 불러와 주세요.',
    en: 'The dispatch changed meanwhile. Reload it.',
  },
  'reception.not-found': { ko: '접수문서를 찾을 수 없습니다.', en: 'There is no such reception.' },
  'reception.recalled': {
    ko: '보낸 곳에서 회수한 문서라 더 처리할 수 없습니다. 기록은 남습니다.',
    en: 'The sender has withdrawn it. It stays on record and is not acted on.',
  },
  'reception.is-arrived': { ko: '아직 접수하지 않은 문서입니다.', en: 'Nobody has received it yet.' },
  'reception.is-received': { ko: '이미 접수한 문서입니다({number}).', en: 'It has been received ({number}).' },
  'reception.is-assigned': { ko: '담당자가 정해진 문서입니다.', en: 'Somebody is in charge of it.' },
  'reception.is-closed': { ko: '처리가 끝난 문서입니다.', en: 'It is closed.' },
  'reception.is-refused': { ko: '반송한 문서입니다.', en: 'It was sent back.' },
  'reception.changed-meanwhile': {
    ko: '{who} 님이 먼저 처리했습니다. 새로 불러와 주세요.',
    en: '{who} was faster. Reload it.',
  },
  'reception.not-a-member': { ko: '접수 부서의 직원을 고르세요.', en: 'Choose somebody of the receiving unit.' },
  'reception.same-unit': { ko: '지금과 다른 부서를 고르세요.', en: 'Choose another unit.' },
} as const
