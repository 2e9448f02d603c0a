import { Card, Tag, useFormat, useWords } from '@harmony/ui'
import type { ApiOutputs } from '../../../lib/trpc.tsx'
import { mailboxWords } from '../words.ts'

export type Mail = ApiOutputs['mail']['mailbox'][number]

/** One mail as its reader would see it. */
export function MailCard({ mail }: { readonly mail: Mail }) {
  const t = useWords(mailboxWords)
  const format = useFormat()
  return (
    <Card
      title={mail.subject}
      aside={<Tag tone={mail.state === 'failed' ? 'red' : 'gray'}>{t(mail.state)}</Tag>}
      padded
    >
      <p className="h-muted">
        {t('to')} {mail.toAddress} · {format.date(mail.createdAt, 'moment')}
      </p>
      {mail.possiblyTwice && <Tag tone="amber">{t('twice')}</Tag>}
      <p className="mb-body" lang={mail.locale}>
        {mail.body}
      </p>
    </Card>
  )
}
