/** Words for what can go wrong with files and replayed requests. */
export const fileMessages = {
  'file.empty': { ko: '빈 파일은 올릴 수 없습니다.', en: 'An empty file cannot be uploaded.' },
  'file.too-large': {
    ko: '파일은 하나에 {megabytes}MB까지 올릴 수 있습니다.',
    en: 'A file may have at most {megabytes} MB.',
  },
  'file.type-not-allowed': {
    ko: '이 종류의 파일은 올릴 수 없습니다. 올릴 수 있는 형식: {allowed}',
    en: 'Files of this kind cannot be uploaded. Allowed: {allowed}',
  },
  'file.type-mismatch': {
    ko: '파일의 내용이 이름의 확장자({ending})와 다릅니다. 내용에 맞는 확장자: {allowed}',
    en: 'The content does not match the ending “{ending}”. It should be: {allowed}',
  },
  'file.missing': { ko: '올릴 파일을 골라 주세요.', en: 'Choose a file to upload.' },
  'file.cut-off': {
    ko: '파일이 다 올라오지 않았습니다. 다시 올려 주세요.',
    en: 'The upload was cut off. Please upload the file again.',
  },
  'file.not-found': { ko: '파일을 찾을 수 없습니다.', en: 'The file was not found.' },
  'file.no-preview': {
    ko: '미리 볼 수 있는 쪽이 없습니다. 파일을 내려받아 보십시오.',
    en: 'There are no pages to preview. Please download the file.',
  },
  'file.unknown': {
    ko: '첨부한 파일을 찾을 수 없습니다. 다시 올려 주세요.',
    en: 'An attached file was not found. Please upload it again.',
  },
  'request.replayed-differently': {
    ko: '같은 요청 번호로 다른 내용이 왔습니다. 화면을 새로 고치고 다시 해 주세요.',
    en: 'The same request key came with another content. Reload the page and try again.',
  },
} as const
