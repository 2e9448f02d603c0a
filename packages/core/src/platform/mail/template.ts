import type { Locale } from '../../kernel/index.ts'

export interface MailText {
  readonly subject: string
  /** Plain text; lines end with a line feed. */
  readonly body: string
}

/** A mail's words in both languages, made from a few values. */
export interface MailTemplate<P extends Readonly<Record<string, string>>> {
  readonly key: string
  readonly ko: (params: P) => MailText
  readonly en: (params: P) => MailText
}

/** Declares a mail; `key` is stored with every mail made from it, as in `customer.petition-completed`. */
export function defineMailTemplate<P extends Readonly<Record<string, string>>>(
  template: MailTemplate<P>,
): MailTemplate<P> {
  return template
}

/** The mail's text; the subject is one line whatever the values hold. */
export function renderMail<P extends Readonly<Record<string, string>>>(
  template: MailTemplate<P>,
  locale: Locale,
  params: P,
): MailText {
  const { subject, body } = template[locale](params)
  return { subject: subject.replace(/\s+/g, ' ').trim().slice(0, 200), body: body.trim() }
}
