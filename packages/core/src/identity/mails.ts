import type { Id, Locale } from '../kernel/index.ts'
import { defineMailTemplate, sendMail, type TxCtx } from '../platform/index.ts'

const codeTemplate = defineMailTemplate<{ code: string; registrationId: string }>({
  key: 'identity.code',
  ko: ({ code }) => ({
    subject: `[하모니] 전자우편 확인 번호 ${code}`,
    body: `확인 번호는 ${code} 입니다.\n30분 안에 가입 화면에 넣어 주십시오.\n\n가입을 신청하지 않으셨다면 이 편지는 지우셔도 됩니다.`,
  }),
  en: ({ code }) => ({
    subject: `[Harmony] Your code is ${code}`,
    body: `Your code is ${code}.\nPlease enter it on the sign-up page within 30 minutes.\n\nIf you did not sign up, you can ignore this mail.`,
  }),
})

const accountExistsTemplate = defineMailTemplate<Record<string, never>>({
  key: 'identity.account-exists',
  ko: () => ({
    subject: '[하모니] 이미 계정이 있습니다',
    body: '이 주소로 가입 신청이 있었지만 이미 계정이 있습니다. 그 계정으로 로그인해 주십시오.\n\n신청하지 않으셨다면 이 편지는 지우셔도 됩니다.',
  }),
  en: () => ({
    subject: '[Harmony] You already have an account',
    body: 'Somebody signed up with this address, which has an account already. Please sign in with it.\n\nIf it was not you, you can ignore this mail.',
  }),
})

/** Mails the code of a registration. */
export async function mailCode(
  tx: TxCtx,
  order: { to: string; code: string; registrationId: Id; locale: Locale },
): Promise<void> {
  const { to, code, registrationId, locale } = order
  await sendMail(tx, {
    to: { address: to, accountId: null },
    template: codeTemplate,
    params: { code, registrationId },
    locale,
  })
}

/** Tells the owner of an account that somebody registered with its address. */
export async function mailAccountExists(tx: TxCtx, to: string, locale: Locale): Promise<void> {
  await sendMail(tx, { to: { address: to, accountId: null }, template: accountExistsTemplate, params: {}, locale })
}
