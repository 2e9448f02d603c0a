/** Words for what an import refuses. */
export const importMessages = {
  'import.file-missing': { ko: '파일이 없습니다: {file}', en: 'There is no such file: {file}' },
  'import.file-empty': { ko: '파일이 비어 있습니다.', en: 'The file is empty.' },
  'import.file-too-large': {
    ko: '파일이 너무 큽니다. {max}MB까지 읽을 수 있으니 나누어 주십시오.',
    en: 'The file is too large; split it into parts of at most {max} MB.',
  },
  'import.not-text': { ko: 'CSV 글 파일이 아닙니다.', en: 'This is not a CSV text file.' },
  'import.column-missing': {
    ko: '‘{column}’ 열이 없습니다. 파일에 있는 열: {found}',
    en: 'The column “{column}” is missing. The file has: {found}',
  },
  'import.column-repeated': { ko: '‘{column}’ 열이 두 번 있습니다.', en: 'The column “{column}” appears twice.' },
  'import.record-broken': {
    ko: '행의 따옴표가 잘못되었습니다({reason}).',
    en: 'Wrong quotes in this record ({reason}).',
  },
  'import.quotes-open': {
    ko: '따옴표가 닫히지 않아 이 줄까지의 내용을 읽지 못했습니다.',
    en: 'Quotes that never close: what stands from there to this line could not be read.',
  },
  'import.field-count': {
    ko: '칸이 {expected}개여야 하는데 {found}개입니다.',
    en: 'Expected {expected} fields, found {found}.',
  },
  'import.undecodable': {
    ko: '{encoding}(으)로 읽을 수 없는 글자가 있습니다.',
    en: 'Holds characters that are not {encoding}.',
  },
  'import.mapping-not-yaml': {
    ko: '매핑 파일의 {line}번째 줄이 YAML이 아닙니다.',
    en: 'The mapping is not YAML (line {line}).',
  },
  'import.mapping-too-large': { ko: '매핑 파일이 너무 큽니다.', en: 'The mapping is too large.' },
  'import.zone-unknown': { ko: '모르는 시간대입니다: {zone}', en: 'Unknown time zone: {zone}' },
  'import.format-invalid': {
    ko: '날짜 형식을 이해하지 못했습니다: {format} (YYYY MM DD HH hh mm ss SSS A Z 사용)',
    en: 'Not a date format: {format} (use YYYY MM DD HH hh mm ss SSS A Z)',
  },
  'import.timestamp-invalid': {
    ko: '‘{text}’은(는) {format} 형식의 날짜가 아닙니다.',
    en: '“{text}” is not a date in the format {format}.',
  },
  'import.value-missing': { ko: '꼭 필요한 값이 비어 있습니다.', en: 'A required value is empty.' },
  'import.value-unmapped': { ko: '‘{value}’이(가) 매핑에 없습니다.', en: '“{value}” is not in the mapping.' },
  'import.id-repeated': {
    ko: '같은 번호의 민원이 파일에 또 있습니다.',
    en: 'A case with this id stands in the file already.',
  },
  'import.closed-before-received': {
    ko: '완료일시가 접수일시보다 빠릅니다.',
    en: 'It was closed before it was received.',
  },
  'import.stray-event': {
    ko: '접수 전이거나 완료 후에 일어난 일입니다.',
    en: 'It happened before the receipt or after the completion.',
  },
  'import.status-open-but-closed': {
    ko: '상태가 ‘{value}’(진행)인데 완료일시가 있습니다.',
    en: 'Its status “{value}” is open, yet it has a completion date.',
  },
  'import.status-closed-without-date': {
    ko: '상태가 ‘{value}’(완료)인데 완료일시가 없습니다.',
    en: 'Its status “{value}” is completed, yet it has no completion date.',
  },
  'import.rating-invalid': { ko: '만족도 ‘{value}’은(는) 1~5가 아닙니다.', en: 'The rating “{value}” is not 1 to 5.' },
  'import.rating-before-completion': { ko: '완료되기 전의 만족도입니다.', en: 'A rating from before the completion.' },
  'import.changed-since': {
    ko: '이미 가져온 민원인데 내용이 달라졌습니다. 가져온 기록은 바꾸지 않습니다.',
    en: 'Imported before with other content; imported history is not rewritten.',
  },
  'import.unit-unknown': { ko: '부서 ‘{unit}’을(를) 찾을 수 없습니다.', en: 'There is no unit “{unit}”.' },
  'import.person-unknown': { ko: '직원 ‘{person}’을(를) 찾을 수 없습니다.', en: 'There is no person “{person}”.' },
  'import.process-not-finished': {
    ko: '업무 절차가 ‘{task}’에서 멈춰 완료할 수 없습니다.',
    en: 'The process stops at “{task}” and cannot be completed.',
  },
} as const
