import { defineWords } from '@harmony/ui'

/** The words of editing a unit task's information. */
export const editWords = defineWords({
  ko: {
    title: '단위과제 정보 고치기',
    lead: '고친 내용과 사유는 이력에 남습니다.',
    addUnit: '부서 더하기',
    takeUnit: '{name} 빼기',
    unitsNeeded: '수행주체가 하나는 있어야 합니다.',
    add: '{what} 더하기',
    remove: '{what} {n}번째 빼기',
    nameNeeded: '이름을 넣어 주십시오.',
    numberWrong: '연도와 금액을 숫자로 넣어 주십시오.',
    reason: '고치는 사유',
    required: '꼭 필요한 항목입니다.',
    save: '저장',
    cancel: '취소',
    saved: '저장했습니다',
    nothing: '바뀐 내용이 없습니다.',
  },
  en: {
    title: 'Edit the unit task',
    lead: 'What you change and why stays in its history.',
    addUnit: 'Add a unit',
    takeUnit: 'Take away {name}',
    unitsNeeded: 'There must be at least one performing unit.',
    add: 'Add: {what}',
    remove: 'Take away {what} {n}',
    nameNeeded: 'Enter a name.',
    numberWrong: 'Enter year and amount as numbers.',
    reason: 'Reason for the change',
    required: 'This is required.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved',
    nothing: 'Nothing was changed.',
  },
})
