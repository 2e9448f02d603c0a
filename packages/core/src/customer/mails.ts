import { defineMailTemplate, type MailTemplate } from '../platform/index.ts'

/** What every mail to a citizen says: which agency, which request, and where to read on. */
export interface PetitionMail {
  readonly [key: string]: string
  readonly agency: string
  readonly agencyEn: string
  readonly name: string
  readonly number: string
  readonly title: string
  /** The date promised, or the date a supplement is wanted by; empty where there is none. */
  readonly date: string
  readonly unit: string
  readonly unitEn: string
  readonly person: string
  /** The other agency and its number, for hand-overs. */
  readonly other: string
  readonly otherEn: string
  /** What the process says in its own words. */
  readonly notice: string
  readonly link: string
}

type Words = (mail: PetitionMail) => readonly [subject: string, ...lines: string[]]

/** Builds a template whose two languages share greeting and footer. */
function petitionMail(key: string, ko: Words, en: Words): MailTemplate<PetitionMail> {
  return defineMailTemplate<PetitionMail>({
    key: `customer.${key}`,
    ko: (mail) => {
      const [subject, ...lines] = ko(mail)
      const body = [`${mail.name} 님, 안녕하십니까.`, '', ...lines, '', `요청 번호 ${mail.number} · ${mail.title}`]
      return { subject: `[${mail.agency}] ${subject}`, body: [...body, mail.link].join('\n') }
    },
    en: (mail) => {
      const [subject, ...lines] = en(mail)
      const body = [`Dear ${mail.name},`, '', ...lines, '', `Request ${mail.number} · ${mail.title}`]
      return { subject: `[${mail.agencyEn}] ${subject}`, body: [...body, mail.link].join('\n') }
    },
  })
}

export const receivedMail = petitionMail(
  'petition-received',
  (m) => ['요청을 접수했습니다', `${m.unit}에 전달했습니다.`, `${m.date}까지 답변드리겠습니다.`],
  (m) => ['We have received your request', `It is with ${m.unitEn}.`, `We will answer by ${m.date}.`],
)

export const answeredMail = petitionMail(
  'petition-answered',
  (m) => [
    '답변이 도착했습니다',
    `${m.unit} ${m.person} 담당자가 답변했습니다.`,
    '답변을 읽고 만족도를 평가해 주십시오. 해결되지 않았다면 같은 요청을 다시 열 수 있습니다.',
  ],
  (m) => [
    'Your request has been answered',
    `${m.unitEn} has answered.`,
    'Please read the answer and rate it. If it did not help, you can reopen the same request.',
  ],
)

export const supplementMail = petitionMail(
  'supplement-requested',
  (m) => ['보완이 필요합니다', `${m.date}까지 요청하신 내용을 보완해 주십시오. 그동안 처리 기한은 멈춥니다.`],
  (m) => ['We need something more from you', `Please send it by ${m.date}. The deadline stands still until then.`],
)

export const extendedMail = petitionMail(
  'petition-extended',
  (m) => ['처리 기한을 연장했습니다', `새 기한은 ${m.date}입니다. 사유는 요청 화면에 있습니다.`],
  (m) => ['The deadline was extended', `The new date is ${m.date}. The reason is shown with your request.`],
)

export const transferredMail = petitionMail(
  'petition-transferred',
  (m) => ['담당 부서가 바뀌었습니다', `${m.unit}에서 이어서 처리합니다.`],
  (m) => ['Another team now handles your request', `${m.unitEn} goes on with it.`],
)

export const handedOverMail = petitionMail(
  'petition-handed-over',
  (m) => ['요청을 담당 기관으로 이송했습니다', `${m.other}에서 처리합니다.`],
  (m) => ['Your request went to the agency in charge', `${m.otherEn} handles it now.`],
)

export const handedBackMail = petitionMail(
  'petition-handed-back',
  (m) => ['요청이 되돌아와 다시 처리합니다', `${m.other}의 소관이 아니어서 ${m.unit}에서 이어서 처리합니다.`],
  (m) => ['Your request came back to us', `${m.otherEn} is not in charge of it; ${m.unitEn} goes on with it.`],
)

export const noticeMail = petitionMail(
  'petition-notice',
  (m) => [m.notice, '자세한 내용은 요청 화면에서 볼 수 있습니다.'],
  () => ['Your request is going on', 'Please see the details with your request.'],
)

export const messageMail = petitionMail(
  'petition-message',
  (m) => ['담당자가 말을 남겼습니다', `${m.unit} ${m.person} 담당자의 말을 요청 화면에서 읽어 주십시오.`],
  () => ['The officer in charge wrote to you', 'Please read the message with your request.'],
)
