import { defineWords } from '@harmony/ui'

/** What can stand in the history of a dispatch or a received document. */
export const historyWords = defineWords({
  ko: {
    made: '시행문이 만들어짐',
    release: '시행승인',
    'send-back': '반려',
    amend: '받는 곳 고침',
    cancel: '시행 취소',
    withdraw: '회수',
    arrive: '도착',
    receive: '접수',
    route: '다른 부서로 배부',
    assign: '담당자 지정',
    'to-task': '과제로 처리',
    close: '처리 완료',
    refuse: '반송',
    recall: '보낸 곳이 회수',
  },
  en: {
    made: 'Made from the approved document',
    release: 'Released',
    'send-back': 'Sent back',
    amend: 'Receivers changed',
    cancel: 'Cancelled',
    withdraw: 'Recalled',
    arrive: 'Arrived',
    receive: 'Received',
    route: 'Passed to another unit',
    assign: 'Assigned',
    'to-task': 'Tied to a task',
    close: 'Done',
    refuse: 'Refused',
    recall: 'Recalled by the sender',
  },
})
