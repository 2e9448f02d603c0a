import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  PageHead,
  Skeleton,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type QueueFilter, type QueueRow, readFilter, standing, writeFilter } from '../api.ts'
import { QueueBar } from '../components/queue-bar.tsx'
import { QueueRows } from '../components/queue-rows.tsx'
import '../queue.css'
import { queueWords } from '../words.ts'

/** `/<agency>/queue`: what waits, nearest deadline first; live; the filter is in the address. */
export function QueuePage() {
  const t = useWords(queueWords)
  const agency = useAgency()
  const trpc = useTRPC()
  const session = useSession()
  const { history } = useRouter()
  const errorText = useErrorText()
  const filter = readFilter(useSearch({ strict: false }))
  const query = useInfiniteQuery(
    trpc.customer.queue.infiniteQueryOptions(
      {
        scope: filter.scope,
        state: filter.state,
        order: filter.state === 'closed' ? 'desc' : 'asc',
        ...(filter.search ? { search: filter.search } : {}),
        ...(filter.serviceKey ? { serviceKey: filter.serviceKey } : {}),
        limit: 25,
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  const counts = useQuery(trpc.customer.queueCounts.queryOptions({})).data
  useLiveQueries(
    session.units.map((unit) => `queue:${unit.id}`),
    [trpc.customer.queue.infiniteQueryKey(), trpc.customer.queueCounts.queryKey()],
  )
  const set = (change: Partial<QueueFilter>) => {
    const search = new URLSearchParams(writeFilter({ ...filter, ...change })).toString()
    history.replace(search ? `${paths.queue(agency)}?${search}` : paths.queue(agency))
  }
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  usePageTitle(t('title'))
  const exportRows = useExport()
  return (
    <>
      <PageHead
        title={headline(counts, t)}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {t('export')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <Card>
        <QueueBar filter={filter} set={set} counts={counts} />
        {query.error && !query.data ? (
          <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Skeleton lines={8} />
        ) : rows.length === 0 ? (
          <Nothing filter={filter} onClear={() => set({ search: '', serviceKey: '' })} />
        ) : (
          <QueueRows
            rows={rows}
            closed={filter.state === 'closed'}
            {...(query.hasNextPage
              ? { onMore: () => void query.fetchNextPage(), loading: query.isFetchingNextPage }
              : {})}
          />
        )}
      </Card>
    </>
  )
}

type Counts = { readonly open: number; readonly overdue: number; readonly dueToday: number }

function headline(counts: Counts | undefined, t: ReturnType<typeof useWords<keyof (typeof queueWords)['ko']>>): string {
  if (counts === undefined) return t('title')
  if (counts.open === 0) return t('headlineNone')
  if (counts.overdue > 0) return t('headlineLate', { open: counts.open, late: counts.overdue })
  if (counts.dueToday > 0) return t('headlineDue', { open: counts.open, today: counts.dueToday })
  return t('headline', { open: counts.open })
}

function Nothing({ filter, onClear }: { readonly filter: QueueFilter; readonly onClear: () => void }) {
  const t = useWords(queueWords)
  if (filter.search || filter.serviceKey) return <FilteredEmpty onClear={onClear} />
  if (filter.state === 'closed') return <EmptyState title={t('noneClosed')} />
  return (
    <EmptyState icon="check" title={t('done')}>
      {t('doneNext')}
    </EmptyState>
  )
}

function useExport() {
  const t = useWords(queueWords)
  const text = useText()
  const format = useFormat()
  return (rows: readonly QueueRow[]) =>
    downloadExcel({
      name: `${t('sheet')} ${format.date(new Date())}`,
      header: [
        t('number'),
        t('petition'),
        t('service'),
        t('channel'),
        t('stage'),
        t('person'),
        t('received'),
        t('due'),
        t('completed'),
      ],
      rows: rows.map((row) => [
        row.number,
        row.title,
        text(row.service),
        row.channel,
        standing(row, t).text,
        row.person?.name ?? t('nobody'),
        new Date(row.receivedAt),
        new Date(row.dueAt),
        row.completedAt === null ? null : new Date(row.completedAt),
      ]),
    })
}
