/** The words of the error codes of tasks. */
export const taskMessages = {
  'task.not-found': { ko: '과제관리카드를 찾을 수 없습니다.', en: 'The task card was not found.' },
  'task.managed-not-found': { ko: '관리과제를 찾을 수 없습니다.', en: 'The managed task was not found.' },
  'task.changed-meanwhile': {
    ko: '그 사이 {who} 님이 {at}에 이 과제를 바꿨습니다. 새로 고친 내용을 확인하고 다시 해 주세요.',
    en: '{who} changed this task at {at}. Look at the new version and try again.',
  },
  'task.closed': {
    ko: '종료된 과제입니다. 다시 열어야 고칠 수 있습니다.',
    en: 'The task is closed. Open it again to change it.',
  },
  'task.not-closed': { ko: '종료된 과제가 아닙니다.', en: 'The task is not closed.' },
  'task.reason-needed': {
    ko: '이미 등록된 내용을 바꿀 때에는 사유를 적어야 합니다.',
    en: 'Changing what is already on file needs a reason.',
  },
  'task.unit-task-needed': { ko: '단위과제를 골라 주세요.', en: 'Choose a unit task.' },
  'task.unit-task-unknown': {
    ko: '단위과제를 찾을 수 없거나 폐지된 과제입니다.',
    en: 'The unit task was not found or has ended.',
  },
  'task.year-needed': { ko: '연도를 적어 주세요.', en: 'Enter the year.' },
  'task.unit-unknown': { ko: '부서를 찾을 수 없습니다.', en: 'The unit was not found.' },
  'task.person-not-in-unit': {
    ko: '담당자는 그 부서 사람이어야 합니다.',
    en: 'The person in charge has to belong to the unit.',
  },
  'task.person-unknown': { ko: '참여자를 찾을 수 없습니다.', en: 'A member was not found.' },
  'task.same-owner': { ko: '이미 이 과제의 담당자입니다.', en: 'This person is already in charge.' },
  'task.objective-unknown': {
    ko: '전략목표를 찾을 수 없습니다. 가능한 값: {allowed}',
    en: 'The objective was not found. Allowed: {allowed}',
  },
  'task.field-unknown': {
    ko: '이 기관의 표제부에 없는 항목입니다. 가능한 항목: {allowed}',
    en: 'The card header of this agency has no such field. Allowed: {allowed}',
  },
  'task.field-required': { ko: '‘{name}’을(를) 적어 주세요.', en: 'Enter “{nameEn}”.' },
  'task.field-wrong': {
    ko: '‘{name}’의 값이 맞지 않습니다. 가능한 값: {allowed}',
    en: 'The value of “{nameEn}” does not fit. Allowed: {allowed}',
  },
  'task.weights-not-100': {
    ko: '예상진도의 합은 100%여야 합니다. 지금은 {sum}%입니다.',
    en: 'The planned weights have to make 100 %. They make {sum} %.',
  },
  'task.weight-too-small': {
    ko: '진행단계의 예상진도는 1% 이상이어야 합니다. {most}%까지 옮길 수 있습니다.',
    en: 'A phase keeps at least 1 %. At most {most} % can be moved.',
  },
  'task.phase-unknown': { ko: '이 과제의 진행단계가 아닙니다.', en: 'This phase is not part of the task.' },
  'task.phase-done': {
    ko: '‘{phase}’ 단계는 {date}에 완료되었습니다. 먼저 완료를 취소해 주세요.',
    en: '“{phase}” was done on {date}. Open it again first.',
  },
  'task.phase-open': { ko: '‘{phase}’ 단계는 완료되지 않았습니다.', en: '“{phase}” is not done.' },
  'task.no-plan': { ko: '과제계획을 먼저 등록해 주세요.', en: 'Enter a plan first.' },
  // Not an error: the reason in the history when the last phase takes a manual figure away.
  'task.progress-lifted': {
    ko: '모든 진행단계가 완료되어 진도변경을 해제함',
    en: 'Every phase is done: the manual progress was lifted',
  },
  'task.date-in-future': {
    ko: '완료일은 오늘({today})까지만 적을 수 있습니다.',
    en: 'The date of completion cannot be after today ({today}).',
  },
  'task.stage-not-found': { ko: '품질관리 단계를 찾을 수 없습니다.', en: 'The quality stage was not found.' },
  'task.stage-unplanned': {
    ko: '이 단계의 완료예정일을 먼저 정해 주세요.',
    en: 'Plan a date for this stage first.',
  },
  'task.stage-completed': {
    ko: '{date}에 점검을 마친 단계입니다. 먼저 점검 완료를 취소해 주세요.',
    en: 'The stage was completed on {date}. Open it again first.',
  },
  'task.stage-open': { ko: '점검을 마친 단계가 아닙니다.', en: 'The stage is not completed.' },
  'task.items-unanswered': {
    ko: '추진내용을 적지 않은 점검사항이 {count}건 있습니다: {items}',
    en: '{count} items have no answer yet: {items}',
  },
  'task.item-unknown': {
    ko: '이 단계의 점검사항이 아닙니다. 가능한 값: {allowed}',
    en: 'The stage has no such item. Allowed: {allowed}',
  },
  'task.answer-changed': {
    ko: '그 사이 {who} 님이 {at}에 이 점검사항을 고쳤습니다.',
    en: '{who} changed the answer to this item at {at}.',
  },
  'task.publicity-not-found': { ko: '홍보 항목을 찾을 수 없습니다.', en: 'The publicity line was not found.' },
  'task.publicity-result-early': {
    ko: '홍보 결과는 실시일을 적은 다음에 적을 수 있습니다.',
    en: 'A result needs the day on which it was done.',
  },
  'task.group-not-found': { ko: '대상 고객군을 찾을 수 없습니다.', en: 'The target group was not found.' },
  'task.petition-not-found': { ko: '민원을 찾을 수 없습니다.', en: 'The petition was not found.' },
  'task.already-marked': { ko: '이미 지정된 과제입니다.', en: 'The task is already marked.' },
  'task.not-marked': { ko: '지정되지 않은 과제입니다.', en: 'The task is not marked.' },
} as const
