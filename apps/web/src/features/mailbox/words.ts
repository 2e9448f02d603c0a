import { defineWords } from '@harmony/ui'

export const mailboxWords = defineWords({
  ko: {
    title: '시연 우편함',
    lead: '시연에는 메일 서버가 없어, 보냈을 메일을 여기에 모아 보여 드립니다.',
    mails: '메일',
    empty: '아직 메일이 없습니다',
    emptyText: '민원이 접수되고 처리되면 이곳에 메일이 쌓입니다.',
    to: '받는 사람',
    pending: '보내는 중',
    sending: '보내는 중',
    sent: '보냄',
    kept: '보관',
    failed: '보내지 못함',
    twice: '두 번 갔을 수 있음',
  },
  en: {
    title: 'Demo mailbox',
    lead: 'The demo has no mail server, so the mails it would have sent are kept here.',
    mails: 'Mails',
    empty: 'No mail yet',
    emptyText: 'Mails arrive here as petitions are received and answered.',
    to: 'To',
    pending: 'Being sent',
    sending: 'Being sent',
    sent: 'Sent',
    kept: 'Kept',
    failed: 'Not sent',
    twice: 'May have been sent twice',
  },
})
