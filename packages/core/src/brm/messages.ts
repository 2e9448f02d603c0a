/** The words of this module's error codes. */
export const brmMessages = {
  'brm.unit-task-not-found': { ko: '단위과제를 찾을 수 없습니다.', en: 'There is no such unit task.' },
  'brm.version-not-found': { ko: '분류체계 판을 찾을 수 없습니다.', en: 'There is no such version of the functions.' },
  'brm.unit-task-changed': {
    ko: '그사이 {who} 님이 이 단위과제를 고쳤습니다({at}). 새로 불러와 다시 고쳐 주십시오.',
    en: '{who} changed this unit task meanwhile ({at}). Load it again and repeat your change.',
  },
  'brm.unit-task-ended': {
    ko: '현행 분류체계에 없는 단위과제는 고칠 수 없습니다.',
    en: 'A unit task that the current functions no longer have cannot be changed.',
  },
  'brm.nothing-changed': { ko: '바뀐 내용이 없습니다.', en: 'Nothing was changed.' },
  'brm.unknown-unit': { ko: '수행주체에 없는 부서가 있습니다.', en: 'A performing unit does not exist.' },
  'brm.unknown-service': {
    ko: '‘{service}’은(는) 우리 기관의 민원 종류가 아닙니다.',
    en: '“{service}” is no service of this agency.',
  },
  'brm.tree-changed': {
    ko: '미리보기 뒤에 새 판이 반영되었습니다({who}, {at}). 파일을 다시 비교해 주십시오.',
    en: 'Another version was applied after the preview ({who}, {at}). Compare the file again.',
  },
  'brm.valid-from-wrong': {
    ko: '시행일은 직전 판의 시행일({from})부터 오늘({to})까지여야 합니다.',
    en: 'The version must hold from a day between {from} (the one before) and {to} (today).',
  },
  'brm.import-has-rejections': {
    ko: '반려된 행이 {count}개 있어 아무것도 반영하지 않았습니다(첫 번째: {line}행).',
    en: '{count} rows were rejected, the first in line {line}; nothing was applied.',
  },
  'brm.file-empty': { ko: '파일에 내용이 없습니다.', en: 'The file has no rows.' },
  'brm.file-unreadable': {
    ko: '엑셀(.xlsx)이나 CSV 파일로 읽을 수 없습니다.',
    en: 'The file reads neither as Excel (.xlsx) nor as CSV.',
  },
  'brm.file-too-large': {
    ko: '파일은 {megabytes}MB, {rows}행까지 읽을 수 있습니다.',
    en: 'A file may have {megabytes} MB and {rows} rows at most.',
  },
  'brm.quotes-wrong': { ko: '{line}행 부근의 따옴표가 닫히지 않았습니다.', en: 'Quotes near line {line} never close.' },
  'brm.column-missing': {
    ko: '열이 없습니다: {column}. 파일에 있는 열: {found}',
    en: 'Columns are missing: {column}. The file has: {found}',
  },
  'brm.column-repeated': { ko: '‘{column}’ 열이 두 번 있습니다.', en: 'The column “{column}” appears twice.' },
  'brm.code-missing': { ko: '코드가 비어 있습니다.', en: 'The code is empty.' },
  'brm.code-wrong': {
    ko: '‘{code}’은(는) 코드로 쓸 수 없습니다. 글자, 숫자, . _ - / 로 40자까지입니다.',
    en: '“{code}” is no code: letters, digits, . _ - / and at most 40 of them.',
  },
  'brm.code-repeated': {
    ko: '한 행의 두 단계가 같은 코드 ‘{code}’을(를) 씁니다.',
    en: 'Two levels of one row use the code “{code}”.',
  },
  'brm.name-missing': { ko: '코드 ‘{code}’의 이름이 비어 있습니다.', en: 'The code “{code}” has no name.' },
  'brm.cell-too-long': { ko: '{max}자를 넘습니다.', en: 'Longer than {max} characters.' },
  'brm.too-many-entries': { ko: '항목은 {max}개까지입니다.', en: 'At most {max} entries.' },
  'brm.level-changed': {
    ko: '코드 ‘{code}’은(는) 지금까지 다른 단계에 쓰였습니다.',
    en: 'The code “{code}” has belonged to another level so far.',
  },
  'brm.level-differs': {
    ko: '코드 ‘{code}’이(가) {line}행에서는 다른 단계에 있습니다.',
    en: 'In line {line} the code “{code}” stands at another level.',
  },
  'brm.task-repeated': {
    ko: '단위과제 ‘{code}’이(가) {line}행에 이미 있습니다.',
    en: 'The unit task “{code}” stands in line {line} already.',
  },
  'brm.name-differs': {
    ko: '코드 ‘{code}’의 이름이 {line}행에서는 ‘{name}’입니다.',
    en: 'In line {line} the code “{code}” is called “{name}”.',
  },
  'brm.parent-differs': {
    ko: '코드 ‘{code}’이(가) {line}행에서는 ‘{parent}’ 아래에 있습니다.',
    en: 'In line {line} the code “{code}” hangs under “{parent}”.',
  },
  'brm.unit-missing': { ko: '수행부서가 없습니다.', en: 'No performing unit is named.' },
  'brm.unit-unknown': { ko: '부서코드 ‘{unit}’인 부서가 없습니다.', en: 'There is no unit with the code “{unit}”.' },
  'brm.service-unknown': {
    ko: '‘{service}’은(는) 우리 기관의 민원 종류가 아닙니다.',
    en: '“{service}” is no service of this agency.',
  },
  'brm.budget-wrong': {
    ko: '예산 ‘{found}’을(를) 읽을 수 없습니다. ‘연도:금액(세부사업)’으로 적어 주십시오(단위: 원).',
    en: 'The budget “{found}” does not read as `year:amount(programme)` in won.',
  },
} as const
