import { processingReportMessages } from './domain/processing-report-messages.ts'
import { statutoryClockMessages } from './domain/statutory-clock-messages.ts'
import { importMessages } from './import/messages.ts'

/** The words of every code this module refuses with. */
export const customerMessages = {
  ...statutoryClockMessages,
  ...processingReportMessages,
  ...importMessages,
  'petition.not-found': { ko: '요청을 찾을 수 없습니다.', en: 'The request was not found.' },
  'petition.service-unknown': {
    ko: '‘{service}’은(는) 이 기관에 없는 민원 종류입니다. 목록에서 골라 주세요.',
    en: '“{service}” is not a service of this agency. Choose one from the list.',
  },
  'petition.unit-unknown': {
    ko: '부서 ‘{unit}’을(를) 찾을 수 없습니다.',
    en: 'The unit “{unit}” was not found.',
  },
  'petition.person-not-in-unit': {
    ko: '고른 담당자는 이 부서 사람이 아닙니다.',
    en: 'The chosen person is not a member of this unit.',
  },
  'petition.same-unit': { ko: '이미 이 부서에 있는 요청입니다.', en: 'The request is already with this unit.' },
  'petition.already-taken': {
    ko: '{at}에 {who} 님이 이미 맡았습니다.',
    en: '{who} already took it at {at}.',
  },
  'petition.changed-meanwhile': {
    ko: '그 사이 {who} 님이 {at}에 이 요청을 바꿨습니다. 새로 고친 내용을 확인하고 다시 해 주세요.',
    en: '{who} changed this request at {at}. Look at the new version and try again.',
  },
  'petition.already-completed': {
    ko: '이미 답변하고 완료한 요청입니다. 답변은 한 번만 할 수 있습니다.',
    en: 'This request has already been answered and closed. It can be answered only once.',
  },
  'petition.closed': { ko: '이미 끝난 요청입니다.', en: 'This request is already closed.' },
  'petition.not-completed': { ko: '아직 완료되지 않은 요청입니다.', en: 'This request has not been completed yet.' },
  'petition.waiting-supplement': {
    ko: '보완을 기다리는 중입니다. 보완이 오거나 기한이 지나면 계속할 수 있습니다.',
    en: 'The request waits for a supplement. Go on when it has come or its date has passed.',
  },
  'petition.not-waiting-supplement': { ko: '보완을 요청받은 상태가 아닙니다.', en: 'No supplement was asked for.' },
  'petition.transferring': {
    ko: '다른 기관으로 이송하는 중입니다. 받는 기관의 확인을 기다립니다.',
    en: 'The request is on its way to another agency and waits for its receipt.',
  },
  'petition.not-transferred-here': {
    ko: '다른 기관에서 이송받은 요청이 아닙니다.',
    en: 'This request was not sent here by another agency.',
  },
  'petition.not-assigned': {
    ko: '아직 담당자가 없습니다. 먼저 맡아 주세요.',
    en: 'Nobody is in charge yet. Take the request first.',
  },
  'petition.no-answer-task': {
    ko: '지금 단계에서는 답변할 수 없습니다. 먼저 ‘{task}’을(를) 끝내 주세요.',
    en: 'An answer is not due at this step. Finish “{task}” first.',
  },
  'petition.answer-needed': {
    ko: '답변이 있어야 이 단계를 끝낼 수 있습니다.',
    en: 'This step cannot end without an answer.',
  },
  'petition.task-not-open': { ko: '지금 열려 있는 단계가 아닙니다.', en: 'This step is not open now.' },
  'petition.result-unknown': {
    ko: '이 단계는 ‘{name}’이라는 결과를 받지 않습니다. 가능한 값: {allowed}',
    en: 'This step takes no result “{name}”. Allowed: {allowed}',
  },
  'petition.result-type': {
    ko: '‘{name}’의 값은 {type} 형이어야 합니다.',
    en: 'The value of “{name}” must be of type {type}.',
  },
  'petition.already-extended': {
    ko: '처리 기한은 동의 없이 한 번만 늘릴 수 있습니다.',
    en: 'The deadline can be extended only once without consent.',
  },
  'petition.extension-late': {
    ko: '처리 기한이 지나 연장할 수 없습니다.',
    en: 'The deadline has passed, so it can no longer be extended.',
  },
  'petition.already-rated': {
    ko: '이미 평가하셨습니다. 고맙습니다.',
    en: 'You have already rated this answer. Thank you.',
  },
  'petition.rating-late': {
    ko: '평가 기간({days}일)이 지났습니다.',
    en: 'The {days} days for rating have passed.',
  },
  'petition.reopen-late': {
    ko: '다시 열 수 있는 기간({days}일)이 지났습니다. 새로 신청해 주세요.',
    en: 'The {days} days for reopening have passed. Please file a new request.',
  },
  'petition.agency-unknown': {
    ko: '기관 ‘{agency}’을(를) 찾을 수 없습니다.',
    en: 'The agency “{agency}” was not found.',
  },
  'petition.same-agency': {
    ko: '같은 기관으로는 이송할 수 없습니다.',
    en: 'A request cannot be sent to the same agency.',
  },
  'petition.number-taken': {
    ko: '외부 번호 ‘{ref}’은(는) 이미 등록되어 있습니다.',
    en: 'The external reference “{ref}” is already on file.',
  },
  'petition.caller-needed': { ko: '신청인의 이름이 있어야 합니다.', en: 'The name of the person asking is needed.' },
  'petition.draft-not-found': { ko: '임시 저장한 글을 찾을 수 없습니다.', en: 'The draft was not found.' },
  'petition.draft-changed': {
    ko: '{at}에 다른 창에서 저장한 내용이 있습니다.',
    en: 'Another window saved this draft at {at}.',
  },
  'petition.answer-changed': {
    ko: '{at}에 다른 사람이 이 답변을 저장했습니다.',
    en: 'Somebody else saved this answer at {at}.',
  },
  'petition.process-stuck': {
    ko: '업무 흐름이 다음 단계를 찾지 못했습니다. 관리자에게 알려 주세요.',
    en: 'The process found no next step. Please tell the administrator.',
  },
  'customer.not-found': { ko: '고객을 찾을 수 없습니다.', en: 'The customer was not found.' },
} as const
