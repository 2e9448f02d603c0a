/** Words for the codes of mail. */
export const mailMessages = {
  'mail.wrong-address': { ko: '전자우편 주소를 확인해 주세요.', en: 'Please check the e-mail address.' },
} as const
