import { DataTable, EmptyState, Link, Note, Tag, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type DispatchRow, sentTone } from '../api.ts'
import { type BoxFilter, isNarrowed, sentInput } from '../lib/filter.ts'
import { useWhen } from '../lib/use-when.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'
import type { Change } from './box-bar.tsx'
import { MoreRows } from './more-rows.tsx'

interface BoxProps {
  readonly filter: BoxFilter
  /** How many of the reader's a receiver has refused and nobody has taken back. */
  readonly refused: number
  readonly change: Change
}

/** Documents that go out: waiting for the release, sent, or come back. */
export function SentBox({ filter, change, refused }: BoxProps) {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.dispatch.list.infiniteQueryOptions(
      { ...sentInput(filter), limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  const narrowed = isNarrowed({ ...filter, receivedState: '' })
  return (
    <QueryPanel query={query} what={t('what')} lines={8}>
      {({ pages }) => (
        <>
          {filter.box === 'sent' && refused > 0 && (
            <div className="ds-told">
              <Note tone="amber">{t('refusedTold', { n: refused })}</Note>
            </div>
          )}
          <DataTable
            caption={t(filter.box)}
            rows={pages.flatMap((page) => page.rows)}
            rowKey={(row) => row.id}
            showCount={false}
            stack
            empty={<Nothing filter={filter} />}
            onClearFilter={narrowed ? () => change({ q: undefined, from: undefined, to: undefined }) : undefined}
            columns={[
              {
                id: 'title',
                header: t('subject'),
                rowHeader: true,
                cell: (row) => (
                  <span className="ds-name">
                    <Link href={paths.dispatch(agency, row.id)}>{row.title}</Link>
                    <small>
                      {row.number ?? d('noNumber')} · {t('document')} {row.documentNumber}
                      {row.files > 0 && ` · ${d('filesCount', { n: row.files })}`}
                    </small>
                  </span>
                ),
              },
              { id: 'receivers', header: t('receivers'), cell: (row) => <Receivers row={row} /> },
              {
                id: 'unit',
                header: t('unit'),
                cell: (row) => (
                  <span className="ds-two">
                    {text(row.unit.name)}
                    <small>{row.drafter.name}</small>
                  </span>
                ),
              },
              {
                id: 'at',
                header: t(filter.box === 'to-release' ? 'approvedAt' : 'releasedAt'),
                cell: (row) => when(row.releasedAt ?? row.approvedAt),
              },
              {
                id: 'state',
                header: t('state'),
                cell: (row) => <Tag tone={sentTone(row.state)}>{d(`sent-${row.state}`)}</Tag>,
              },
            ]}
          />
          <MoreRows query={query} />
        </>
      )}
    </QueryPanel>
  )
}

function Receivers({ row }: { readonly row: DispatchRow }) {
  const t = useWords(listWords)
  const text = useText()
  const { first, of, received, refused } = row.receivers
  return (
    <span className="ds-two">
      {of > 1 ? t('receiversMore', { first: text(first), n: of - 1 }) : text(first)}
      {row.state !== 'waiting' && row.state !== 'sent-back' && row.state !== 'cancelled' && (
        <small>
          {t('receiversState', { of, received })}
          {refused > 0 && <b className="h-bad"> · {t('receiversRefused', { n: refused })}</b>}
        </small>
      )}
    </span>
  )
}

function Nothing({ filter }: { readonly filter: BoxFilter }) {
  const t = useWords(listWords)
  if (filter.box === 'to-release') {
    return (
      <EmptyState icon="check" title={t('emptyRelease')}>
        {t('emptyReleaseNext')}
      </EmptyState>
    )
  }
  if (filter.box === 'returned') return <EmptyState icon="check" title={t('emptyReturned')} />
  return <EmptyState title={t('emptySent')}>{t('emptySentNext')}</EmptyState>
}
