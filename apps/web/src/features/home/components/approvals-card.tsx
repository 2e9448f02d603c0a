import { EmptyState, Link, TabCard, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { GridList, GridListItem, Link as PlainLink } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { InboxRowView } from '../../document/components/inbox-row.tsx'
import '../../document/lists.css'
import { directiveWords } from '../../document/directive-words.ts'
import { inboxWords } from '../../document/inbox-words.ts'

type Tab = 'waiting' | 'in-progress' | 'directives'

const SHOWN = 6

/** My approvals: what waits for me, what of mine is running, directives I am to carry out. Live. */
export function ApprovalsCard() {
  const t = useWords(inboxWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { personId } = useSession()
  const [tab, setTab] = useState<Tab>('waiting')
  const counts = useQuery(trpc.document.inboxCounts.queryOptions()).data
  const directives = useQuery(trpc.document.directiveCounts.queryOptions()).data
  useLiveQueries(personId ? [`inbox:${personId}`] : [], [
    trpc.document.inbox.queryKey(),
    trpc.document.inboxCounts.queryKey(),
    trpc.document.directives.queryKey(),
    trpc.document.directiveCounts.queryKey(),
  ])
  const count = (n: number | undefined) => (n === undefined ? {} : { count: n })
  return (
    <TabCard
      title={t('title')}
      label={t('box')}
      more={
        <Link more href={tab === 'directives' ? paths.directives(agency) : paths.inbox(agency)}>
          {t('all')}
        </Link>
      }
      value={tab}
      onChange={(next) => setTab(next === 'in-progress' || next === 'directives' ? next : 'waiting')}
      items={[
        { id: 'waiting', label: t('box-waiting'), ...count(counts?.waiting), content: <Rows box="waiting" /> },
        {
          id: 'in-progress',
          label: t('box-in-progress'),
          ...count(counts?.inProgress),
          content: <Rows box="in-progress" />,
        },
        { id: 'directives', label: t('directives'), ...count(directives?.open), content: <DirectiveRows /> },
      ]}
    />
  )
}

function Rows({ box }: { readonly box: 'waiting' | 'in-progress' }) {
  const t = useWords(inboxWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const order = box === 'waiting' ? 'asc' : 'desc'
  const query = useQuery(trpc.document.inbox.queryOptions({ box, order, limit: SHOWN }))
  return (
    <QueryPanel query={query} what={t('what')} lines={5}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon="check" title={t(box === 'waiting' ? 'emptyWaiting' : 'empty')}>
            {box === 'waiting' && t('emptyWaitingText')}
          </EmptyState>
        ) : (
          <>
            <GridList
              className="dc-q"
              aria-label={t(`box-${box}`)}
              selectionMode="none"
              onAction={(key) => history.push(paths.document(agency, String(key)))}
            >
              {rows.map((row, index) => (
                <GridListItem key={row.id} id={row.id} textValue={row.title || t('noTitle')}>
                  <InboxRowView row={row} isFirst={index === 0 && box === 'waiting'} />
                </GridListItem>
              ))}
            </GridList>
            <div className="dc-foot">
              <span aria-hidden="true">
                <kbd>↑</kbd>
                <kbd>↓</kbd>
                {t('move')}
              </span>
              <span aria-hidden="true">
                <kbd>Enter</kbd>
                {t('open')}
              </span>
            </div>
          </>
        )
      }
    </QueryPanel>
  )
}

function DirectiveRows() {
  const t = useWords(directiveWords)
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(trpc.document.directives.queryOptions({ scope: 'mine', state: 'not-closed', limit: SHOWN }))
  return (
    <QueryPanel query={query} what={t('what')} lines={4}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon="check" title={t('done')}>
            {t('noneText')}
          </EmptyState>
        ) : (
          <ul className="ho-list">
            {rows.map((one) => (
              <li key={one.id}>
                <div className="h">
                  <PlainLink href={paths.document(agency, one.documentId)}>{one.text}</PlainLink>
                  <span className="ho-due" data-hot={one.overdue || undefined}>
                    {one.dueDate === null ? t('noDue') : format.remaining(`${one.dueDate}T23:59:59+09:00`).text}
                  </span>
                </div>
                <div className="m">
                  <span>
                    {one.giver.name} · {one.documentTitle}
                  </span>
                  <span>{t(`state-${one.state}`)}</span>
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </QueryPanel>
  )
}
