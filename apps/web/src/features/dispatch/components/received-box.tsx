import { DataTable, EmptyState, Link, Tag, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { receivedTone } from '../api.ts'
import { type BoxFilter, isNarrowed, receivedInput } from '../lib/filter.ts'
import { useWhen } from '../lib/use-when.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'
import type { Change } from './box-bar.tsx'
import { DeskLine } from './desk-line.tsx'
import { MoreRows } from './more-rows.tsx'

interface BoxProps {
  readonly filter: BoxFilter
  readonly change: Change
}

/** 접수함: documents that came in from other units and agencies. */
export function ReceivedBox({ filter, change }: BoxProps) {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.dispatch.receptions.infiniteQueryOptions(
      { ...receivedInput(filter), limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  const clear = () => change({ q: undefined, from: undefined, to: undefined, state: undefined })
  return (
    <QueryPanel query={query} what={t('what')} lines={8}>
      {({ pages }) => (
        <>
          <DataTable
            caption={t(filter.box)}
            rows={pages.flatMap((page) => page.rows)}
            rowKey={(row) => row.id}
            showCount={false}
            stack
            empty={<Nothing filter={filter} />}
            onClearFilter={isNarrowed(filter) ? clear : undefined}
            columns={[
              {
                id: 'title',
                header: t('subject'),
                rowHeader: true,
                cell: (row) => (
                  <span className="ds-name">
                    <Link href={paths.reception(agency, row.id)}>{row.title}</Link>
                    <small>
                      {row.number ?? d('noNumber')}
                      {row.files > 0 && ` · ${d('filesCount', { n: row.files })}`}
                    </small>
                  </span>
                ),
              },
              {
                id: 'sender',
                header: t('sender'),
                cell: (row) => (
                  <span className="ds-two">
                    {row.sender.sameAgency ? text(row.sender.unit) : text(row.sender.agency)}
                    <small>{row.sender.number}</small>
                  </span>
                ),
              },
              {
                id: 'unit',
                header: t('unit'),
                cell: (row) => (
                  <span className="ds-two">
                    {text(row.unit.name)}
                    <small>{row.person?.name ?? d('nobody')}</small>
                  </span>
                ),
              },
              {
                id: 'at',
                header: t(filter.receivedState === 'arrived' ? 'arrivedAt' : 'receivedAt'),
                cell: (row) => when(row.receivedAt ?? row.arrivedAt),
              },
              {
                id: 'state',
                header: t('state'),
                cell: (row) => (
                  <span className="ds-tags">
                    <Tag tone={receivedTone(row.state)}>{d(`in-${row.state}`)}</Tag>
                    {row.recalled && <Tag tone="red">{d('recalled')}</Tag>}
                  </span>
                ),
              },
            ]}
          />
          <MoreRows query={query} />
          {filter.box === 'received' && <DeskLine />}
        </>
      )}
    </QueryPanel>
  )
}

function Nothing({ filter }: { readonly filter: BoxFilter }) {
  const t = useWords(listWords)
  if (filter.box === 'returned') return <EmptyState icon="check" title={t('emptyReturned')} />
  return <EmptyState title={t('emptyReceived')}>{t('emptyReceivedNext')}</EmptyState>
}
