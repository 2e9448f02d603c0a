import { Card, EmptyState, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../../lib/live.tsx'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Mail, MailCard } from '../components/mail-card.tsx'
import '../mailbox.css'
import { mailboxWords } from '../words.ts'

/** `/<agency>/mailbox`: the mails of the demo, one's own or for an administrator the agency's, as they come. */
export function MailboxPage() {
  const t = useWords(mailboxWords)
  const trpc = useTRPC()
  const mails = useQuery(trpc.mail.mailbox.queryOptions())
  useLiveQueries(['mailbox'], [trpc.mail.mailbox.queryKey()])
  usePageTitle(t('title'))
  return (
    <div className="mb">
      <div>
        <h1>{t('title')}</h1>
        <p className="h-muted">{t('lead')}</p>
      </div>
      <QueryPanel query={mails} what={t('mails')}>
        {(list) =>
          list.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : <Panes mails={list} />
        }
      </QueryPanel>
    </div>
  )
}

function Panes({ mails }: { readonly mails: readonly Mail[] }) {
  const t = useWords(mailboxWords)
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const mail = mails.find((one) => one.id === chosen) ?? mails[0]
  return (
    <div className="mb-panes">
      <Card title={t('mails')}>
        <ul className="mb-list">
          {mails.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one === mail} onClick={() => setChosen(one.id)}>
                <span className="mb-subject">{one.subject}</span>
                <span className="h-muted">
                  {one.toAddress} · {format.date(one.createdAt, 'moment')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      {mail && <MailCard mail={mail} />}
    </div>
  )
}
