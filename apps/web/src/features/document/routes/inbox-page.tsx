import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  PageHead,
  SegmentedToggle,
  Skeleton,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { BulkBar } from '../components/bulk-bar.tsx'
import { InboxBar } from '../components/inbox-bar.tsx'
import { InboxList } from '../components/inbox-list.tsx'
import { InboxPreview } from '../components/inbox-preview.tsx'
import '../document.css'
import { inboxWords } from '../inbox-words.ts'
import {
  BOXES,
  type Box,
  type InboxFilter,
  isNarrowed,
  readInboxFilter,
  writeInboxFilter,
} from '../lib/inbox-filter.ts'
import { useInboxExport } from '../lib/use-export.ts'

/** `/<agency>/inbox`: 결재함. List and preview; live; the filter is in the address. */
export function InboxPage() {
  return (
    <OfficerOnly>
      <Inbox />
    </OfficerOnly>
  )
}

function Inbox() {
  const t = useWords(inboxWords)
  const agency = useAgency()
  const trpc = useTRPC()
  const session = useSession()
  const { history } = useRouter()
  const errorText = useErrorText()
  const filter = readInboxFilter(useSearch({ strict: false }))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [looked, setLooked] = useState<string | null>(null)
  const counts = useQuery(trpc.document.inboxCounts.queryOptions()).data
  const query = useInfiniteQuery(
    trpc.document.inbox.infiniteQueryOptions(
      {
        box: filter.box,
        order: filter.box === 'waiting' ? 'asc' : 'desc',
        ...(filter.role ? { role: filter.role } : {}),
        ...(filter.kindKey ? { kindKey: filter.kindKey } : {}),
        ...(filter.search ? { search: filter.search } : {}),
        limit: 25,
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  useLiveQueries(session.personId ? [`inbox:${session.personId}`] : [], [
    trpc.document.inbox.infiniteQueryKey(),
    trpc.document.inboxCounts.queryKey(),
  ])
  const set = (change: Partial<InboxFilter>) => {
    setPicked(new Set())
    if (change.box) setLooked(null)
    history.replace(paths.inbox(agency, writeInboxFilter({ ...filter, ...change })))
  }
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const shown = rows.some((row) => row.id === looked) ? looked : (rows[0]?.id ?? null)
  const exportRows = useInboxExport()
  usePageTitle(t('title'))
  return (
    <>
      <PageHead
        title={
          counts === undefined ? t('title') : t(counts.waiting > 0 ? 'headline' : 'headlineNone', { n: counts.waiting })
        }
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {t('export')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
            <ButtonLink variant="pri" icon="plus" href={paths.newDocument(agency)}>
              {t('new')}
            </ButtonLink>
          </>
        }
      />
      <div className="dc-boxes">
        <SegmentedToggle
          label={t('box')}
          value={filter.box}
          onChange={(box) => set({ box })}
          options={BOXES.map((box) => ({ id: box, label: withCount(t(`box-${box}`), countOf(counts, box)) }))}
        />
      </div>
      <div className="dc-inbox">
        <Card>
          <InboxBar filter={filter} set={set} />
          <BulkBar rows={rows.filter((row) => picked.has(row.id))} onDone={() => setPicked(new Set())} />
          {query.error && !query.data ? (
            <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
          ) : query.data === undefined ? (
            <Skeleton lines={8} />
          ) : rows.length === 0 ? (
            <Nothing filter={filter} onClear={() => set({ role: null, kindKey: '', search: '' })} />
          ) : (
            <InboxList
              rows={rows}
              picked={picked}
              onPick={setPicked}
              looked={shown}
              onLook={setLooked}
              canPick={filter.box === 'waiting'}
              loading={query.isFetchingNextPage}
              {...(query.hasNextPage ? { onMore: () => void query.fetchNextPage() } : {})}
            />
          )}
        </Card>
        <aside className="dc-inbox-side" aria-label={t('preview')}>
          <Card padded>
            <InboxPreview id={shown} />
          </Card>
        </aside>
      </div>
    </>
  )
}

type Counts = ApiOutputs['document']['inboxCounts']

const withCount = (label: string, n: number | undefined) => (n ? `${label} ${n}` : label)

function countOf(counts: Counts | undefined, box: Box): number | undefined {
  if (!counts || box === 'done') return undefined
  return box === 'in-progress' ? counts.inProgress : counts[box]
}

function Nothing({ filter, onClear }: { readonly filter: InboxFilter; readonly onClear: () => void }) {
  const t = useWords(inboxWords)
  if (isNarrowed(filter)) return <FilteredEmpty onClear={onClear} />
  if (filter.box === 'waiting') {
    return (
      <EmptyState icon="check" title={t('emptyWaiting')}>
        {t('emptyWaitingText')}
      </EmptyState>
    )
  }
  return <EmptyState title={t(filter.box === 'drafts' ? 'emptyDrafts' : 'empty')} />
}
