import type { Mail } from './mail.store.ts'

/** Hands a mail to a mail server; null keeps it for the mailbox page. */
export interface MailTransport {
  send(mail: Mail, messageId: string): Promise<void>
  close(): void
}

/** Mail by SMTP, as in `smtps://user:password@mail.example:465`. */
export async function smtpTransport(smtpUrl: string, from: string): Promise<MailTransport> {
  const { createTransport } = await import('nodemailer')
  const url = new URL(smtpUrl)
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? undefined : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(mail, messageId) {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.toAddress },
        subject: mail.subject,
        text: mail.body,
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
      })
    },
    close: () => transport.close(),
  }
}
