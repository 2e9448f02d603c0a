import { Card, Link, RichText, Tag, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { sentTone } from '../../dispatch/api.ts'
import { dispatchWords } from '../../dispatch/words.ts'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useWhen } from '../lib/when.ts'
import { Pair } from './management-card.tsx'

/** 시행정보: what goes out, to whom, with which files; once approved, what became of it. */
export function DispatchCard({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const text = useText()
  const { dispatch } = card
  if (!card.kind.dispatched || dispatch === null) return null
  const files = card.files.filter((file) => dispatch.fileIds.includes(file.id))
  return (
    <Card title={t('dispatch')} padded>
      {card.state === 'approved' ? (
        <Sent documentId={card.id} />
      ) : (
        <p className="h-hint dc-gap">{t('dispatchWhenApproved')}</p>
      )}
      <dl className="dc-dl" data-wide>
        <Pair label={t('dispatchTo')}>{dispatch.receivers.map((one) => text(one.name)).join(', ')}</Pair>
        <Pair label={t('dispatchTitle')}>{dispatch.title || card.title}</Pair>
        {files.length > 0 && <Pair label={t('dispatchFiles')}>{files.map((file) => file.name).join(', ')}</Pair>}
      </dl>
      <RichText doc={dispatch.body} />
    </Card>
  )
}

/** The dispatch made on approval: its number and how far it is; its own page has the acts. */
function Sent({ documentId }: { readonly documentId: string }) {
  const t = useWords(cardWords)
  const w = useWords(dispatchWords)
  const when = useWhen()
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(trpc.dispatch.list.queryOptions({ scope: 'all', documentId, limit: 5 }))
  return (
    <QueryPanel query={query} what={t('dispatch')} lines={1}>
      {({ rows }) =>
        rows.map((row) => (
          <p key={row.id} className="dc-standing">
            <Tag tone={sentTone(row.state)}>{w(`sent-${row.state}`)}</Tag>
            <Link href={paths.dispatch(agency, row.id)}>{row.number ?? t('dispatchOpen')}</Link>
            <span className="h-muted">
              {row.releasedAt && when(row.releasedAt)}
              {row.state === 'sent' &&
                ` · ${t('dispatchReceived', { n: row.receivers.received, of: row.receivers.of })}`}
            </span>
          </p>
        ))
      }
    </QueryPanel>
  )
}
