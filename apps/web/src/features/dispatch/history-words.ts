import { defineWords } from '@harmony/ui'

/** What can stand in the history of a dispatch or a received document. */
export const historyWords = defineWords({
  ko: {
    made: '시행문이 만들어짐',
    released: '시행승인',
    'sent-back': '반려',
    amended: '받는 곳 고침',
    cancelled: '시행 취소',
    withdrawn: '회수',
    arrived: '도착',
    received: '접수',
    routed: '다른 부서로 배부',
    assigned: '담당자 지정',
    'to-task': '과제로 처리',
    closed: '처리 완료',
    refused: '반송',
    recalled: '보낸 곳이 회수',
  },
  en: {
    made: 'Made from the approved document',
    released: 'Released',
    'sent-back': 'Sent back',
    amended: 'Receivers changed',
    cancelled: 'Cancelled',
    withdrawn: 'Recalled',
    arrived: 'Arrived',
    received: 'Received',
    routed: 'Passed to another unit',
    assigned: 'Assigned',
    'to-task': 'Tied to a task',
    closed: 'Done',
    refused: 'Refused',
    recalled: 'Recalled by the sender',
  },
})
