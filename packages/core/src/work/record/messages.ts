/** The words of the error codes of records. */
export const recordMessages = {
  'record.not-found': {
    ko: '찾는 기록이 없거나 볼 수 없습니다.',
    en: 'There is no such record, or you may not see it.',
  },
  'record.person-unknown': {
    ko: '고른 사람이 이 기관 직원이 아닙니다.',
    en: 'The chosen person is not an officer of this agency.',
  },
  'record.task-unknown': { ko: '고른 과제관리카드를 찾을 수 없습니다.', en: 'The chosen task card was not found.' },
  'record.unit-not-mine': { ko: '소속 부서만 고를 수 있습니다.', en: 'Choose a unit of your own.' },
  'record.time-order': {
    ko: '끝나는 때는 시작하는 때보다 뒤여야 합니다.',
    en: 'The end must be later than the start.',
  },
  'record.changed-meanwhile': {
    ko: '그 사이 {who} 님이 {at}에 바꿨습니다. 새 내용을 확인하고 다시 해 주세요.',
    en: '{who} changed it at {at}. Look at the new version and try again.',
  },
  'schedule.cancelled': { ko: '이미 취소한 일정입니다.', en: 'This entry has been cancelled.' },
  'schedule.too-long': { ko: '한 일정은 {days}일을 넘을 수 없습니다.', en: 'An entry lasts at most {days} days.' },
  'schedule.span': { ko: '한 번에 {days}일까지 볼 수 있습니다.', en: 'At most {days} days can be shown at once.' },
  'memo.reader-self': { ko: '자신에게는 보고할 수 없습니다.', en: 'You cannot report to yourself.' },
  'memo.already-answered': { ko: '이미 의견을 준 메모보고입니다.', en: 'This memo has been answered.' },
  'memo.already-acknowledged': { ko: '이미 확인한 메모보고입니다.', en: 'This memo has been acknowledged.' },
  'memo.withdrawn': { ko: '보고자가 거둔 메모보고입니다.', en: 'The author withdrew this memo.' },
  'memo.already-read': {
    ko: '보고받은 사람이 확인한 뒤에는 거둘 수 없습니다.',
    en: 'It cannot be withdrawn once it has been acknowledged.',
  },
  'meeting.chair-is-recorder': {
    ko: '회의록 작성자와 회의록을 확인하는 의장은 다른 사람이어야 합니다.',
    en: 'The chair who confirms the minutes must not be their writer.',
  },
  'meeting.confirmed': { ko: '확인이 끝난 회의록은 고칠 수 없습니다.', en: 'Confirmed minutes cannot be changed.' },
  'meeting.cancelled': { ko: '취소한 회의입니다.', en: 'This meeting was cancelled.' },
  'meeting.not-held': { ko: '회의록을 쓴 뒤에 확인할 수 있습니다.', en: 'Write the minutes before confirming them.' },
  'meeting.already-held': {
    ko: '이미 연 회의는 취소할 수 없습니다.',
    en: 'A meeting that was held cannot be cancelled.',
  },
  'meeting.too-early': { ko: '아직 열리지 않은 회의입니다.', en: 'The meeting has not begun yet.' },
  'meeting.item-unknown': { ko: '이 회의의 안건이 아닙니다.', en: 'This is not an item of the meeting.' },
  'meeting.minutes-incomplete': {
    ko: '‘{item}’ 안건의 발언요지, 결과, 결정 내용을 모두 적어야 합니다.',
    en: 'Remarks, result and decision of “{item}” must all be written.',
  },
  'meeting.nobody-attended': { ko: '참석자를 한 사람 이상 적어야 합니다.', en: 'Name at least one attendee.' },
} as const
